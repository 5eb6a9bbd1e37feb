"""Does the answer send people to bodies that exist.

On 1 July 2025 the district level ended (Luật 72/2025/QH15, Nghị quyết 203/2025/QH15), and with it its courts and those
of the high level (Luật 81/2025/QH15); the police of districts ended on 1 March 2025, as did the ministries merged then.

A district in an address (phường Bến Nghé, Quận 1) sends nobody to a body that ended. Whether a body that stands is the
right one for the matter is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from eval.answers.claims import claims
from eval.answers.law import Law
from eval.answers.measure import Measure
from eval.answers.reply import Reply
from eval.answers.verdict import Verdict, not_applicable, scored
from eval.suites.suite import Row

CHANGED_ON = date(2025, 7, 1)
_CITIES = r"hà\s+nội|hồ\s+chí\s+minh|hcm|đà\s+nẵng|hải\s+phòng|cần\s+thơ|huế|trực\s+thuộc"
"""The cities that are provinces; all others were of the district level."""
_CITY = rf"(?:thành\s+phố|tp\.?)\s+(?:thuộc\s+tỉnh|(?!{_CITIES})(?-i:[A-ZÀ-ỸĐ])[^\W\d_]*)"
_DISTRICT = rf"(?:cấp\s+)?(?:huyện|quận|thị\s+xã|{_CITY})"
_UNION = (
    r"(?:hội\s+(?:liên\s+hiệp\s+)?(?:phụ\s+nữ|lhpn|nông\s+dân|cựu\s+chiến\s+binh|luật\s+gia)|hội\s+lhpn|"
    r"mặt\s+trận(?:\s+tổ\s+quốc)?|mttq|liên\s+đoàn\s+lao\s+động|đoàn\s+thanh\s+niên)"
)
_PLACE = r"(?:ủy\s+ban\s+nhân\s+dân|ubnd|hội\s+đồng\s+nhân\s+dân|hđnd)"
_COURT = r"(?:tòa\s+án(?:\s+nhân\s+dân)?|tòa|tand)"
_PROSECUTORS = r"(?:viện\s+kiểm\s+sát(?:\s+nhân\s+dân)?|viện\s+ksnd|vksnd)"
_LABOUR = r"(?:lao\s+động(?!\s+(?:nào|tự))|lđ\s*-?\s*tb(?:\s*(?:xh|&\s*xh|và\s+xh))?)"
_MERGED = (
    rf"(?:{_LABOUR}|tài\s+nguyên\s+(?:và|&)\s+môi\s+trường|tn\s*&?\s*mt|thông\s+tin\s+(?:và|&)\s+truyền\s+thông|"
    r"giao\s+thông\s+vận\s+tải|gtvt|kế\s+hoạch\s+(?:và|&)\s+đầu\s+tư)"
)
_GONE = re.compile(
    rf"""(?ix)(?<!\w)(?:
    {_PLACE}\s+(?:{_DISTRICT}|thị\s+trấn)
    | {_COURT}\s+(?:{_DISTRICT}|cấp\s+cao)
    | {_PROSECUTORS}\s+(?:{_DISTRICT}|cấp\s+cao)
    | công\s+an\s+{_DISTRICT}
    | {_UNION}\s+{_DISTRICT} | (?:huyện|quận|thị)\s+ủy
    | chi\s+cục\s+thi\s+hành\s+án(?:\s+dân\s+sự)?
    | (?:bảo\s+hiểm\s+xã\s+hội|bhxh)\s+{_DISTRICT}
    | (?<!văn\ )phòng\s+(?:tư\s+pháp|{_LABOUR}|tài\s+nguyên) | cấp\s+huyện
    | (?<!cán\ )(?<!cơ\ )(?<!trụ\ )(?<!toàn\ )(?<!nội\ )(?:bộ|sở)\s+{_MERGED}
    )(?!\w)"""
)
_BODY = re.compile(
    rf"(?i)(?<!\w)(?:{_PLACE}|tòa\s+án|tand|công\s+an|{_PROSECUTORS}|{_UNION}|(?-i:Bộ|Sở)\s+(?!luật)(?-i:[A-ZĐ])\w*|"
    r"(?<!cơ )(?<!trụ )sở\s+(?:nội\s+vụ|tư\s+pháp|xây\s+dựng|y\s+tế|tài\s+chính)|thi\s+hành\s+án|"
    r"bảo\s+hiểm\s+xã\s+hội|bhxh)(?!\w)"
)
_PAST_BEFORE = re.compile(
    r"(?i)(?<!\w)(?:trước\s+(?:đây|kia)|trước\s+(?:ngày\s+)?0?1[/-]0?7[/-]2025|lúc\s+trước"
    r"|(?:bỏ|bãi\s+bỏ|giải\s+thể|kết\s+thúc|thay\s+(?:cho|thế|vì))(?:\s+cho)?(?=\s*$)"
    r"|(?:không|đừng|chẳng)\s+(?:còn\s+)?(?:phải\s+|cần\s+)?(?:nộp|lên|đến|tới|đi|ra|gửi|tìm|liên\s+hệ)\b[^,;]*$)"
)
"""Said before a body that is told as past, or to which nobody is sent."""
_PAST_BEHIND = re.compile(
    r"(?i)^[^,;.]{0,40}?(?<!\w)(?:cũ|không\s+còn|đã\s+(?:được\s+|bị\s+)?(?:bỏ|bãi\s+bỏ|giải\s+thể|kết\s+thúc|sáp\s+nhập|thay|"
    r"chấm\s+dứt)|(?:bị|được)\s+(?:bãi\s+bỏ|giải\s+thể|sáp\s+nhập)|nay\s+(?:là|do|thuộc)|(?:được\s+)?chuyển\s+(?:về|cho|sang))"
    r"(?!\w)"
)
"""Said behind it."""
_NOW = re.compile(r"(?i)(?<!\w)(?:nay|hiện|bây giờ|sau đó|mà)(?!\w)")


def _exist(row: Row, reply: Reply, law: Law) -> Verdict:
    day = row.day or reply.as_of
    if day is None or day < CHANGED_ON:
        return not_applicable("authorities", "for days from 1 July 2025 on")
    texts = [_early_tone(claim.text) for claim in claims(reply)]
    said = [text for text in texts if _BODY.search(text) or _GONE.search(text)]
    if not said:
        return not_applicable("authorities", "no body is named")
    wrong = [name for text in said for name in _sent_to(text)]
    return scored("authorities", not wrong, f"{len(said)} sentences that name a body", ", ".join(wrong))


def _sent_to(text: str) -> Iterator[str]:
    """The ended bodies that a sentence speaks of as if they stood."""
    for match in _GONE.finditer(text):
        before = _NOW.split(text[: match.start()])[-1]
        if not _PAST_BEFORE.search(before) and not _PAST_BEHIND.search(text[match.end() :]):
            yield match[0]


def _early_tone(text: str) -> str:
    """Toà as tòa, uỷ as ủy."""
    return re.sub(r"(?i)(?<!\w)(t)oà(?!\w)", r"\1òa", re.sub(r"(?i)(?<!\w)uỷ(?!\w)", "ủy", text))


MEASURES = (Measure("authorities", "Whether no body is named that had ended by the day asked about.", _exist),)
