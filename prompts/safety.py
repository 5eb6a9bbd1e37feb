"""Whether somebody is in danger, told from a question before anything else is done with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from prompts.danger import DENIED, HARMLESS, SIGNS, Peril, Sign
from prompts.phrase import phrase, plain


class Danger(StrEnum):
    """`emergency`: danger now; `concern`: violence is part of the story; `none`: neither, or a textbook question."""

    NONE = "none"
    CONCERN = "concern"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class Safety:
    """A level, the help that it calls for, and the card shown first (None when there is nothing to show)."""

    level: Danger = Danger.NONE
    perils: frozenset[Peril] = frozenset()
    message: str | None = None


_PERSON = phrase(
    "(tôi|mình|em|cháu|nhà em|con tôi|con em|con mình|mẹ tôi|chị tôi|em gái tôi|bạn tôi|hàng xóm|chị em|chị hàng xóm)"
)
_NOT_A_PERSON = phrase("(trẻ em|một mình|em bé|chị em phụ nữ|anh em|anh chị em|em gái|em trai|con em)")
_FAMILY = phrase("(chồng|vợ|bố|cha|mẹ|dượng|con)")
_TEXTBOOK = phrase(
    "(tội|hành vi|quy định|khái niệm|thế nào là|là gì|gồm những gì|định nghĩa|mức phạt|xử phạt|bị phạt|phạt tù|"
    "phạt tiền|phạt bao nhiêu|bao nhiêu năm tù|mấy năm tù|đi tù|ở tù|xử lý|khung hình phạt|điều mấy|điều nào|"
    "theo luật|pháp luật|luật|nghị định|bộ luật|cấu thành|bài tập|tình huống|tiểu luận|luận văn|nghiên cứu|"
    "tuyên truyền|phân biệt|so sánh|thống kê|bảo hiểm nhân thọ|được hưởng|anh a|chị b|ông a|bà b|trách nhiệm hình sự)"
)
_PAST = phrase(
    "(năm ngoái|năm trước|năm xưa|trước đây|trước kia|=ngày =xưa|hồi xưa|hồi nhỏ|hồi bé|hồi trước|hồi đó|hồi đấy|"
    "lúc trước|lúc nhỏ|cách đây|đã lâu|=từng|đã từng|nhiều năm trước|mấy năm trước|năm nào|tháng trước|hồi năm|"
    "hồi còn|lúc còn)"
)
_PAST_YEARS = phrase("(trước|cách đây) [0-9]+ (năm|tháng)")
_YEARS_AGO = phrase("[0-9]+ (năm|tháng) (trước|về trước|rồi)")
_NOW = phrase("(đang|bây giờ|hôm nay|tối nay|đêm nay|sáng nay|lúc này|vừa|vừa mới|nay lại|giờ lại|vẫn|vẫn còn|mới đây)")
_SUPPOSING = phrase("(nếu|giả sử|giả định|=lỡ|=nhỡ|trường hợp|phòng khi|ví dụ)")


def assess(question: str) -> Safety:
    """The danger that a question tells of, with the card to show first."""
    text = _without_denials(plain(question))
    found = [sign for sign in SIGNS if sign.pattern.search(text)]
    level = _level(text, found)
    if level is Danger.NONE:
        return Safety()
    perils = frozenset(sign.peril for sign in found if sign.urgent or level is Danger.CONCERN)
    return Safety(level, perils, card(level, perils))


def card(level: Danger, perils: frozenset[Peril]) -> str:
    """The safety card in plain Vietnamese: options, no orders, no telephone numbers (contacts have them)."""
    return " ".join((_OPENING[level], *_ways(perils), _CLOSING[level]))


def _without_denials(text: str) -> str:
    for pattern in HARMLESS:
        text = pattern.sub(" ", text)
    return DENIED.sub(lambda match: match[0] if text[: match.start()].endswith(_ASKING) else " ", text)


_ASKING = ("được ", "duoc ", "đươc ")


def _level(text: str, found: list[Sign]) -> Danger:
    urgent = [sign for sign in found if sign.urgent]
    if not found:
        return Danger.NONE
    if _TEXTBOOK.search(text) and not _PERSON.search(_NOT_A_PERSON.sub(" ", text)) and not _NOW.search(text):
        return Danger.CONCERN if urgent and _FAMILY.search(text) else Danger.NONE
    if urgent and not _is_past(text) and not all(_is_supposed(text, sign) for sign in urgent):
        return Danger.EMERGENCY
    return Danger.CONCERN


def _is_past(text: str) -> bool:
    told = any(pattern.search(text) for pattern in (_PAST, _PAST_YEARS, _YEARS_AGO))
    return told and not _NOW.search(text)


def _is_supposed(text: str, sign: Sign) -> bool:
    """Whether every place of a sign stands within three words behind an "if"."""
    before = (text[: place.start()].split()[-3:] for place in sign.pattern.finditer(text))
    return all(_SUPPOSING.search(" ".join(words)) for words in before)


_OPENING = {
    Danger.EMERGENCY: "Bạn có đang an toàn không? Nếu nguy hiểm ở gần, bạn có thể gọi một trong các số này; "
    "không nói được thì nhắn cho người mà bạn tin.",
    Danger.CONCERN: "Bạn có đang an toàn không? Điều xảy ra không phải lỗi của bạn, và có người giúp được. "
    "Khi cần, bạn có thể gọi các số này.",
}  # fmt: skip
_WAYS = {
    Peril.SELF_HARM: "Bạn không phải chịu đựng một mình: có thể gọi người thân hay bạn bè ở cạnh mình lúc này, "
    "hoặc đến cơ sở y tế gần nhất.",
    Peril.CHILD: "Tổng đài bảo vệ trẻ em nghe máy cả ngày lẫn đêm.",
    Peril.SEXUAL: "Nếu muốn, bạn có thể đến cơ sở y tế để được khám, điều trị và ghi nhận thương tích.",
    Peril.FIRE: "Khi có lửa, bạn có thể gọi cứu hỏa.",
    Peril.TRAFFICKING: "Tổng đài bảo vệ trẻ em cũng nhận tin về mua bán người.",
    Peril.VIOLENCE: "Bạn cũng có thể chọn: báo Công an hoặc Ủy ban nhân dân xã, phường; nhờ Hội Phụ nữ cơ sở chỉ "
    "địa chỉ tin cậy; đến cơ sở y tế khám và ghi nhận thương tích.",
}  # fmt: skip
_CLOSING = {
    Danger.EMERGENCY: "Làm gì và lúc nào là do bạn quyết định. Phần pháp luật ở bên dưới, bạn đọc sau cũng được.",
    Danger.CONCERN: "Làm gì và lúc nào là do bạn quyết định. Phần pháp luật ở bên dưới.",
}  # fmt: skip


def _ways(perils: frozenset[Peril]) -> list[str]:
    return [way for peril, way in _WAYS.items() if peril in perils]
