"""A provision as it stood on a day: its words of that day, whether they were law, and which acts made it so.

Điều 53-58 Luật 64/2025/QH15; changes are applied in the order of their days, those of one day in the order of issue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.document import LegalDocument, Revision
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from corpus.validity import Status, Validity
from corpus.wording import Part, Piece, Wording


@dataclass(frozen=True, slots=True)
class Standing:
    """What a provision is on `day`. `pieces` are its words, each one span of a stored text."""

    ref: ProvisionRef
    day: date
    status: Status
    validity: Validity
    """The days on which exactly these words are law."""
    heading: str
    pieces: tuple[Piece, ...]
    made_by: tuple[Relation, ...]
    """What touched it up to the day, the first first; undated changes too."""
    coming: tuple[Relation, ...]
    """What will touch it after the day."""
    rephrased_by: tuple[Relation, ...] = ()
    """The changes of phrases that found theirs in it."""

    @property
    def unworked(self) -> tuple[Relation, ...]:
        """Changes up to the day that could not be worked in: `pieces` are the words before them."""
        reworded = [r for r in self.made_by if r.kind in (RelationKind.AMENDS, RelationKind.CORRECTS)]
        known = self.rephrased_by
        return tuple(r for r in reworded if r.words is None and r.target.path and r not in known)


@dataclass(frozen=True, slots=True)
class _State:
    """The provision after one change; without pieces it is not there."""

    since: date | None
    heading: str = ""
    pieces: tuple[Piece, ...] = ()
    ended: Relation | None = None
    is_cut: bool = False
    """Whether something inside it was taken out."""


def standing(
    ref: ProvisionRef,
    revision: Revision,
    changes: Sequence[Relation],
    day: date,
    acting: Mapping[str, Revision],
    validity: Validity,
) -> Standing | None:
    """How `ref` stood on `day`; None where no text ever had it.

    `changes` is what other documents do to this one, `acting` those documents by id as far as they are held,
    `validity` that of the whole document.
    """
    later = [r for r in changes if r.kind.changes and not is_within(r, revision.document)]
    later = sorted(_detailed(later), key=lambda r: _order(r, acting))
    wording = _issued(ref, revision, acting)
    states = list(_states(ref, wording, later, acting))
    if not any(state.pieces for state in states):
        return None
    rephrasing = tuple(dict.fromkeys(r for r, place in wording.phrased if ref.contains(place)))
    elsewhere = {r for r, place in wording.phrased if not ref.contains(place)} - set(rephrasing)
    touching = [r for r in later if r.touches(ref) and not _is_elsewhere(r, ref, rephrasing, elsewhere)]
    shaping = [r for r in touching if r.target.path or r.kind is not RelationKind.AMENDS or r.phrase]
    made = tuple(r for r in touching if r.effective is None or r.effective <= day)
    coming = tuple(r for r in touching if r.effective is not None and r.effective > day)
    state, removed, begins = _on_day(states, day)
    whole = own_days(ref, revision, validity)
    days = _days(whole, begins, shaping, day, removed)
    status = _status(ref, day, state, removed, begins, made, whole)
    return Standing(ref, day, status, days, state.heading, state.pieces, made, coming, rephrasing)


def _is_elsewhere(
    relation: Relation, ref: ProvisionRef, rephrasing: Sequence[Relation], elsewhere: set[Relation]
) -> bool:
    """Whether a changed phrase is none of `ref`: found in other parts only, or sought all over the document."""
    if relation.phrase is None or relation in rephrasing:
        return False
    is_wider = relation.target != ref and relation.target.contains(ref)
    return not relation.target.path or (is_wider and (relation in elsewhere or relation.phrase.own_only))


def own_days(ref: ProvisionRef, revision: Revision, validity: Validity) -> Validity:
    """The document's days, or those that it states for this provision (the innermost statement wins)."""
    for effect in sorted(revision.effects, key=lambda effect: len(effect.ref.path)):
        if effect.ref.contains(ref):
            validity = effect.apply(validity)
    return validity


def is_within(relation: Relation, document: LegalDocument) -> bool:
    """Whether a text with a day of its own (consolidated, snapshot) carries a change already; a halt leaves no mark."""
    made = document.holds_from
    return (
        not relation.kind.is_for_a_time
        and made is not None
        and relation.effective is not None
        and relation.effective <= made
    )


def _detailed(changes: Sequence[Relation]) -> list[Relation]:
    """The changes without those that their act says more exactly elsewhere.

    That is: on the same place with its new words, or, by instructions below, on places inside it.
    """
    return [r for r in changes if _is_exact(r) or not _is_told_better(r, changes)]


