"""Where an act goes on although a quotation in it was never closed."""

from __future__ import annotations

import re

from corpus.level import Level
from ingest.structure.ending import is_footer
from ingest.structure.labels import Claim
from ingest.structure.lines import Line
from ingest.structure.progress import Progress

_INSTRUCTION = re.compile(
    r"(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Thay|Bỏ|Khoản|Điểm|Điều|Tên)(?![\wÀ-ỹ])"
    r".*(?:điều|khoản|điểm|cụm từ|chương|mục|phụ lục)",
    re.IGNORECASE,
)
_OWN_ARTICLE = re.compile(
    r"(?:Hiệu lực|Điều khoản|Quy định chuyển tiếp|Tổ chức thực hiện|Trách nhiệm|Sửa đổi|Bổ sung|Bãi bỏ|Thay thế)"
)


def resumes(line: Line, progress: Progress) -> bool:
    """Whether a line inside an open quotation is the act's own: its next instruction, article or signature."""
    claim = line.claim
    if claim is None:
        return progress.has_article and is_footer(line.text)
    rest = line.text[claim.rest_at :]
    if claim.level is Level.DIEU:
        return progress.follows(claim) and claim.strong and bool(_OWN_ARTICLE.match(rest))
    return claim.level is Level.KHOAN and _is_next_clause(claim, progress) and bool(_INSTRUCTION.match(rest))


def _is_next_clause(claim: Claim, progress: Progress) -> bool:
    article = progress.growth.find(Level.DIEU)
    last = article.last(Level.KHOAN) if article else None
    return last is not None and claim.value == last.value + 1
