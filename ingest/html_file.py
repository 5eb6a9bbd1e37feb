"""Being written."""

from __future__ import annotations

from ingest.extract import Extract
from ingest.limits import DEFAULT, Limits
from ingest.refusal import Refusal


def extract(data: bytes, limits: Limits = DEFAULT) -> Extract:
    """Not yet."""
    raise Refusal("Chưa đọc được dạng tệp này.")
