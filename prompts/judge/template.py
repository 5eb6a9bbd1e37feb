"""The messages sent to a judge. Question, passages and answer are data between delimiters, never instructions."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from string import Template

Messages = list[tuple[str, str]]

_AGAIN = """Kết quả vừa rồi không đọc được. Hãy chấm lại và chỉ viết một đối tượng JSON như đã nói: \
{"score": <1 đến 5>, "why": "<một câu>"}"""
_NONE = "(không có đoạn nào)"
_PARTING = "\n---\n"


@dataclass(frozen=True, slots=True)
class Material:
    """What is judged: a question, the answer, and the passages shown with it, each as its name and its words."""

    question: str
    answer: str
    passages: tuple[tuple[str, str], ...] = ()


def written(name: str) -> str:
    """The file of a prompt, such as `tone.v1`."""
    return (files("prompts") / "judge" / f"{name}.md").read_text(encoding="utf-8")


def messages(prompt: str, material: Material) -> Messages:
    """(role, text) messages of a prompt's file: instructions before its `---`, the material after."""
    key = _key(prompt, material)
    opening, closing = f"<<<{key}", f"{key}>>>"
    system, _, user = prompt.partition(_PARTING)
    filled = {
        "open": opening,
        "close": closing,
        "question": material.question,
        "answer": material.answer,
        "passages": _blocks(material.passages, opening, closing),
    }
    return [
        ("system", Template(system).substitute(filled).strip()),
        ("user", Template(user).substitute(filled).strip()),
    ]


def again(asked: Sequence[tuple[str, str]], reply: str) -> Messages:
    """The same conversation, after a reply that could not be read."""
    return [*asked, ("assistant", reply), ("user", _AGAIN)]


def _key(prompt: str, material: Material) -> str:
    """A hash of all that it parts: the same each time, so that a judge can be asked the same, and in none of it."""
    whole = (prompt, material.question, material.answer, *(part for one in material.passages for part in one))
    return hashlib.sha256("\0".join(whole).encode()).hexdigest()[:16]


def _blocks(passages: Sequence[tuple[str, str]], opening: str, closing: str) -> str:
    return "\n".join(f"{opening}\n{name}\n{words}\n{closing}" for name, words in passages) or _NONE
