"""The composition root: builds every object by hand from the settings, each when it is first needed."""

from __future__ import annotations

import getpass
import os
import time
from collections.abc import Callable, Sequence
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from api.contacts import ContactTable, shipped_contacts
from api.feedback import SqliteFeedback
from api.intake import FileReport, Intake
from api.ledger import Entry, Ledger
from api.settings import Settings, read_settings
from corpus.document import hash_of
from corpus.library import Library, open_library
from ingest.source import SourceDocument

if TYPE_CHECKING:
    from api.advisor import Advisor
    from api.drafting import Drafter
    from retriever.evidence.trained import Weigher
    from retriever.index import Index
    from retriever.retriever import Retriever

Progress = Callable[[str, int, int], None]
"""Told (stage in Vietnamese, done, total) while something long runs."""


def silent(stage: str, done: int, total: int) -> None:
    """Report progress to nobody."""


class House:
    """Everything that belongs to one `HOILUAT_HOME`. Making one opens the corpus and nothing heavier."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.corpus: Library = open_library(settings.home / "corpus.sqlite", os_user())

    @cached_property
    def contacts(self) -> ContactTable:
        """Whom to turn to."""
        return shipped_contacts()

    @cached_property
    def feedback(self) -> SqliteFeedback:
        """Where verdicts on answers go."""
        return SqliteFeedback(self.settings.home / "feedback.sqlite")

    @cached_property
    def ledger(self) -> Ledger:
        """What has been read already, by this version of the readers."""
        from ingest.source import READER

        return Ledger(self.settings.home / "taken.sqlite", READER)

    @cached_property
    def index(self) -> Index:
        """The index as it lies on disk; one that cannot be read is put aside, to be built again from the corpus."""
        from retriever.fault import IndexCorrupt
        from retriever.index import erase_index

        try:
            return self._open_index()
        except IndexCorrupt:
            erase_index(self.settings.home / "index")
            return self._open_index()

    @property
    def weigh(self) -> Weigher:
        """How candidates are weighed: by the trees that ship, or by those of HOILUAT_RANKER."""
        from retriever.evidence.trained import own, trained

        return own(self.settings.ranker) if self.settings.ranker else trained

    @cached_property
    def searcher(self) -> Retriever:
        """What finds passages."""
        from retriever.retriever import Retriever

        return Retriever(self.corpus, self.index)

    @cached_property
    def advisor(self) -> Advisor:
        """What answers questions."""
        from api.advisor import Advisor
        from api.support import MeasuredSupport

        return Advisor(self.corpus, self.searcher, MeasuredSupport(), self.contacts, self._drafter())

    def furnish(self, progress: Progress = silent) -> None:
        """Put the starter corpus in, once for each version of it; official texts already here stay in front."""
        from ingest.starter_source import StarterSource

        source = StarterSource()
        documents, cards = list(source.documents()), source.cards()
        mark = hash_of("\n".join(["starter", *(one.content for one in documents), *map(repr, cards)]))
        if self.ledger.find(mark) is not None and self.corpus.documents():  # else the corpus was begun anew
            return
        self._intake("Nạp bộ khởi đầu", documents, progress)
        for card in cards:
            self.corpus.put_card(card)
        self.ledger.note(mark, Entry("", "", 0))

    def take(self, paths: Sequence[Path], progress: Progress = silent) -> list[FileReport]:
        """Files and folders into the corpus, then the index level with it; a report of every file."""
        from ingest.folder_source import FolderSource

        reports = self._intake("Đọc văn bản", list(FolderSource(paths).documents()), progress)
        self.sync(progress)
        return reports

    def sync(self, progress: Progress = silent, wait: bool = True) -> None:
        """Bring the index level with the corpus; costs nothing where it is.

        Where another process writes it: `wait` for that one, or go on with the index as it is, if there is one.
        """
        if self.index.is_current(self.corpus):
            return
        self._load_starter_vectors()
        told = _told(progress)
        self._in_turn(lambda: self.index.sync(self.corpus, progress=told), progress, wait)

    def rebuild(self, progress: Progress = silent) -> None:
        """Build the index anew from the corpus; what was embedded is not embedded again."""
        self._load_starter_vectors()
        told = _told(progress)
        self._in_turn(lambda: self.index.rebuild(self.corpus, progress=told), progress, wait=True)

    def _in_turn(self, write: Callable[[], object], progress: Progress, wait: bool) -> None:
        from retriever.fault import IndexBusy

        waited = 0
        while True:
            try:
                write()
                return
            except IndexBusy:
                if not wait and self.index.is_usable:
                    return
            progress("Đợi tiến trình khác ghi xong chỉ mục (giây)", waited, waited + 1)
            time.sleep(1)
            waited += 1

    def prepare(self, report: Callable[[str], None] = lambda _: None) -> None:
        """Make everything ready to answer; `report` is told, in Vietnamese, what is being made ready."""
        report("đang nạp bộ luật khởi đầu")
        self.furnish()
        report("đang chuẩn bị chỉ mục tìm kiếm")
        self.sync(lambda stage, done, total: report(f"{stage.lower()}: {done}/{total}"))
        report("đang khởi động bộ tìm kiếm")
        self.searcher.search("ly hôn", 1)
        _ = self.advisor

    @property
    def cache(self) -> Path:
        """Where prepared models are kept, for all homes."""
        from platformdirs import user_cache_path

        return self.settings.cache or user_cache_path("hoiluat", appauthor=False)

    def _intake(self, stage: str, documents: Sequence[SourceDocument], progress: Progress) -> list[FileReport]:
        intake = Intake(self.corpus, self.ledger)
        return list(intake.take(documents, lambda done, total, name: progress(stage, done, total)))

    def _open_index(self) -> Index:
        from retriever.embedding_choice import embedder_for
        from retriever.index import open_index
        from retriever.vector_cache import VectorCache

        settings = self.settings
        embedder = embedder_for(settings.embedding_model or None, self.cache, settings.embedding_api_key or None)
        vectors = VectorCache(settings.home / "vectors.sqlite")
        return open_index(settings.home / "index", embedder, vectors, settings.chroma_url or None, self.weigh)

    def _load_starter_vectors(self) -> None:
        from retriever.starter_vectors import load_vectors
        from retriever.vector_cache import VectorCache

        with as_file(files("ingest") / "starter" / "vectors.npz") as path:
            load_vectors(path, VectorCache(self.settings.home / "vectors.sqlite"))

    def _drafter(self) -> Drafter | None:
        if not self.settings.llm_base_url:
            return None
        from api.chat.openai_chat import OpenAIChat
        from api.drafting import Drafter

        settings = self.settings
        return Drafter(OpenAIChat(settings.llm_base_url, settings.llm_model, settings.llm_api_key))


def os_user() -> str:
    """Who runs this, as the operating system calls them; a number where it has no name for them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return str(os.getuid()) if hasattr(os, "getuid") else ""


def _told(progress: Progress) -> Callable[[int, int], None]:
    return lambda done, total: progress("Lập chỉ mục", done, total)


def open_house(settings: Settings | None = None, progress: Progress = silent, starter: bool = True) -> House:
    """The house of the settings; the first command on an empty home puts the starter corpus in."""
    house = House(settings or read_settings())
    if starter:
        house.furnish(progress)
    return house
