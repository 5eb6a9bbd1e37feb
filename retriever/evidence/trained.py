"""The trained weighing that ships: one for words alone, one for words and meaning (`retriever/training` made both)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from zipfile import BadZipFile

from retriever.evidence.rarity import Floats
from retriever.evidence.trees import Trees
from retriever.fault import RankerUnreadable

Weigher = Callable[[Mapping[str, Floats]], Floats]
"""Features to scores, a score per candidate."""


def trained(features: Mapping[str, Floats]) -> Floats:
    """The score of every candidate by the trees that know these features."""
    return trees("meaning" if "meaning_range" in features else "words").score(features)


def own(path: Path) -> Weigher:
    """Trees that `hoiluat train` wrote; the bundled ones where a feature of theirs is not to be had.

    Raise `RankerUnreadable` for anything else.
    """
    try:
        grown = Trees.load(path)
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise RankerUnreadable(
            f"Không đọc được cách xếp hạng ở {path} ({error}). Hãy sửa HOILUAT_RANKER thành tệp mà `hoiluat train` "
            "đã ghi, hoặc bỏ trống để dùng bản đi kèm."
        ) from error

    def weigh(features: Mapping[str, Floats]) -> Floats:
        return grown.score(features) if features.keys() >= set(grown.names) else trained(features)

    return weigh


def channel(name: str) -> Weigher:
    """A weigher that looks at one feature alone: the higher the better."""
    return lambda features: features[name]


@cache
def trees(name: str) -> Trees:
    """The trees of `words` or `meaning`."""
    with resources.files("retriever.evidence").joinpath(f"{name}.npz").open("rb") as file:
        return Trees.load(file)
