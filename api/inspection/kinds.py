"""The kinds of findings, by name. Loads nothing, so that the help of the command is quick."""

from __future__ import annotations

from enum import StrEnum


class Weight(StrEnum):
    """An error shows wrong law to people, a warning may, information is good to know."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


CARD = "card"
KINDS = {
    "unsound": "văn bản lưu và cây điều khoản không khớp",
    "no_provisions": "không thấy điều khoản",
    "twice": "một số hiệu điều, khoản, điểm có hai lần",
    "gap": "số điều, khoản, điểm bị nhảy",
    "same_words": "hai điều giống hệt nhau",
    "no_days": "thiếu ngày ban hành hoặc ngày có hiệu lực",
    "no_number": "không có số hiệu",
    "ended": "hết hiệu lực, hoặc không rõ hết từ ngày nào",
    "superseded": "có văn bản cùng tên ban hành sau",
    "absent_target": "tác động đến điều khoản không có",
    "unworked": "thay đổi chưa ghép được vào lời",
    "doubtful_end": "đọc là làm hết hiệu lực, cần xác nhận",
    "dangling": "dẫn chiếu đến chỗ không có",
    "cites_ended": "dẫn chiếu đến quy định đã hết hiệu lực",
    "not_held": "văn bản liên quan chưa có trong kho",
    "unsure": "chỗ bộ đọc chưa chắc",
    CARD: "thẻ trả lời cần xem lại",
}
"""Every kind of finding with its name in Vietnamese, in the order in which they are looked for."""
