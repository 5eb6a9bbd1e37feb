"""The corpus itself: which revision is shown, which documents share a number, what is in force when."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from corpus.card import CARD_PREFIX, AnswerCard
from corpus.document import LegalDocument, Revision
from corpus.ending import Ending, Endings
from corpus.head import by_rank, head_of
from corpus.passage import Passage, passages_of
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from corpus.shelves import Head, MemoryShelves, Shelves, StoredRevision
from corpus.sqlite_shelves import SqliteShelves
from corpus.standing import Standing, own_days, standing
from corpus.store import Outcome, Put, RevisionEntry, is_card
from corpus.turn import Turn, held_to
from corpus.validity import Validity


class Library:
    """A `CorpusStore` over shelves. What it has read stays in memory until somebody writes."""

    def __init__(self, shelves: Shelves, who: str = "") -> None:
        """`who` is noted with all that is written."""
        self._shelves = shelves
        self._who = who
        self._stamp = -1
        self._heads: dict[str, Head] = {}
        self._revisions: dict[str, Revision] = {}
        self._passages: dict[str, tuple[Passage, ...]] = {}
        self._relations: dict[str, tuple[Relation, ...]] = {}
        self._endings = Endings({}, {}, {})
        self._cards: dict[str, AnswerCard] = {}

    def version(self) -> str:
        """A short name of the present content: 16 hexadecimal digits, equal for equal content."""
        self._refresh()
        names = [(name, head.fingerprint) for name, head in self._heads.items()]
        names += [(card.document_id, card.revision().sha256) for card in self._cards.values()]
        digest = hashlib.sha256()
        for name, sha256 in sorted(names):
            digest.update(f"{name}\0{sha256}\n".encode())
        return digest.hexdigest()[:16]

    def documents(self) -> tuple[LegalDocument, ...]:
        """The current document of each id, ordered by id, with its end where a later document ended it."""
        self._refresh()
        return tuple(self._dated(self._heads[name].document) for name in sorted(self._heads))

    def revision(self, document_id: str, sha256: str | None = None) -> Revision | None:
        """The current or the named revision of a document or card; None where there is none."""
        self._refresh()
        if is_card(document_id):
            card = self._cards.get(document_id.removeprefix(CARD_PREFIX))
            revision = card.revision() if card else None
            return revision if revision and sha256 in (None, revision.sha256) else None
        head = self._heads.get(document_id)
        if head is None:
            return None
        name = sha256 or head.sha256
        if name not in self._revisions:
            found = {s.revision.sha256: s.revision for s in self._shelves.load(document_id)}
            if name not in found:
                return None
            self._revisions[name] = found[name]
        return self._revisions[name]

    def holds(self, sha256: str) -> bool:
        """Whether a text is kept, shown or not."""
        return self._shelves.holds(sha256)

    def history(self, document_id: str) -> tuple[RevisionEntry, ...]:
        """All revisions, oldest first."""
        self._refresh()
        current = self._heads[document_id].sha256 if document_id in self._heads else ""
        return tuple(
            RevisionEntry(
                stored.revision.sha256,
                stored.revision.document,
                stored.added_at,
                stored.source,
                stored.revision.sha256 == current,
                stored.by,
                len(stored.revision.problems),
            )
            for stored in self._shelves.load(document_id)
        )

    def turns(self, document_id: str) -> tuple[Turn, ...]:
        """When an earlier revision was taken up again, or left to the order of rank again, oldest first."""
        return self._shelves.turns(document_id)

    def before(self, document_id: str) -> Revision | None:
        """What was shown before the present revision came; None where that was the first."""
        self._refresh()
        head = self._heads.get(document_id)
        held = self._shelves.load(document_id)
        here = next((stored.order for stored in held if head and stored.revision.sha256 == head.sha256), 0)
        earlier = by_rank(stored for stored in held if stored.order < here)
        return earlier[0].revision if earlier else None

    def cards(self) -> tuple[AnswerCard, ...]:
        """All answer cards, ordered by id."""
        self._refresh()
        return tuple(self._cards[name] for name in sorted(self._cards))

    def provision(self, ref: ProvisionRef) -> Provision | None:
        """A provision of a current revision."""
        revision = self.revision(ref.document)
        return revision.provision(ref) if revision else None

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """The passages of a current revision or card, with today's knowledge of their validity."""
        self._refresh()
        if document_id not in self._passages:
            revision = self.revision(document_id)
            if revision is None:
                return ()
            revision = replace(revision, document=self._dated(revision.document))
            self._passages[document_id] = tuple(map(self._in_its_days(revision), passages_of(revision)))
        return self._passages[document_id]

    def validity(self, document_id: str) -> Validity:
        """When a document is in force; unknown days where it is not held."""
        self._refresh()
        head = self._heads.get(document_id)
        return self._dated(head.document).validity if head else Validity()

    def ending(self, document_id: str) -> Ending:
        """The day on which a document ends, held or not, and what made it so."""
        self._refresh()
        return self._endings.of(document_id)

    def standing(self, ref: ProvisionRef, day: date) -> Standing | None:
        """A provision as it stood on a day; None where no text held here ever had it."""
        self._refresh()
        revision = self.revision(ref.document)
        if revision is None or not ref.path:
            return None
        changes = self.relations_to(ref.document)
        acting = {name: held for r in changes if (held := self.revision(name := r.source.document)) is not None}
        return standing(ref, revision, changes, day, acting, self._dated(revision.document).validity)

    def relations_to(self, document_id: str) -> tuple[Relation, ...]:
        """What the documents held here do to a document, each with its day where any is known."""
        self._refresh()
        return self._relations.get(document_id, ())

    def put(self, revision: Revision, source: str = "") -> Put:
        """Store a revision; the best revision of its document becomes current."""
        with self._shelves.transaction():
            self._refresh()
            name, renamed = self._settle_id(revision.document)
            return self._add(name, revision.renamed(name), source, renamed)

    def put_card(self, card: AnswerCard) -> Outcome:
        """Store an answer card."""
        with self._shelves.transaction():
            before = self._shelves.cards().get(card.id)
            if before == card:
                return Outcome.UNCHANGED
            self._shelves.save_card(card)
        return Outcome.UPDATED if before else Outcome.ADDED

    def remove(self, document_id: str) -> bool:
        """Remove a document with all its revisions, or a card; False where there was none."""
        with self._shelves.transaction():
            if is_card(document_id):
                found = document_id.removeprefix(CARD_PREFIX) in self._shelves.cards()
                self._shelves.drop_card(document_id.removeprefix(CARD_PREFIX))
                return found
            found = document_id in self._shelves.heads()
            self._shelves.save(document_id, [], None)
            self._shelves.save_turns(document_id, ())
        return found

    def turn_to(self, document_id: str, sha256: str | None) -> bool:
        """Show the named revision, until a text comes that goes before all that are held; None: the best one again."""
        with self._shelves.transaction():
            held, turns = self._shelves.load(document_id), self._shelves.turns(document_id)
            named = sha256 is None or any(stored.revision.sha256 == sha256 for stored in held)
            if not held or not named or held_to(turns) == sha256:
                return False
            self._shelves.save(document_id, held, head_of(held, sha256))
            self._shelves.save_turns(document_id, (*turns, self._turn(sha256)))
        return True

    def _turn(self, sha256: str | None) -> Turn:
        return Turn(sha256, datetime.now(UTC), self._who)

    def _add(self, name: str, revision: Revision, source: str, renamed: tuple[str, ...]) -> Put:
        held = self._shelves.load(name)
        before = self._shelves.heads().get(name)
        same = [stored for stored in held if stored.revision == revision]
        if same and before is not None:
            return Put(Outcome.UNCHANGED, name, renamed)
        kept = [stored for stored in held if stored.revision.sha256 != revision.sha256]
        known = next((stored for stored in held if stored.revision.sha256 == revision.sha256), None)
        arrival = StoredRevision(revision, datetime.now(UTC), source, self._shelves.next_order(), self._who)
        new = replace(known, revision=revision) if known else arrival  # a text arrives once, however often it is read
        shown = self._still_held_to(name, [*kept, new], None if known else new)
        head = head_of([*kept, new], shown)
        self._shelves.save(name, [*kept, new], head)
        if head.sha256 != revision.sha256:
            return Put(Outcome.OUTRANKED, name, renamed)
        return Put(Outcome.UPDATED if before else Outcome.ADDED, name, renamed)

    def _still_held_to(self, name: str, held: list[StoredRevision], arrival: StoredRevision | None) -> str | None:
        """The revision that an officer chose; a text that is new here and goes before all others ends that choice."""
        turns = self._shelves.turns(name)
        chosen = held_to(turns)
        if chosen is None or arrival is None or by_rank(held)[0] is not arrival:
            return chosen
        self._shelves.save_turns(name, (*turns, self._turn(None)))
        return None

    def _settle_id(self, document: LegalDocument) -> tuple[str, tuple[str, ...]]:
        """The id to store under; documents that share the number with another year take `@year` first."""
        plain = _plain(document)
        siblings = [head.document for head in self._heads.values() if _plain(head.document) == plain]
        dated = any("@" in sibling.id for sibling in siblings)
        if not dated and not any(_differ(sibling, document) for sibling in siblings):
            return plain, ()
        renamed = tuple(s.id for s in siblings if s.id != _with_year(s))
        for sibling in siblings:
            if sibling.id in renamed:
                self._rename(sibling.id, _with_year(sibling))
        return _with_year(document), renamed

    def _rename(self, old: str, new: str) -> None:
        held = [replace(stored, revision=stored.revision.renamed(new)) for stored in self._shelves.load(old)]
        turns = self._shelves.turns(old)
        self._shelves.save(old, [], None)
        self._shelves.save_turns(old, ())
        self._shelves.save(new, held, head_of(held, held_to(turns)))
        self._shelves.save_turns(new, turns)

    def _dated(self, document: LegalDocument) -> LegalDocument:
        """The document with its days as later documents left them: its start moved, its end or that of its law."""
        moved = [r for r in self._relations.get(document.id, ()) if r.moves_to is not None]
        last = max(moved, key=lambda r: r.effective or r.moves_to or date.min, default=None)
        return replace(
            document,
            in_force_from=last.moves_to if last else document.in_force_from,
            in_force_until=self._endings.of(document.id).day or document.in_force_until,
        )

    def _in_its_days(self, revision: Revision) -> Callable[[Passage], Passage]:
        """Gives a passage the days of its own provision: stated apart, or cut where later law took it out."""
        ends = [r for r in self._relations.get(revision.document.id, ()) if r.kind.ends and r.target.path]

        def dated(passage: Passage) -> Passage:
            validity = own_days(passage.ref, revision, passage.validity)
            for relation in ends:
                if relation.effective is not None and relation.target.contains(passage.ref):
                    validity = validity.cut(relation.effective)
            return replace(passage, validity=validity) if validity != passage.validity else passage

        return dated

    def _while_it_holds(self, relation: Relation) -> Relation:
        """A suspension or an overlay ends at the latest with the act, or the provision of it, that makes it."""
        if not relation.kind.is_for_a_time:
            return relation
        source = relation.source
        gone = (r for r in self._relations.get(source.document, ()) if r.kind.ends and r.target.path)
        ends = [r.effective for r in gone if r.target.contains(source)]
        days = [d for d in (relation.until, self._endings.of(source.document).day, *ends) if d is not None]
        return replace(relation, until=min(days, default=None))

    def _refresh(self) -> None:
        stamp = self._shelves.stamp()
        if stamp == self._stamp:
            return
        self._heads, self._cards = self._shelves.heads(), self._shelves.cards()
        self._relations = _by_target(self._heads)
        documents = {name: head.document for name, head in self._heads.items()}
        self._endings = Endings(documents, {name: h.relations for name, h in self._heads.items()}, self._relations)
        self._relations = {name: tuple(map(self._while_it_holds, done)) for name, done in self._relations.items()}
        self._revisions.clear()
        self._passages.clear()
        self._stamp = stamp


