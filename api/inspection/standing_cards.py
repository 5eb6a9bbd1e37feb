"""Answer cards whose law has moved on."""

from __future__ import annotations

from collections.abc import Iterator

from api.cards import changed_since
from api.inspection.finding import Finding, Ground
from api.inspection.gone import end_of
from api.inspection.kinds import Weight
from corpus.card import AnswerCard
from corpus.day import in_words
from corpus.reference import ProvisionRef


def card_findings(card: AnswerCard, ground: Ground) -> Iterator[Finding]:
    """What is wrong with a card: it cites what is not there, what is law no more, or what was changed since."""
    here = ProvisionRef(card.document_id)
    remedy = "Đối chiếu lời thẻ với luật hiện hành, sửa thẻ và ghi lại ngày kiểm tra (`checked_on`)."
    for ref in card.cites:
        if words := _trouble(ref, ground):
            yield Finding("card", Weight.ERROR, here, f"thẻ dẫn {_named(ref)}, {words}", remedy)
    if act := changed_since(card, ground.corpus, ground.day):
        since = f" từ khi được kiểm tra ngày {in_words(card.checked_on)}" if card.checked_on else ""
        words = f"điều thẻ dẫn đã được {act} thay đổi{since}"
        yield Finding("card", Weight.WARNING, here, words, remedy)


def _trouble(ref: ProvisionRef, ground: Ground) -> str:
    if ref.document not in ground.documents:
        return "là văn bản không có trong kho"
    if ref not in ground.places(ref.document):
        return "là chỗ không có trong bản đang dùng"
    return end_of(ref, ground)


def _named(ref: ProvisionRef) -> str:
    return f"{ref.label()} của {ref.document}" if ref.path else ref.document
