"""What the ranker sees of each example, as tables: features of the candidates, and which of them are right."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from retriever.embedder import Progress, silent
from retriever.evidence.features import EDITION
from retriever.evidence.rarity import Floats
from retriever.fault import NothingToLearn
from retriever.lay_terms import bundled_lay_terms
from retriever.question import understand
from retriever.ranking import Allowed, Ranker, every
from retriever.training.examples import Example

_AT_ONCE = 100
"""Examples in one file of the work folder: what is lost when the work is broken off."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """`features`: rows of candidates by named columns; `right`: 1 for a right one; `groups`: rows per example."""

    names: tuple[str, ...]
    features: Floats
    right: npt.NDArray[np.int8]
    groups: npt.NDArray[np.int64]


def gathered(
    ranker: Ranker,
    examples: Sequence[Example],
    work: Path,
    name: str,
    progress: Progress = silent,
    allowed: Allowed = every,
) -> Gathered:
    """The tables of all examples that have a right candidate; what lies in `work` under `name` is not done again.

    `name` must tell the index and what is `allowed` apart: the same examples over another corpus are other tables.
    Raise `NothingToLearn` where no example has a right candidate.
    """
    work.mkdir(parents=True, exist_ok=True)
    parts = []
    for start in range(0, len(examples), _AT_ONCE):
        some = examples[start : start + _AT_ONCE]
        path = work / f"{_key(name, some)}.npz"
        if not path.is_file():
            _write(list(_tables(ranker, some, allowed)), path)
        parts.append(_read(path))
        progress(min(start + _AT_ONCE, len(examples)), len(examples))
    return _joined([part for part in parts if len(part.groups)])


def _tables(ranker: Ranker, examples: Sequence[Example], allowed: Allowed) -> Iterator[Gathered]:
    for example in examples:
        asked = understand(example.question, bundled_lay_terms(), ranker.words.diacritics)
        names, features = ranker.gather(asked, allowed=allowed)
        right = np.array([name in example.articles for name in names], np.int8)
        if right.any():
            table = np.stack(list(features.values()), axis=1).astype(np.float32)
            yield Gathered(tuple(features), table, right, np.array([len(names)]))


def _key(name: str, examples: Sequence[Example]) -> str:
    said = "\0".join([name, str(EDITION), *(f"{one.question}\1{' '.join(one.articles)}" for one in examples)])
    return hashlib.sha256(said.encode()).hexdigest()[:24]


def _write(tables: list[Gathered], path: Path) -> None:
    whole = _joined(tables) if tables else None
    draft = path.with_suffix(".part")
    with draft.open("wb") as file:
        if whole is None:
            np.savez_compressed(file, names=np.array([]), groups=np.zeros(0, np.int64))
        else:
            np.savez_compressed(
                file, names=np.array(whole.names), features=whole.features, right=whole.right, groups=whole.groups
            )
    draft.replace(path)


def _read(path: Path) -> Gathered:
    with np.load(path) as held:
        if not len(held["groups"]):
            return Gathered((), np.zeros((0, 0), np.float32), np.zeros(0, np.int8), held["groups"])
        return Gathered(tuple(map(str, held["names"])), held["features"], held["right"], held["groups"])


def _joined(parts: Sequence[Gathered]) -> Gathered:
    if not parts:
        raise NothingToLearn(
            "Không câu hỏi nào có điều đúng trong số tìm thấy, nên không học được gì: kho có các văn bản ghi ở "
            '"gold" của các câu hỏi không?'
        )
    return Gathered(
        parts[0].names,
        np.concatenate([part.features for part in parts]),
        np.concatenate([part.right for part in parts]),
        np.concatenate([part.groups for part in parts]),
    )
