"""What an index knows of the words of its whole corpus: how they are written, where and how often they stand."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile

from retriever.diacritics import Diacritics
from retriever.evidence.rarity import Rarity, rarity_of
from retriever.evidence.word_table import WordTable, empty_table
from retriever.fault import IndexCorrupt
from retriever.unit import Unit

_DIACRITICS, _TABLE = "diacritics.json.gz", "words"


@dataclass(frozen=True, slots=True)
class CorpusWords:
    """All three belong to one state of the corpus."""

    diacritics: Diacritics = field(default_factory=Diacritics)
    table: WordTable = field(default_factory=empty_table)
    rarity: Rarity = field(default_factory=lambda: rarity_of(empty_table()))

    def grown(self, documents: Mapping[str, Sequence[Unit]], changed: set[str]) -> CorpusWords:
        """The same for a corpus of these documents, in order; only `changed` ones are read into the table anew."""
        diacritics = Diacritics()
        diacritics.learn(unit.words for units in documents.values() for unit in units)
        held = set(self.table.documents)
        fresh = {name: units for name, units in documents.items() if name in changed or name not in held}
        table = self.table.grown(list(documents), fresh)
        return CorpusWords(diacritics, table, rarity_of(table))

    def save(self, folder: Path) -> list[Path]:
        """Write it below a folder; the files that were written."""
        self.diacritics.save(folder / _DIACRITICS)
        self.table.save(folder / _TABLE)
        self.rarity.save(folder / _TABLE)
        return [folder / _DIACRITICS, *sorted((folder / _TABLE).glob("*.np[yz]")), folder / _TABLE / "names.json"]

    @classmethod
    def load(cls, folder: Path) -> CorpusWords:
        """Read what `save` wrote, nothing where there is nothing; raise `IndexCorrupt` where it cannot be read."""
        try:
            table, rarity = WordTable.load(folder / _TABLE), Rarity.load(folder / _TABLE)
            return cls(Diacritics.load(folder / _DIACRITICS), table, rarity or rarity_of(table))
        except (OSError, ValueError, EOFError, KeyError, BadZipFile, zlib.error) as error:
            raise IndexCorrupt(
                f"Chỉ mục ở {folder} bị hỏng ({error}). Hãy chạy `hoiluat corpus reindex` để dựng lại "
                "(không nhúng lại những gì đã nhúng)."
            ) from error
