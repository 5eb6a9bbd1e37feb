"""Things that people take for granted and that are so no more; told beside the answer, with the day of the change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from prompts.phrase import phrase, plain


@dataclass(frozen=True, slots=True)
class Premise:
    """Words that presuppose something which ended on `since`, and what is so instead."""

    pattern: re.Pattern[str]
    since: date
    correction: str
    asked_for: re.Pattern[str] | None = None
    """Words that ask for the very thing which is no more."""


PREMISES = (
    Premise(
        phrase("(tòa án|toà án|tòa|toà|tand|tòa án nhân dân) (cấp )?(huyện|quận|thị xã)"),
        date(2025, 7, 1),
        "Từ ngày 01/07/2025 không còn Tòa án nhân dân cấp huyện; việc xét xử lần đầu do "
        "Tòa án nhân dân khu vực đảm nhận.",
    ),
    Premise(
        phrase("(ủy ban nhân dân|uỷ ban nhân dân|ubnd|ủy ban|công an|phòng tư pháp) (cấp )?(huyện|quận|thị xã)"),
        date(2025, 7, 1),
        "Từ ngày 01/07/2025 chính quyền địa phương không còn cấp huyện; nhiều việc trước đây làm ở huyện, quận nay "
        "làm ở Ủy ban nhân dân xã, phường.",
    ),
    Premise(
        phrase("(sổ hộ khẩu|hộ khẩu giấy|sổ tạm trú|kt3)"),
        date(2023, 1, 1),
        "Từ ngày 01/01/2023 sổ hộ khẩu, sổ tạm trú giấy không còn giá trị sử dụng; thông tin cư trú nằm trong "
        "Cơ sở dữ liệu về cư trú.",
        phrase("(xin|làm|cấp|cấp lại|cấp đổi|đổi|mua|tách|in) … (sổ hộ khẩu|hộ khẩu giấy|sổ tạm trú|kt3)"),
    ),
)


def corrections(question: str, day: date) -> tuple[str, ...]:
    """What must be corrected in a question asked for the law of `day`."""
    text = plain(question)
    return tuple(p.correction for p in PREMISES if day >= p.since and p.pattern.search(text))


def is_asked_for(question: str, day: date) -> bool:
    """Whether a question asks for a thing that is no more, so that nothing can be answered but that."""
    text = plain(question)
    return any(day >= p.since and p.asked_for is not None and p.asked_for.search(text) for p in PREMISES)