def memory_library() -> Library:
    """An empty corpus in memory."""
    return Library(MemoryShelves())


def open_library(path: Path, who: str = "") -> Library:
    """The corpus kept in the SQLite file at `path`, created when missing."""
    return Library(SqliteShelves(path), who)


def _plain(document: LegalDocument) -> str:
    return document.id.partition("@")[0]


def _with_year(document: LegalDocument) -> str:
    return f"{_plain(document)}@{document.issued_on.year}" if document.issued_on else _plain(document)


def _differ(one: LegalDocument, other: LegalDocument) -> bool:
    """Whether two documents of one number are two: both years of issue are known and differ."""
    years = {document.issued_on.year for document in (one, other) if document.issued_on}
    return len(years) == 2


def _by_target(heads: Mapping[str, Head]) -> dict[str, tuple[Relation, ...]]:
    table: dict[str, list[Relation]] = {}
    for head in heads.values():
        for relation in head.relations:
            since = relation.effective or _begins(relation, head, heads.get(relation.target.document))
            table.setdefault(relation.target.document, []).append(replace(relation, effective=since))
    return {target: tuple(relations) for target, relations in table.items()}


def _begins(relation: Relation, acting: Head, target: Head | None) -> date | None:
    """The day from which a relation without one acts: with its act; a correction with the text that it corrects."""
    if relation.kind is RelationKind.CORRECTS and target is not None:
        return target.document.in_force_from
    return acting.document.in_force_from
