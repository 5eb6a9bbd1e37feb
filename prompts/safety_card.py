"""The words shown first to somebody in danger: options, no orders, no telephone numbers (contacts have them)."""

from __future__ import annotations

from enum import StrEnum

from prompts.danger import Peril


class Danger(StrEnum):
    """`emergency`: danger now; `concern`: violence is part of the story; `none`: neither, or a textbook question."""

    NONE = "none"
    CONCERN = "concern"
    EMERGENCY = "emergency"


def card(level: Danger, perils: frozenset[Peril]) -> str:
    """The safety card in plain Vietnamese."""
    return " ".join((_OPENING[level], *_ways(perils), _CLOSING[level]))


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
