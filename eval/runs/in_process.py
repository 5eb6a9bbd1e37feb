"""This service, asked in the process of the harness."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from api.answer import Inquiry
from api.house import House
from api.inquiry import LONGEST, cleaned
from api.messages import AnswerMessage
from eval.runs.system import AskFailed
from eval.suites.suite import Row

_PACKAGES = ("api", "corpus", "prompts", "retriever")
"""The packages whose code and tables determine an answer."""


class InProcess:
    """The advisor of a house."""

    def __init__(self, house: House) -> None:
        self._house = house

    def describe(self) -> Mapping[str, str]:
        """The versions of corpus, model and code: together they determine every answer."""
        return {
            "name": "hoiluat",
            "corpus_version": self._house.corpus.version(),
            "model": self._house.settings.llm_model if self._house.settings.llm_base_url else "extractive",
            "embedding_model": self._house.settings.embedding_model or "default",
            "code": code_version(),
        }

    def ask(self, row: Row) -> Mapping[str, Any]:
        """One question through the same checks as `POST /ask`."""
        question = cleaned(row.question)
        if not question or len(question) > LONGEST:
            raise AskFailed(f"the question has {len(question)} characters, of 1 to {LONGEST} allowed")
        try:
            answer = self._house.advisor.ask(Inquiry(question, row.as_of, row.event_date, channel="eval"))
        except Exception as error:  # a bug of the system under test is a result, not the end of the run
            raise AskFailed(f"{type(error).__name__}: {error}") from error
        return AnswerMessage.of(answer).record()


def code_version() -> str:
    """The hash of the code and tables that answers come from."""
    found = hashlib.sha256()
    for package in _PACKAGES:
        root = files(package)
        paths = (path for path in sorted(_below(root)) if not path[0].endswith((".pyc", ".npz")))
        for name, content in paths:
            found.update(f"{package}/{name} {len(content)}\n".encode() + content)
    return found.hexdigest()[:16]


def _below(folder: Any, prefix: str = "") -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += [] if entry.name == "__pycache__" else _below(entry, f"{prefix}{entry.name}/")
        else:
            found.append((prefix + entry.name, entry.read_bytes()))
    return found
