"""What an index knows of itself: the manifest, and the words of the whole corpus that the manifest names.

The words are many files. Each state of them lies in a folder of its own, written before the manifest that names it;
so the manifest alone, replaced in one step, says which state holds, and nobody reads two at once.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from retriever.corpus_words import CorpusWords
from retriever.fault import IndexCorrupt
from retriever.manifest import Manifest

_MANIFEST = "manifest.json"
_WORDS = "words."


class Record:
    """In memory, and below `folder` unless that is None."""

    def __init__(self, folder: Path | None) -> None:
        """Nothing is read yet."""
        self.folder = folder
        self.manifest: Manifest | None = None
        self.words = CorpusWords()
        self._seen = -1

    def refresh(self) -> bool:
        """Read what another process has written; whether there was anything new."""
        if self.folder is None:
            return False
        stamp = self._stamp()
        if stamp == self._seen:
            return False
        self.manifest, self.words = _read(self.folder)
        self._seen = stamp
        return True

    def write(self, manifest: Manifest) -> None:
        """Put a manifest in force."""
        self.manifest = manifest
        if self.folder is not None:
            manifest.write(self.folder / _MANIFEST)
            self._seen = self._stamp()

    def write_words(self, words: CorpusWords) -> tuple[str, dict[str, int]]:
        """Keep the words of the next manifest: the folder that it is to name, and the sizes of the files (bytes)."""
        self.words = words
        if self.folder is None:
            return "", {}
        name = self._next_name()
        (self.folder / name).mkdir(parents=True)
        written = words.save(self.folder / name)
        return name, {str(path.relative_to(self.folder)): path.stat().st_size for path in written}

    def prune(self) -> None:
        """Remove the words that the manifest does not name."""
        if self.folder is None or self.manifest is None or not self.manifest.words:
            return
        for path in self._states():
            if path.name != self.manifest.words:
                shutil.rmtree(path, ignore_errors=True)

    def forget(self) -> None:
        """Begin anew. The manifest goes first: half an index without a manifest is no index."""
        self.manifest, self.words = None, CorpusWords()
        if self.folder is not None:
            (self.folder / _MANIFEST).unlink(missing_ok=True)
            self._seen = 0

    def is_whole(self, manifest: Manifest) -> bool:
        """Whether every file is there that was there when the index was finished. Readers may let files grow."""
        if self.folder is None:
            return True
        sizes = {self.folder / path: size for path, size in manifest.files.items()}
        return all(path.is_file() and path.stat().st_size >= size for path, size in sizes.items())

    def _stamp(self) -> int:
        path = self.folder / _MANIFEST if self.folder else None
        return path.stat().st_mtime_ns if path and path.is_file() else 0

    def _states(self) -> Sequence[Path]:
        return [path for path in self.folder.glob("words*") if path.is_dir()] if self.folder else []

    def _next_name(self) -> str:
        """A name never used before, or a reader could take new files for the old ones that it looks for."""
        numbers = [int(path.name.removeprefix(_WORDS)) for path in self._states() if path.name[len(_WORDS) :].isdigit()]
        return f"{_WORDS}{max(numbers, default=0) + 1}"


def _read(folder: Path) -> tuple[Manifest | None, CorpusWords]:
    """A manifest and the words that it names, read anew where a writer was quicker and has removed those words."""
    manifest = Manifest.read(folder / _MANIFEST)
    while True:
        words = _words(folder, manifest)
        now = Manifest.read(folder / _MANIFEST)
        if (now and now.words) == (manifest and manifest.words):
            if isinstance(words, IndexCorrupt):
                raise words
            return manifest, words
        manifest = now


def _words(folder: Path, manifest: Manifest | None) -> CorpusWords | IndexCorrupt:
    """The words, or why they cannot be read: that counts only where the manifest still names them."""
    try:
        return CorpusWords.load(folder / manifest.words) if manifest else CorpusWords()
    except IndexCorrupt as error:
        return error