def _is_exact(change: Relation) -> bool:
    return change.kind.ends or change.words is not None or change.phrase is not None


def _is_told_better(change: Relation, changes: Sequence[Relation]) -> bool:
    others = [r for r in changes if r is not change and r.source.document == change.source.document]
    if not change.target.path:
        return any(r.target.path for r in others)
    worded = any(r.words is not None and r.target == change.target for r in others)
    return worded or any(
        change.target.contains(r.target) and change.source.contains(r.source) and change.source != r.source
        for r in others
    )


def _issued(ref: ProvisionRef, revision: Revision, acting: Mapping[str, Revision]) -> Wording:
    """The article of a place as its text has it, before any change."""
    top = _top(ref)
    base = revision.provision(top)
    texts = {held.sha256: held.text for held in (*acting.values(), revision)}
    return Wording(top, Part.of(base, revision.document.id, revision.sha256) if base else None, texts)


def _states(
    ref: ProvisionRef, wording: Wording, changes: Sequence[Relation], acting: Mapping[str, Revision]
) -> Iterator[_State]:
    """The provision as issued, then after each dated change of its article."""
    yield _state(wording, ref, None)
    for change in changes:
        names_place = change.target.path or change.kind.ends or change.phrase
        if change.effective is not None and change.touches(wording.top) and names_place:
            held = acting.get(change.source.document)
            wording.apply(change, held.sha256 if held else None)
            yield _state(wording, ref, change.effective)


def _state(wording: Wording, ref: ProvisionRef, since: date | None) -> _State:
    part = wording.root.find(ref) if wording.root else None
    if part is None or wording.root is None:
        return _State(since)
    above = [p for p in wording.root.walk() if p.ref.contains(ref)]
    ended = next((p.ended for p in above if p.ended is not None), None)
    is_cut = any(p.ended is not None for p in part.walk())
    return _State(since, part.heading, tuple(part.pieces()), ended, is_cut)


def _on_day(states: list[_State], day: date) -> tuple[_State, date | None, date | None]:
    """The state to show on a day; the day from which it is gone; the day from which it is there, where inserted."""
    reached = [state for state in states if state.since is None or state.since <= day]
    there = [state for state in reached if state.pieces]
    first = next(state for state in states if state.pieces)
    if not there:
        return first, None, first.since
    now = reached[-1]
    if now.pieces:
        return now, now.ended.effective if now.ended else None, first.since
    gone = reached[reached.index(there[-1]) + 1]
    return there[-1], gone.since, first.since


def _days(
    whole: Validity, begins: date | None, shaping: Sequence[Relation], day: date, removed: date | None
) -> Validity:
    """From the last change of the words up to the day until the next; `shaping` leaves out acts that name no place."""
    days = [r.effective for r in shaping if r.effective is not None and r.effective != removed]
    starts = [d for d in (whole.start, begins, *(d for d in days if d <= day)) if d is not None]
    start = max(starts) if whole.start is not None else None
    ends = [d for d in (whole.until, removed, *(d for d in days if d > day)) if d is not None]
    return Validity(start, min((d for d in ends if start is None or d > start), default=None))


def _status(
    ref: ProvisionRef,
    day: date,
    state: _State,
    removed: date | None,
    begins: date | None,
    made: Sequence[Relation],
    whole: Validity,
) -> Status:
    """Of several, the strongest: what the document is, then what became of the provision, then what was halted."""
    if (status := whole.status_on(day)) is not Status.IN_FORCE:
        return status
    if begins is not None and day < begins:
        return Status.NOT_YET
    if removed is not None and removed <= day:
        return Status.EXPIRED
    halted = [r for r in made if r.kind is RelationKind.SUSPENDS and r.acts_on(day)]
    if any(r.target.contains(ref) for r in halted):
        return Status.SUSPENDED
    return Status.PARTLY_EXPIRED if halted or state.is_cut else Status.IN_FORCE


def _top(ref: ProvisionRef) -> ProvisionRef:
    """The article of a place; the first step where it lies in none."""
    return ref.dieu or replace(ref, path=ref.path[:1])


def _order(relation: Relation, acting: Mapping[str, Revision]) -> tuple[date, date, str, int]:
    held = acting.get(relation.source.document)
    issued = held.document.issued_on if held else None
    place = _place_of(held, relation.source)
    return relation.effective or date.max, issued or date.min, relation.source.document, place


def _place_of(held: Revision | None, source: ProvisionRef) -> int:
    part: Provision | None = held.provision(source) if held else None
    return part.span.start if part else 0
