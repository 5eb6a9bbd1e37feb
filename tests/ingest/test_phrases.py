"""Instructions on phrases: which words give way to which, and where."""

import pytest

from corpus.document import Revision
from corpus.relation import Relation, RelationKind
from tests.ingest.test_new_words import acting


def told(revision: Revision) -> list[tuple[str, ...]]:
    """Each change of a phrase: the place, the verb, the old phrase and the new one."""
    return [_row(r, revision.text) for r in revision.relations if r.phrase is not None]


def _row(relation: Relation, text: str) -> tuple[str, ...]:
    phrase = relation.phrase
    assert phrase is not None
    new = (phrase.new.slice(text),) if phrase.new else ()
    own = ("own",) if phrase.own_only else ()
    return (relation.target.fragment, phrase.verb.value, phrase.old.slice(text), *new, *own)


CASES = [
    ("1. Thay thế cụm từ “gàu” bằng cụm từ “xô” tại khoản 2 Điều 5, Điều 7.",
     [("dieu_5__khoan_2", "replace", "gàu", "xô"), ("dieu_7", "replace", "gàu", "xô")], "two places"),
    ('1. Thay thế cụm từ "gàu" tại các khoản 1 và 3 Điều 5 bằng từ "xô";',
     [("dieu_5__khoan_1", "replace", "gàu", "xô"), ("dieu_5__khoan_3", "replace", "gàu", "xô")],
     "the places before the new phrase, straight marks"),
    ("1. Thay cụm từ «gàu», «thùng» thành «xô» tại Điều 5.",
     [("dieu_5", "replace", "gàu", "xô"), ("dieu_5", "replace", "thùng", "xô")], "two old phrases, one new, angles"),
    ("1. Bổ sung cụm từ “, xô” vào sau cụm từ “gàu” tại điểm b khoản 2 Điều 5.",
     [("dieu_5__khoan_2__diem_b", "after", "gàu", ", xô")], "put in after"),
    ("1. Bổ sung từ “bị” vào trước cụm từ “cấm tưới” tại khoản 4 Điều 6; từ “đang” vào trước từ “tưới” tại Điều 8.",
     [("dieu_6__khoan_4", "before", "cấm tưới", "bị"), ("dieu_8", "before", "tưới", "đang")],
     "put in before, the verb said once"),
    ("1. Bỏ cụm từ “gàu”, cụm từ “xô” và từ “ca” tại khoản 2 Điều 4;",
     [("dieu_4__khoan_2", "delete", "gàu"), ("dieu_4__khoan_2", "delete", "xô"), ("dieu_4__khoan_2", "delete", "ca")],
     "three phrases taken out of one place"),
    ("1. Bỏ cụm từ “gàu” tại khoản 3, cụm từ “xô” tại khoản 3a và cụm từ “ca” tại khoản 4 Điều 9.",
     [("dieu_9__khoan_3", "delete", "gàu"), ("dieu_9__khoan_3a", "delete", "xô"), ("dieu_9__khoan_4", "delete", "ca")],
     "the article is named last"),
    ("1. Bãi bỏ cụm từ “Điều 3, Điều 4” tại khoản 1 Điều 5.",
     [("dieu_5__khoan_1", "delete", "Điều 3, Điều 4")], "places inside the phrase are none of the instruction"),
    ("1. Thay thế cụm từ “gàu” bằng cụm từ “xô” tại đoạn mở đầu khoản 1 Điều 5.",
     [("dieu_5__khoan_1", "replace", "gàu", "xô", "own")], "only the words before the points"),
    ("1. Thay thế cụm từ “gàu” bằng cụm từ “xô” tại tên và khoản 2 Điều 6.",
     [("dieu_6__khoan_2", "replace", "gàu", "xô")], "a name of an article is told without its phrase"),
    ("1. Thay thế cụm từ “gàu” bằng cụm từ “xô” tại khoản 2 Điều 4, tên Chương II, Điều 9, tên Điều 18 và Điều 19.",
     [("dieu_4__khoan_2", "replace", "gàu", "xô"), ("dieu_9", "replace", "gàu", "xô"),
      ("dieu_19", "replace", "gàu", "xô")], "the list goes on after the names of a chapter and of an article"),
    ("1. Thay thế cụm từ “gàu” bằng cụm từ “xô” tại Điều 5; 1) Tưới rau.",
     [("dieu_5", "replace", "gàu", "xô")], "a label on the same line is no place"),
    ("1. Thay thế cụm từ “gàu” bằng cụm từ “xô” tại khoản 4 Điều 5; khoản 1 và điểm d khoản 2 Điều 6.",
     [("dieu_5__khoan_4", "replace", "gàu", "xô"), ("dieu_6__khoan_1", "replace", "gàu", "xô"),
      ("dieu_6__khoan_2__diem_d", "replace", "gàu", "xô")], "a list parted by semicolons"),
    ("1. Thay thế cụm từ “gàu” bằng cụm từ “xô” trong toàn bộ Luật Vườn rau.",
     [("", "replace", "gàu", "xô")], "all over the act"),
    ("1. Thay thế cụm từ “gàu” bằng cụm từ “xô” tại các điều, khoản, điểm sau đây:\na) Điều 5.",
     [], "a list below is not all over the act"),
    ("1. Thay thế cụm từ “gàu” bằng cụm từ “xô” tại Luật này, trừ Điều 5.",
     [], "with an exception nothing is worked in"),
    ("1. Bổ sung cụm từ “gàu” vào đầu khoản 2 Điều 5.",
     [], "no phrase says where it goes"),
    ("1. Thay thế cụm từ “gàu” bằng cụm từ “xô” tại khoản 1 mục II Phần B Phụ lục I.",
     [], "a place inside a form is not known"),
]  # fmt: skip


@pytest.mark.parametrize(("instructions", "expected", "why"), CASES, ids=[why for *_, why in CASES])
def test_phrases(instructions: str, expected: list[tuple[str, ...]], why: str) -> None:
    assert told(acting(instructions)) == expected, why


def test_what_is_not_read_as_a_phrase_is_still_told_as_a_change() -> None:
    revision = acting("1. Bãi bỏ cụm từ “gàu” ở dòng thứ hai khoản 2 Điều 5.")
    changes = {(r.kind, r.target.fragment, r.phrase) for r in revision.relations if r.target.path}
    assert changes == {(RelationKind.AMENDS, "dieu_5__khoan_2", None)}
