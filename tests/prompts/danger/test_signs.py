"""The tables of signs and words are read as they are meant."""

from __future__ import annotations

import csv
import re
from importlib import resources

import pytest

from prompts.danger import Gravity, Peril, signs
from prompts.telling import told

_TABLES = ("danger_signs.csv", "danger_words.csv")
_DANGLING = re.compile(r"[ …⋯]\([^()]*\)[?*](?=[|)]| &|$)")


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files("prompts").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@pytest.mark.parametrize("name", _TABLES)
def test_every_row_is_whole_and_says_why(name: str) -> None:
    for row in _rows(name):
        assert None not in row, f"a comma too many: {row}"
        assert all(row.values()), row


@pytest.mark.parametrize("name", _TABLES)
def test_no_pattern_ends_in_a_gap_with_nothing_behind(name: str) -> None:
    for row in _rows(name):
        assert not _DANGLING.search(row.get("pattern") or row["words"]), row


def test_classes_spoken_of_are_there() -> None:
    named = {name for row in _rows("danger_signs.csv") for name in re.findall(r"\{(\w+)\}", row["pattern"])}
    assert named <= {row["class"] for row in _rows("danger_words.csv")}


@pytest.mark.parametrize("marked", [True, False])
def test_every_peril_and_gravity_has_signs(marked: bool) -> None:
    assert {sign.peril for sign in signs(marked)} == set(Peril)
    assert {sign.gravity for sign in signs(marked)} == set(Gravity)


@pytest.mark.parametrize(
    ("question", "peril", "why"),
    [
        ("chồng tôi đấm vào mặt em", Peril.VIOLENCE, "two classes and a gap"),
        ("chong doa giet toi", Peril.VIOLENCE, "the same without marks"),
        ("không cho đi viện, anh ấy đạp tôi", Peril.VIOLENCE, "parts in any order"),
        ("em k muốn sống nữa", Peril.SELF_HARM, "chat spelling"),
    ],
)
def test_signs_stand_where_their_words_do(question: str, peril: Peril, why: str) -> None:
    assert peril in {sign.peril for sign, _ in told(question).signs()}, why


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("chở đất cho nhà kia, bà chủ bắt đền", "`chở` and `cho` differ where marks are written"),
        ("so do cua toi", "`so` is no `sờ` without a neighbour that says so"),
        ("chó cắn người, tôi đền", "an animal"),
        ("chồng tôi chưa bao giờ đánh ai", "denied"),
    ],
)
def test_likeness_of_words_is_no_sign(question: str, why: str) -> None:
    assert not told(question).signs(), why
