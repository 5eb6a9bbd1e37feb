"""Paired differences as lines on the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from eval.comparison import SHARE, Change, Compared, Comparison
from eval.report.pages import SAID


def comparison_lines(found: Comparison, questions: bool) -> Iterator[str]:
    """Every measure, and the questions that moved where wanted."""
    yield f"A = {found.first}, B = {found.second}: {found.rows} câu chung, {found.rows_not_shared} câu không chung"
    yield "B so với A (hiệu trung bình [khoảng 95 %], p; kết luận đúng cùng lúc ở mức 5 % theo Holm):"
    for one in found.measures:
        yield f"{one.measure:22} {change_line(one)}"
        if questions:
            yield from (_question("hơn", change) for change in one.gains)
            yield from (_question("kém", change) for change in one.losses)


def change_line(one: Compared) -> str:
    """The difference, what may be said of it, and how many questions moved."""
    apart, digits = one.difference, 3 if one.unit == SHARE else 0
    return (
        f"{apart.mean:+.{digits}f} [{apart.low:+.{digits}f}, {apart.high:+.{digits}f}] "
        f"p={apart.p:.4f}  {SAID[one.outcome]}; hơn {len(one.gains)}, kém {len(one.losses)} trên {apart.queries}"
    )


def _question(word: str, change: Change) -> str:
    why = f"  ({change.why_before} → {change.why_after})" if change.why_before or change.why_after else ""
    return f"    {word} {change.id}: {change.before:.3f} → {change.after:.3f}{why}"
