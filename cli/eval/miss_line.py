"""A missed threshold as a line on the terminal."""

from __future__ import annotations

from eval.runs.gate import Miss


def miss_line(one: Miss) -> str:
    """What was wanted and what was found."""
    return f"Không đạt ngưỡng: {one.slice} {one.measure} {one.bound} {one.limit}, đo được {one.found}"
