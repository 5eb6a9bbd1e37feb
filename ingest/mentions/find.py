"""From a revision to its references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from corpus.document import Revision
from corpus.level import Level
from corpus.reference import ProvisionRef, Step
from corpus.span import Span
from ingest.mentions.act import Act, acts_in
from ingest.mentions.chain import Chain, Joint, chains_of
from ingest.mentions.found import Found
from ingest.mentions.mention import Kind, Mention
from ingest.mentions.names import Names
from ingest.mentions.place import pieces_in
from ingest.mentions.resolve import Resolver
from ingest.mentions.scene import Scenes
from ingest.mentions.standing import Standing
from ingest.numerals import POINTS

_LONGEST_RANGE = 200
_NOTHING: Mapping[str, str] = {}


def find_mentions(revision: Revision, names: Mapping[str, str] = _NOTHING) -> tuple[Mention, ...]:
    """Every reference in the text, in order; `names` gives documents by name, where the text gives no number.

    Numbered guarantees:

    1. It is total: any text, any tree.
    2. Every span slices to the words that refer.
    3. A reference whose document or article the text does not tell has no `ref`, and says why.
    4. The time grows linearly with the text.
    """
    document, text = revision.document, revision.text
    standing = Standing(revision)
    known = Names(names, f"{document.type} {document.title}", document.number)
    acts = acts_in(text, known, standing.body)
    resolver, scenes = Resolver(revision, standing), Scenes(revision, standing)
    found: list[Mention] = []
    for one in chains_of(text, list(pieces_in(text)), acts, standing.labels):
        if isinstance(one, Chain):
            found.extend(_mentions(one, resolver, scenes))
        elif not _is_heading(one, revision, standing):
            resolved = resolver.documents.of_act(one, scenes.at(one.start), has_place=False)
            kind = Kind.SUPRA if one.pointer else Kind.DOCUMENT
            found.append(Mention(Span(one.start, one.end), kind, resolved.ref, resolved.why))
    return tuple(found)


def dangling(revision: Revision) -> tuple[Mention, ...]:
    """The references to provisions of the text itself that it does not have."""
    return tuple(mention for mention in find_mentions(revision) if mention.exists is False)


def _is_heading(act: Act, revision: Revision, standing: Standing) -> bool:
    """Whether a number is the document's own, at its head: its title, no reference."""
    return act.start < standing.body and act.id is not None and act.id == revision.document.number


def _mentions(chain: Chain, resolver: Resolver, scenes: Scenes) -> Iterator[Mention]:
    scene = scenes.at(chain.pieces[0].start)
    acts = {id(act): resolver.documents.of_act(act, scene, has_place=True) for act in chain.acts.values()}
    carriers = _carriers(chain)
    before: tuple[int, Found] | None = None
    for index in range(len(chain.pieces)):
        if index in carriers:
            continue
        act = chain.act(index)
        resolved = resolver.place(chain, index, acts[id(act)] if act else None, scene)
        kind = _kind(chain, index, act)
        if chain.joints[index] is Joint.RANGE and before is not None:
            yield from _between(chain, before, (index, resolved), kind, resolver)
        yield Mention(_span(chain, index, carriers), kind, resolved.ref, resolved.why, resolved.exists)
        before = index, resolved
        scenes.remember(scene, resolved.ref)


def _carriers(chain: Chain) -> set[int]:
    """The pieces that only say where a smaller one stands."""
    found = set()
    for index in range(len(chain.pieces)):
        parent = chain.parent(index)
        if parent is not None and (
            parent == index - 1
            or chain.openers[index] == parent
            or (parent == index + 1 and chain.joints[parent] in (Joint.TIGHT, Joint.COMMA))
        ):
            found.add(parent)
    return found


def _span(chain: Chain, index: int, carriers: set[int]) -> Span:
    """From the piece to the last of the larger ones, and the act, that directly follow it."""
    start, last = chain.pieces[index].start, index
    while (parent := chain.parent(last)) is not None and parent == last + 1 and parent in carriers:
        last = parent
    before = chain.parent(index)
    if before is not None and before == index - 1:
        start = chain.pieces[before].start
    act = chain.acts.get(last)
    return Span(start, act.end if act else chain.pieces[last].end)


def _kind(chain: Chain, index: int, act: Act | None) -> Kind:
    at: int | None = index
    while at is not None:
        if not chain.pieces[at].number:
            return Kind.ID
        at = chain.parent(at)
    if act is None:
        return Kind.SHORT
    return Kind.SUPRA if act.pointer else Kind.FULL


def _between(
    chain: Chain, first: tuple[int, Found], last: tuple[int, Found], kind: Kind, resolver: Resolver
) -> Iterator[Mention]:
    """The inner members of a range; they share its span."""
    one, other = first[1].ref, last[1].ref
    if one is None or other is None or not one.path or not other.path or one.path[:-1] != other.path[:-1]:
        return
    span = Span(chain.pieces[first[0]].start, chain.pieces[last[0]].end)
    for number in _numbers(one.path[-1], other.path[-1]):
        ref = ProvisionRef(one.document, (*one.path[:-1], Step(one.path[-1].level, number)))
        own = one.document == resolver.revision.document.id
        if not own or ref in resolver.refs:
            yield Mention(span, kind, ref, exists=True if own else None)


def _numbers(first: Step, last: Step) -> list[str]:
    if first.level is Level.DIEM:
        start, end = POINTS.find(first.number), POINTS.find(last.number)
        return list(POINTS[start + 1 : end]) if 0 <= start < end else []
    if not (first.number.isdigit() and last.number.isdigit()):
        return []
    low, high = int(first.number), int(last.number)
    return [str(n) for n in range(low + 1, high)] if high - low <= _LONGEST_RANGE else []
