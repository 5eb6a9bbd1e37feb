"""The pages of the documentation, and what stands in them: fenced blocks, links, headings."""

import re
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

PAGES = tuple(sorted((*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md"))))
_FENCE = re.compile(r"^(`{3,}|~{3,})\s*(\w*)\s*$")
_LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: the line of its first line (from 1), its language, its lines."""

    line: int
    language: str
    lines: tuple[str, ...]


def name_of(page: Path) -> str:
    """The page as people call it: `docs/api.md`."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> list[Block]:
    """Every fenced block of a page."""
    found: list[Block] = []
    fence, language, start, inside = "", "", 0, list[str]()
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), start=1):
        match = _FENCE.match(line)
        if not fence and match:
            fence, language, start, inside = match[1], match[2], number + 1, []
        elif fence and line.strip() == fence:
            found.append(Block(start, language, tuple(inside)))
            fence = ""
        elif fence:
            inside.append(line)
    assert not fence, f"{name_of(page)}: the block of line {start} never ends"
    return found


def shell_blocks(page: Path) -> list[Block]:
    """The blocks whose commands are run."""
    return [block for block in blocks(page) if block.language == "sh"]


def prose(page: Path) -> str:
    """The page without its fenced blocks."""
    lines = page.read_text(encoding="utf-8").splitlines()
    for block in blocks(page):
        lines[block.line - 1 : block.line - 1 + len(block.lines)] = [""] * len(block.lines)
    return "\n".join(lines)


def links(page: Path) -> list[tuple[bool, str]]:
    """(whether it is a picture, target) of every link."""
    return [(bool(mark), target) for mark, target in _LINK.findall(prose(page))]


def anchors(page: Path) -> set[str]:
    """The names by which GitHub links to the headings of a page."""
    headings = re.findall(r"^#{1,6}\s+(.+?)\s*$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
