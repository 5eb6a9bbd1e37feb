"""A tree as lines, so that a golden file can be read by eye."""

from collections.abc import Iterable, Iterator

from corpus.problem import Problem
from corpus.provision import Provision


def outline(text: str, provisions: Iterable[Provision], problems: Iterable[Problem]) -> str:
    """One line a provision: depth, path, label, name and own words; then the problems with their places."""
    lines = [line for part in provisions for line in _lines(text, part, 0)]
    lines += [f"! {problem.reason} <{problem.span.slice(text)[:40]}>" for problem in problems]
    return "\n".join(lines) + "\n"


def _lines(text: str, part: Provision, depth: int) -> Iterator[str]:
    own = " / ".join(part.own.slice(text).split("\n"))
    yield f"{'  ' * depth}{part.ref.fragment} | {part.label} | {part.heading} | {own}"
    for child in part.children:
        yield from _lines(text, child, depth + 1)
