"""How pairs are made: a place, what is done to a sentence of it, and a seed. Only this is kept, never the law's words.

`python -m eval.claims.recipes` chooses them anew from the starter corpus.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path
from random import Random

from eval.claims.flips import FLIPS
from eval.claims.pair import Pair
from eval.claims.paraphrases import PARAPHRASES
from eval.claims.sources import Source, starter

BUILD, HELD = "build", "held"
"""The half that was looked at while the check was built, and the half kept aside."""
_EACH = 60
"""Pairs of each operation over provisions, where there are as many."""
_CARD = "the/"


@dataclass(frozen=True, slots=True)
class Recipe:
    """`operation` is a flip or a paraphrase; `as_it_is` takes a card's sentence unchanged."""

    ref: str
    operation: str
    seed: int


def kept() -> tuple[Recipe, ...]:
    """The recipes of the repository."""
    lines = files("eval.claims").joinpath("recipes.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(Recipe(**json.loads(line)) for line in lines)


def half_of(ref: str) -> str:
    """In which half a place lies, told by a hash of its ref."""
    return BUILD if hashlib.sha256(ref.encode()).digest()[0] % 2 else HELD


def made(recipe: Recipe, sources: Mapping[str, Source]) -> Pair | None:
    """The pair of a recipe; None where the law has no such sentence (any more)."""
    source = sources.get(recipe.ref)
    if source is None:
        return None
    found = []
    for place, (sentence, marks) in enumerate(source.sentences):
        said = _done(recipe, sentence, source)
        if said and (said != sentence or recipe.operation in ("verbatim", "as_it_is")):
            found.append((place, said, marks))
    if not found:
        return None
    _, said, marks = Random(recipe.seed).choice(found)  # noqa: S311
    turned = recipe.operation if recipe.operation in FLIPS else ""
    return Pair(f"{recipe.ref}~{recipe.operation}~{recipe.seed}", source.basis(marks), said, turned)


def _done(recipe: Recipe, sentence: str, source: Source) -> str | None:
    chance = Random(recipe.seed)  # noqa: S311
    if recipe.operation == "as_it_is":
        return sentence
    if recipe.operation in FLIPS:
        return FLIPS[recipe.operation](sentence, chance)
    return PARAPHRASES[recipe.operation](sentence, source.label, chance)


def chosen(sources: Mapping[str, Source], each: int = _EACH, seed: int = 0) -> Iterator[Recipe]:
    """As many places for each operation as there are, up to `each`, no place twice for one; of cards every flip."""
    for operation in (*FLIPS, *PARAPHRASES):
        places = [ref for ref in sources if not ref.startswith(_CARD)]
        Random(f"{seed}{operation}").shuffle(places)  # noqa: S311
        fit = (Recipe(ref, operation, seed) for ref in places)
        yield from _first(each, (recipe for recipe in fit if made(recipe, sources)))
    for ref, source in sources.items():
        if ref.startswith(_CARD):
            yield from _of_card(ref, source, sources)


def _of_card(ref: str, source: Source, sources: Mapping[str, Source]) -> Iterator[Recipe]:
    """Each sentence as it stands, and each flip once."""
    told: dict[str, Recipe] = {}
    for seed in range(8 * len(source.sentences)):
        recipe = Recipe(ref, "as_it_is", seed)
        if pair := made(recipe, sources):
            told.setdefault(pair.claim, recipe)
    yield from told.values()
    yield from (r for operation in FLIPS if made(r := Recipe(ref, operation, 0), sources))


def _first(most: int, recipes: Iterable[Recipe]) -> Iterator[Recipe]:
    for _, recipe in zip(range(most), recipes, strict=False):
        yield recipe


def main() -> None:
    """Write the recipes of the repository."""
    lines = [json.dumps(asdict(recipe), ensure_ascii=False) for recipe in chosen(starter())]
    Path(str(files("eval.claims"))).joinpath("recipes.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
