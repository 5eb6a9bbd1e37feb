"""The one recursive type that a law is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.level import Level
from corpus.reference import ProvisionRef
from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Provision:
    """A part of a law. `span` runs from its label through its last descendant; its own words end at `text_end`."""

    ref: ProvisionRef
    label: str
    heading: str
    span: Span
    text_end: int
    children: tuple[Provision, ...] = ()
    page: int | None = None

    @property
    def level(self) -> Level:
        """The level of the last step of the reference."""
        return self.ref.path[-1].level

    @property
    def own(self) -> Span:
        """The provision's own words: label, heading and what stands before its first child."""
        return Span(self.span.start, self.text_end)

    def walk(self) -> Iterator[Provision]:
        """This provision and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, ref: ProvisionRef) -> Provision | None:
        """The provision called `ref` at or below this one."""
        return next((part for part in self.walk() if part.ref == ref), None)

    def within(self, document: str) -> Provision:
        """The same tree under another document id."""
        children = tuple(child.within(document) for child in self.children)
        return replace(self, ref=self.ref.within(document), children=children)


def nest(flat: list[Provision]) -> tuple[Provision, ...]:
    """Rebuild a forest from provisions in text order, by containment of their spans."""
    roots: list[Provision] = []
    stack: list[tuple[Provision, list[Provision]]] = []

    def close() -> None:
        part, children = stack.pop()
        whole = replace(part, children=tuple(children))
        (stack[-1][1] if stack else roots).append(whole)

    for part in flat:
        while stack and not stack[-1][0].span.contains(part.span):
            close()
        stack.append((part, []))
    while stack:
        close()
    return tuple(roots)
