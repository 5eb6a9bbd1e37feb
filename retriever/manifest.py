"""What an index was built from, in one small file beside it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from retriever.fault import IndexCorrupt

SCHEMA = 2
"""Raised when what is indexed, or how, changes."""


@dataclass(slots=True)
class Manifest:
    """`documents`: id to the hash of what was indexed; `model`: a fingerprint, None for words only.

    `files`: the sizes (bytes) of the files beside it when it was finished. `corpus_version` is empty while writing.
    `words`: the folder with the words of the whole corpus; empty for the folder of the manifest itself, as it once was.
    """

    schema: int = SCHEMA
    model: str | None = None
    corpus_version: str = ""
    units: int = 0
    articles: int = 0
    documents: dict[str, str] = field(default_factory=dict)
    files: dict[str, int] = field(default_factory=dict)
    words: str = ""

    @classmethod
    def read(cls, path: Path) -> Manifest | None:
        """The manifest on disk; None where there is none yet; raise `IndexCorrupt` where it cannot be read."""
        try:
            found = cls(**json.loads(path.read_text(encoding="utf-8")))
            dict(found.documents), dict(found.files), Path(found.words)
            return found
        except FileNotFoundError:
            return None
        except (ValueError, TypeError) as error:
            raise IndexCorrupt(
                f"Tệp {path} không đọc được ({error}). Hãy chạy `hoiluat corpus reindex` để dựng lại chỉ mục."
            ) from error

    def write(self, path: Path) -> None:
        """Replace the manifest on disk in one step."""
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".part")
        draft.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), encoding="utf-8")
        draft.replace(path)
