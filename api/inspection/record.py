"""What is known of a document itself: number, days, and whether its text can be cited."""

from __future__ import annotations

from collections.abc import Iterator

from api.inspection.finding import Finding, Ground
from api.inspection.kinds import Weight
from corpus.document import Revision, hash_of
from corpus.provision import Provision
from corpus.reference import ProvisionRef

_DECLARE = "Khai trong tệp khai báo (`TỆP.yaml`) cạnh tệp gốc, rồi nạp lại bằng `hoiluat ingest`."
_AGAIN = "Nạp lại tệp gốc bằng `hoiluat ingest`; nếu vẫn vậy, báo cho người giữ chương trình."


def without_days(revision: Revision, ground: Ground) -> Iterator[Finding]:
    """Documents of which it is not known when they were issued, or when they are law."""
    document, whole = revision.document, ProvisionRef(revision.document.id)
    if document.validity.start is None:
        words = "không rõ ngày có hiệu lực (`in_force_from`), nên không bao giờ được coi là còn hiệu lực"
        yield Finding("no_days", Weight.WARNING, whole, words, _DECLARE)
    if document.issued_on is None:
        yield Finding("no_days", Weight.WARNING, whole, "không rõ ngày ban hành (`issued_on`)", _DECLARE)


def without_number(revision: Revision, ground: Ground) -> Iterator[Finding]:
    """Documents without a số hiệu: no other document can name them."""
    if not revision.document.number:
        words = "không có số hiệu (`number`), nên dẫn chiếu của văn bản khác không tới được"
        yield Finding("no_number", Weight.WARNING, ProvisionRef(revision.document.id), words, _DECLARE)


def without_provisions(revision: Revision, ground: Ground) -> Iterator[Finding]:
    """Texts in which no provision was seen: nothing of them can be found or cited."""
    if not revision.provisions:
        words = f"không thấy điều, mục nào trong {len(revision.text)} chữ cái của văn bản"
        yield Finding("no_provisions", Weight.ERROR, ProvisionRef(revision.document.id), words, _AGAIN)


def unsound(revision: Revision, ground: Ground) -> Iterator[Finding]:
    """Provisions whose place in the stored text is wrong: what would be quoted is not what is named."""
    if hash_of(revision.text) != revision.sha256:
        words = "văn bản lưu không khớp mã của nó"
        yield Finding("unsound", Weight.ERROR, ProvisionRef(revision.document.id), words, _AGAIN)
    for part in revision.walk():
        if words := _unsound(part, revision.text):
            yield Finding("unsound", Weight.ERROR, part.ref, words, _AGAIN)


def _unsound(part: Provision, text: str) -> str:
    label = "".join(part.label.split())
    if part.span.end > len(text) or not part.span.start <= part.text_end <= part.span.end:
        return f"{_name(part)} nằm ngoài văn bản lưu"
    if not "".join(part.own.slice(text).split()).startswith(label):
        return f"{_name(part)} không bắt đầu bằng {part.label!r} trong văn bản lưu"
    if any(not part.span.contains(child.span) for child in part.children):
        return f"{_name(part)} không chứa hết các phần của nó"
    return ""


def _name(part: Provision) -> str:
    return part.label if part.level.is_context else part.ref.label()


def unsure(revision: Revision, ground: Ground) -> Iterator[Finding]:
    """Places of which the reader was not sure, one finding a document."""
    if revision.problems:
        words = f"bộ đọc chưa chắc ở {len(revision.problems)} chỗ, chỗ đầu: {revision.problems[0].reason}"
        remedy = "Xem từng chỗ bằng `hoiluat parse TỆP`."
        yield Finding("unsure", Weight.INFO, ProvisionRef(revision.document.id), words, remedy)
