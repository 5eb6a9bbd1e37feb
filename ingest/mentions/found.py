"""What a reference was resolved to, or why the text leaves it open."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.reference import ProvisionRef, Step

NO_NUMBER = "tên văn bản không kèm số hiệu, chưa rõ là văn bản nào"
NO_TARGET = "lời trích của văn bản khác, chưa rõ văn bản nào"
NO_ARTICLE = "không nói điều nào"
OTHER_TYPE = "không phải loại của văn bản này"
NOTHING_BEFORE = "không thấy văn bản nào nói trước đó"
AFTER_END = "đứng ngoài phần điều khoản, chưa rõ thuộc điều nào"
EXCEPTED = "ngoại lệ của văn bản hết hiệu lực nói trước đó"
STUCK = "số điều lớn hơn số điều của văn bản, có lẽ dính số chú thích"
SEVERAL = "có nhiều nơi cùng tên gọi này"

Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A reference, or why there is none."""

    ref: ProvisionRef | None
    why: str = ""
    exists: bool | None = None
