"""The word index on disk: tantivy, in this process."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tantivy

from retriever.fault import DiskFull, IndexBusy, IndexCorrupt, disk_is_full, is_panic
from retriever.lexical import BARE, PAIR, Clause, LexicalHit, fields_of, terms_of
from retriever.unit import Unit

_WHITESPACE = "whitespace_only"
_WRITER_BYTES = 60_000_000
_NAMES = ("ref", "article", "document")


class TantivyIndex:
    """Terms come ready made, so that document numbers survive; tantivy only splits them at spaces."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._schema = _schema()
        self._writer: Any = None
        with self._guarded():
            self._index = _opened_at(folder, self._schema)
        splitter = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self._index.register_tokenizer(_WHITESPACE, splitter)

    def add(self, units: Iterable[Unit]) -> None:
        """Take units in; what is written shows after `commit`."""
        writer = self._opened()
        for unit in units:
            fields = {field: " ".join(terms) for field, terms in fields_of(unit.words).items()}
            names = {"ref": unit.ref, "article": unit.article, "document": unit.document}
            with self._guarded():
                writer.add_document(tantivy.Document(**names, **fields))

    def remove(self, document: str) -> None:
        """Drop all units of a document."""
        self._opened().delete_documents_by_term("document", document)

    def commit(self) -> None:
        """Make what was written durable and visible, and let other processes write."""
        with self._guarded():
            if self._writer is not None:
                writer, self._writer = self._writer, None
                writer.commit()
                writer.wait_merging_threads()
            self._index.reload()

    def count(self) -> int:
        """How many units are held."""
        return int(self._searcher().num_docs)

    def search(self, clauses: Sequence[Clause], k: int) -> list[LexicalHit]:
        """The best `k` units, best first."""
        query = self._query(terms_of(clauses))
        searcher = self._searcher()
        with self._guarded():
            hits = searcher.search(query, k).hits
            return [self._hit(searcher.doc(address), score) for score, address in hits]

    @staticmethod
    def erase(folder: Path) -> None:
        """Remove an index from disk."""
        shutil.rmtree(folder, ignore_errors=True)

    def _query(self, terms: dict[str, dict[str, float]]) -> Any:
        wanted = [
            (tantivy.Occur.Should, tantivy.Query.boost_query(self._term(field, term), weight))
            for field, weights in terms.items()
            for term, weight in weights.items()
        ]
        return tantivy.Query.boolean_query(wanted)

    def _term(self, field: str, term: str) -> Any:
        return tantivy.Query.term_query(self._schema, field, term, "freq")

    def _hit(self, stored: Any, score: float) -> LexicalHit:
        ref, article, document = (str(stored[name][0]) for name in _NAMES)
        return LexicalHit(ref, article, document, float(score))

    def _searcher(self) -> Any:
        with self._guarded():
            self._index.reload()
            return self._index.searcher()

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Around every call that reads or writes files."""
        try:
            yield
        except BaseException as error:
            if not isinstance(error, (ValueError, OSError)) and not is_panic(error):
                raise
            if disk_is_full(error):
                raise DiskFull from error
            raise IndexCorrupt(
                f"Chỉ mục từ ở {self._folder} không đọc được ({error}). Hãy chạy `hoiluat corpus reindex` để dựng lại."
            ) from error

    def _opened(self) -> Any:
        if self._writer is None:
            try:
                self._writer = self._index.writer(_WRITER_BYTES, 1)
            except ValueError as error:
                if disk_is_full(error):
                    raise DiskFull from error
                raise IndexBusy(
                    f"Một tiến trình khác đang ghi chỉ mục ở {self._folder}. Hãy đợi nó xong rồi chạy lại lệnh này."
                ) from error
        return self._writer


def _opened_at(folder: Path, schema: Any) -> Any:
    folder.mkdir(parents=True, exist_ok=True)
    return tantivy.Index(schema, path=str(folder))


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    for name in _NAMES:
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for name in (BARE, PAIR):
        builder.add_text_field(name, stored=False, tokenizer_name=_WHITESPACE, index_option="freq")
    return builder.build()
