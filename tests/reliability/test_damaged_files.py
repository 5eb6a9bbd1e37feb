"""Damaged files: what can be made again is made again, what cannot is left alone and said."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from api.house import House
from api.settings import read_settings
from corpus.sqlite_shelves import CorpusUnreadable
from tests.reliability.garden_laws import ASKED

Harm = Callable[[Path], object]


def cut(pattern: str) -> Harm:
    def harm(home: Path) -> None:
        for path in home.glob(pattern):
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    return harm


def garbled(pattern: str) -> Harm:
    def harm(home: Path) -> None:
        for path in home.glob(pattern):
            path.write_bytes(bytes((byte * 7 + 13) & 255 for byte in path.read_bytes()))

    return harm


def gone(pattern: str) -> Harm:
    def harm(home: Path) -> None:
        (path,) = home.glob(pattern)
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    return harm


def statement(name: str, sql: str) -> Harm:
    def harm(home: Path) -> None:
        db = sqlite3.connect(home / name)
        with db:
            db.execute(sql)
        db.close()

    return harm


def a_file_for_a_folder(home: Path) -> None:
    shutil.rmtree(home / "index")
    (home / "index").write_text("x", encoding="utf-8")


MADE_AGAIN = {
    "ledger cut": cut("taken.sqlite"),
    "ledger garbled": garbled("taken.sqlite"),
    "ledger of another shape": statement("taken.sqlite", "ALTER TABLE taken DROP COLUMN problems"),
    "vectors cut": cut("vectors.sqlite"),
    "vectors garbled": garbled("vectors.sqlite"),
    "vectors of another length": statement("vectors.sqlite", "UPDATE vector SET numbers = X'01'"),
    "manifest cut": cut("index/manifest.json"),
    "manifest of another shape": lambda home: (home / "index/manifest.json").write_text('{"documents": 5}'),
    "diacritics cut": cut("index/words.*/diacritics.json.gz"),
    "diacritics garbled": lambda home: next(home.glob("index/words.*/diacritics.json.gz")).write_bytes(
        b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + b"\xff" * 999_999
    ),
    "diacritics gone": gone("index/words.*/diacritics.json.gz"),
    "word segments cut": cut("index/lexical/*.*"),
    "words gone": gone("index/lexical"),
    "vector store cut": cut("index/chroma/chroma.sqlite3"),
    "vector segments cut": cut("index/chroma/*/*.bin"),
    "vector store gone": gone("index/chroma"),
    "index gone": gone("index"),
    "a file where the index belongs": a_file_for_a_folder,
}


@pytest.mark.parametrize("harm", MADE_AGAIN.values(), ids=MADE_AGAIN)
def test_what_can_be_made_again_is(harm: Harm, filled: Path) -> None:
    harm(filled)
    house = House(read_settings())
    house.sync()
    house.index.check(house.corpus)
    assert house.ledger.find("unknown bytes") is None
    found = house.searcher.search(ASKED, 8)
    assert {str(one.passage.ref.dieu) for one in found} >= {"2/2031/QH99#dieu_3"}
    assert all(one.why.dense_rank for one in found), "the vectors are all there again"
    assert all(one.why.lexical_rank for one in found), "so are the words"


@pytest.mark.parametrize(
    "harm",
    [
        cut("corpus.sqlite"),
        garbled("corpus.sqlite"),
        statement("corpus.sqlite", "UPDATE revision SET record = X'00112233'"),
        statement("corpus.sqlite", "UPDATE head SET document = '{}'"),
        statement("corpus.sqlite", "PRAGMA user_version = 9"),
        statement("corpus.sqlite", "ALTER TABLE head DROP COLUMN fingerprint"),
        statement("corpus.sqlite", "DROP TABLE card"),
    ],
)
def test_a_corpus_that_cannot_be_read_is_said_and_left_as_it_is(harm: Harm, filled: Path) -> None:
    harm(filled)
    before = (filled / "corpus.sqlite").read_bytes()
    with pytest.raises(CorpusUnreadable, match=r"corpus\.sqlite.*(nạp lại văn bản|HOILUAT_HOME)"):
        _corpus_read_whole()
    assert (filled / "corpus.sqlite").read_bytes() == before


def test_damaged_verdicts_are_put_aside(filled: Path) -> None:
    garbled("feedback.sqlite")(filled)
    damaged = (filled / "feedback.sqlite").read_bytes()
    feedback = House(read_settings()).feedback
    feedback.add("b", "wrong")
    assert feedback.counts() == {"wrong": 1}
    assert (filled / "feedback.sqlite.hong").read_bytes() == damaged


def test_a_corpus_put_aside_gets_the_starter_corpus_again(filled: Path) -> None:
    house = House(read_settings())
    house.furnish()
    held = len(house.corpus.documents())
    for path in filled.glob("corpus.sqlite*"):
        path.unlink()
    again = House(read_settings())
    again.furnish()
    assert len(again.corpus.documents()) == held - 2, "all but the two laws that were in the lost file"


def _corpus_read_whole() -> list[object]:
    corpus = House(read_settings()).corpus
    return [corpus.revision(document.id) for document in corpus.documents()]
