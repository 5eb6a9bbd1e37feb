"""Does the answer send people to bodies that exist.

On 1 July 2025 the district level ended (Luật 72/2025/QH15, Nghị quyết 203/2025/QH15), and with it its courts and those
of the high level (Luật 81/2025/QH15); the police of districts ended on 1 March 2025, as did the ministries merged then.
"""

from __future__ import annotations

import re
from datetime import date

from eval.answers.claims import claims
from eval.answers.law import Law
from eval.answers.measure import Measure
from eval.answers.reply import Reply
from eval.answers.verdict import Verdict, not_applicable, scored
from eval.suite import Row

CHANGED_ON = date(2025, 7, 1)
_DISTRICT = r"(?:cấp\s+)?(?:huyện|quận|thị\s+xã|thành\s+phố\s+thuộc\s+tỉnh)"
_GONE = re.compile(
    rf"""(?ix)(?<!\w)(?:
    (?:ủy|uỷ)\s+ban\s+nhân\s+dân\s+(?:{_DISTRICT}|thị\s+trấn) | ubnd\s+(?:{_DISTRICT}|thị\s+trấn)
    | (?:hội\s+đồng\s+nhân\s+dân|hđnd)\s+{_DISTRICT}
    | (?:tòa|toà)\s+(?:án\s+)?(?:nhân\s+dân\s+)?(?:{_DISTRICT}|cấp\s+cao) | tand\s+(?:{_DISTRICT}|cấp\s+cao)
    | (?:viện\s+kiểm\s+sát(?:\s+nhân\s+dân)?|vksnd)\s+(?:{_DISTRICT}|cấp\s+cao)
    | công\s+an\s+{_DISTRICT}
    | chi\s+cục\s+thi\s+hành\s+án(?:\s+dân\s+sự)?
    | (?:bảo\s+hiểm\s+xã\s+hội|bhxh)\s+{_DISTRICT}
    | phòng\s+(?:tư\s+pháp|lao\s+động|tài\s+nguyên) | cấp\s+huyện
    | (?:bộ|sở)\s+(?:lao\s+động|tài\s+nguyên\s+(?:và|&)\s+môi\s+trường|thông\s+tin\s+(?:và|&)\s+truyền\s+thông
        |giao\s+thông\s+vận\s+tải|kế\s+hoạch\s+(?:và|&)\s+đầu\s+tư)
    )(?!\w)"""
)
_BODY = re.compile(
    r"(?i)(?<!\w)(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|tòa án|toà án|tand|công an|viện kiểm sát|bộ [^\W\d_]+|"
    r"sở [^\W\d_]+|phòng (?:tư pháp|lao động)|thi hành án|bảo hiểm xã hội)(?!\w)"
)
_AS_PAST = re.compile(
    r"(?i)(?<!\w)(?:trước đây|trước kia|trước ngày|cũ|không còn|đã bỏ|bãi bỏ|bỏ cấp|giải thể|kết thúc|sáp nhập|"
    r"thay cho|thay thế|nay là|nay do|nay thuộc|chuyển về|chuyển cho|chuyển sang)(?!\w)"
)


def _exist(row: Row, reply: Reply, law: Law) -> Verdict:
    day = row.day or reply.as_of
    if day is None or day < CHANGED_ON:
        return not_applicable("authorities", "for days from 1 July 2025 on")
    said = [claim.text for claim in claims(reply) if _BODY.search(claim.text) or _GONE.search(claim.text)]
    if not said:
        return not_applicable("authorities", "no body is named")
    wrong = [_GONE.findall(text)[0] for text in said if _GONE.search(text) and not _AS_PAST.search(text)]
    return scored("authorities", not wrong, f"{len(said)} sentences that name a body", ", ".join(wrong))


MEASURES = (Measure("authorities", "Whether no body is named that had ended by the day asked about.", _exist),)
