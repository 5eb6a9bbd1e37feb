"""Shelves in one SQLite file, shared safely by several threads and processes."""

from __future__ import annotations

import json
import sqlite3
import threading
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from corpus import interchange
from corpus.card import AnswerCard
from corpus.reference import ProvisionRef
from corpus.shelves import Head, StoredRevision
from corpus.spare_file import is_damage
from corpus.sqlite_schema import SCHEMA, bring_up
from corpus.turn import Turn


class CorpusUnreadable(RuntimeError):
    """The corpus file is damaged or of another version; the message (Vietnamese) says what to do."""


class SqliteShelves:
    """Shelves kept in the file at `path`, created when missing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._depth = 0
        self._writes = 0
        self._heads: dict[tuple[str, ...], Head] = {}
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            raise CorpusUnreadable(
                f"{path.parent} không phải là thư mục. Hãy đặt HOILUAT_HOME thành một thư mục, hoặc dời tệp này đi."
            ) from error
        self._db = sqlite3.connect(path, timeout=60, isolation_level=None, check_same_thread=False)
        with self._readable():
            self._prepare()

    def _prepare(self) -> None:
        (found,) = self._db.execute("PRAGMA user_version").fetchone()
        if found > SCHEMA:
            raise CorpusUnreadable(
                f"Kho văn bản {self._path} thuộc phiên bản {found}, chương trình này đọc phiên bản {SCHEMA}. "
                "Hãy dùng đúng phiên bản chương trình, hoặc chỉ HOILUAT_HOME sang thư mục khác."
            )
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        if found != SCHEMA:
            with self.transaction():
                bring_up(self._db)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            with self._lock:
                yield
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> CorpusUnreadable:
        return CorpusUnreadable(
            f"Kho văn bản {self._path} bị hỏng hoặc thuộc phiên bản khác ({error}). Văn bản gốc của bạn không mất: "
            "hãy đổi tên tệp này (đừng xóa), rồi nạp lại văn bản bằng `hoiluat ingest`."
        )

    @contextmanager
    def _decoded(self) -> Iterator[None]:
        """Around turning stored rows into values."""
        try:
            yield
        except (zlib.error, ValueError, KeyError, TypeError) as error:
            raise self._damaged(error) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside happen, or none; nested blocks belong to the outermost one."""
        with self._readable():
            if self._depth == 0:
                self._db.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
            except BaseException:
                self._depth -= 1
                if self._depth == 0:
                    self._db.execute("ROLLBACK")
                raise
            self._depth -= 1
            if self._depth == 0:
                self._db.execute("COMMIT")
            self._writes += 1

    def stamp(self) -> int:
        """A number that changes when this or another process has written."""
        with self._readable():
            (others,) = self._db.execute("PRAGMA data_version").fetchone()
        return int(others) * 1_000_003 + self._writes

    def heads(self) -> dict[str, Head]:
        """The current revision of every document, by id."""
        with self._readable():
            rows = self._db.execute("SELECT document_id, sha256, document, relations, fingerprint FROM head").fetchall()
        with self._decoded():  # only what has changed since the last time: a store of a folder asks again and again
            self._heads = {row: self._heads.get(row) or _head(*row[1:]) for row in map(tuple, rows)}
        return {row[0]: head for row, head in self._heads.items()}

    def load(self, document_id: str) -> list[StoredRevision]:
        """All revisions of a document, oldest first."""
        with self._readable():
            rows = self._db.execute(
                "SELECT record, added_at, source, arrival, added_by FROM revision"
                " WHERE document_id = ? ORDER BY arrival",
                (document_id,),
            ).fetchall()
        with self._decoded():
            return [
                StoredRevision(interchange.read_revision(_unpack(r)), datetime.fromisoformat(at), source, order, by)
                for r, at, source, order, by in rows
            ]

    def holds(self, sha256: str) -> bool:
        """Whether any document has a revision of this name."""
        with self._readable():
            return self._db.execute("SELECT 1 FROM revision WHERE sha256 = ?", (sha256,)).fetchone() is not None

    def save(self, document_id: str, revisions: list[StoredRevision], head: Head | None) -> None:
        """Replace all revisions of a document; an empty list and no head remove it."""
        with self.transaction():
            self._db.execute("DELETE FROM revision WHERE document_id = ?", (document_id,))
            self._db.execute("DELETE FROM head WHERE document_id = ?", (document_id,))
            self._db.executemany("INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?)", map(_row, revisions))
            if head is not None:
                relations = [interchange.relation_record(relation) for relation in head.relations]
                document = interchange.document_record(head.document)
                row = (document_id, head.sha256, _json(document), _json(relations), head.fingerprint)
                self._db.execute("INSERT INTO head VALUES (?, ?, ?, ?, ?)", row)

    def turns(self, document_id: str) -> tuple[Turn, ...]:
        """What officers decided about a document, oldest first."""
        with self._readable():
            rows = self._db.execute(
                "SELECT sha256, turned_at, turned_by FROM turn WHERE document_id = ? ORDER BY place", (document_id,)
            ).fetchall()
        with self._decoded():
            return tuple(Turn(sha256, datetime.fromisoformat(at), by) for sha256, at, by in rows)

    def save_turns(self, document_id: str, turns: Sequence[Turn]) -> None:
        """Replace what officers decided about a document."""
        rows = [(document_id, n, turn.sha256, turn.at.isoformat(), turn.by) for n, turn in enumerate(turns)]
        with self.transaction():
            self._db.execute("DELETE FROM turn WHERE document_id = ?", (document_id,))
            self._db.executemany("INSERT INTO turn VALUES (?, ?, ?, ?, ?)", rows)

    def cards(self) -> dict[str, AnswerCard]:
        """All cards by id."""
        with self._readable():
            rows = self._db.execute("SELECT record FROM card").fetchall()
        with self._decoded():
            found = (_read_card(json.loads(record)) for (record,) in rows)
            return {card.id: card for card in found}

    def save_card(self, card: AnswerCard) -> None:
        """Add or replace a card."""
        with self.transaction():
            self._db.execute("INSERT OR REPLACE INTO card VALUES (?, ?)", (card.id, _json(_card_record(card))))

    def drop_card(self, card_id: str) -> None:
        """Remove a card."""
        with self.transaction():
            self._db.execute("DELETE FROM card WHERE id = ?", (card_id,))

    def next_order(self) -> int:
        """One more than the greatest order in use."""
        with self._readable():
            (greatest,) = self._db.execute("SELECT coalesce(max(arrival), 0) FROM revision").fetchone()
        return int(greatest) + 1


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _pack(record: interchange.Record) -> bytes:
    return zlib.compress(_json(record).encode(), 6)


