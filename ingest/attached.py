"""Regulations that a decision issues with itself: `Quy chế … ban hành kèm theo Quyết định số …`."""

from __future__ import annotations

import re

REGULATIONS = ("Quy chế", "Quy định", "Điều lệ", "Quy tắc", "Quy trình", "Nội quy", "Chương trình", "Kế hoạch", "Đề án")
ATTACHED = re.compile(rf"(?<!\w)(?:{'|'.join(REGULATIONS)})(?!\w)[^\n;.]{{0,160}}?ban hành\s+(?:kèm\s+)?theo\s+$")
"""Before the decision: its places are those of the regulation."""
