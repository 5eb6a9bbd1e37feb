"""JSON lines: write then read is identity; a bad line is named."""

from __future__ import annotations

import json
from datetime import date

import pytest

from corpus import interchange
from corpus.problem import Problem, Severity
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from corpus.span import Span
from tests.corpus.invented import revision


def test_write_then_read_is_identity() -> None:
    target, source = ProvisionRef.parse("1/2000/QH1#dieu_1"), ProvisionRef("7/2031/QH99")
    relation = Relation(RelationKind.AMENDS, target, source, date(2031, 7, 1))
    given = revision(relations=(relation,), pages=(0, 20))
    object.__setattr__(given, "problems", (Problem(Severity.WARNING, "lạ", Span(1, 2)),))
    assert list(interchange.read_lines(interchange.write_lines([given, revision()]))) == [given, revision()]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"text": None}, "no text"),
        ({"provisions": [{"ref": "x"}]}, "a provision without a span"),
        ({"text": "ngắn"}, "spans past the text"),
        ({"document": {"id": "x"}}, "a document without a number"),
    ],
)
def test_a_bad_line_is_refused_with_its_number(change: dict[str, object], reason: str) -> None:
    record = json.loads(next(interchange.write_lines([revision()]))) | change
    with pytest.raises(interchange.InvalidRecord, match="line 2"):
        list(interchange.read_lines(["\n", json.dumps(record)]))


def test_a_text_that_is_not_the_one_named_is_refused() -> None:
    record = interchange.revision_record(revision())
    record["text"] = record["text"].replace("Vườn", "Rừng")
    with pytest.raises(interchange.InvalidRecord, match="sha256"):
        interchange.read_revision(record)