def _unpack(blob: bytes) -> interchange.Record:
    record: interchange.Record = json.loads(zlib.decompress(blob))
    return record


def _row(stored: StoredRevision) -> tuple[str, str, int, str, str, bytes, str]:
    revision, at = stored.revision, stored.added_at.isoformat()
    record = _pack(interchange.revision_record(revision))
    return revision.document.id, revision.sha256, stored.order, at, stored.source, record, stored.by


def _head(sha256: str, document: str, relations: str, fingerprint: str) -> Head:
    read = tuple(interchange.read_relation(record) for record in json.loads(relations))
    return Head(interchange.read_document(json.loads(document)), sha256, read, fingerprint)


def _card_record(card: AnswerCard) -> interchange.Record:
    return {
        "id": card.id,
        "question": card.question,
        "variants": list(card.variants),
        "area": card.area,
        "answer": card.answer,
        "cites": [str(ref) for ref in card.cites],
        "checked_on": card.checked_on.isoformat() if card.checked_on else None,
    }


def _read_card(record: interchange.Record) -> AnswerCard:
    return AnswerCard(
        record["id"],
        record["question"],
        tuple(record["variants"]),
        record["area"],
        record["answer"],
        tuple(ProvisionRef.parse(ref) for ref in record["cites"]),
        date.fromisoformat(record["checked_on"]) if record["checked_on"] else None,
    )
