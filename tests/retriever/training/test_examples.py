import json
from pathlib import Path

import pytest

from corpus.reference import ProvisionRef
from retriever.spelling import without_diacritics
from retriever.training.examples import BadExamples, Example, bundled_examples, read_examples, typed, with_versions
from tests.retriever.law import LAND, MARRIAGE, law, library


def test_gold_counts_as_its_article_once(tmp_path: Path) -> None:
    gold = ["1/2020/QH99#dieu_2__khoan_1", "1/2020/QH99#dieu_2__khoan_2", "1/2020/QH99#dieu_3"]
    rows = [{"question": "Hỏi gì?", "gold": gold}, {"question": "Không ai trả lời được", "gold": []}]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)) + "\n\n", encoding="utf-8")
    assert read_examples(path) == (Example("Hỏi gì?", ("1/2020/QH99#dieu_2", "1/2020/QH99#dieu_3")),)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "dòng 2"),
        ('{"question": "a"}', "gold"),
        ('{"gold": ["1/2020/QH99#dieu_1"]}', "question"),
        ('{"question": "a", "gold": ["điều 1"]}', "dòng 2"),
        ("[1]", "dòng 2"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"question": "a", "gold": ["1/2020/QH99#dieu_1"]}\n' + line, encoding="utf-8")
    with pytest.raises(BadExamples, match=said):
        read_examples(path)


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"none\.jsonl"):
        read_examples(tmp_path / "none.jsonl")


def test_the_same_article_of_a_consolidated_text_is_as_right() -> None:
    consolidated = law("5/VBHN-VPQH", "Hôn nhân", {("2", "Ly hôn"): ["Như trước."]}, consolidates="1/2020/QH99")
    examples = [Example("Hỏi gì?", ("1/2020/QH99#dieu_2",)), Example("Hỏi nữa?", ("31/2024/QH99#dieu_5",))]
    assert [one.articles for one in with_versions(examples, library(MARRIAGE, LAND, consolidated))] == [
        ("1/2020/QH99#dieu_2", "5/VBHN-VPQH#dieu_2"),
        ("31/2024/QH99#dieu_5",),
    ]


def test_four_in_ten_are_typed_as_on_a_phone_and_always_the_same_ones() -> None:
    examples = [Example(f"Câu hỏi thứ {number} về việc nuôi chó", ("a",)) for number in range(400)]
    once, again = list(typed(examples, 1)), list(typed(examples, 1))
    assert once == again
    changed = sum(one.question != other.question for one, other in zip(once, examples, strict=True))
    assert 120 <= changed <= 200
    bare = sum(one.question == without_diacritics(other.question) for one, other in zip(once, examples, strict=True))
    assert 20 <= bare <= 70
    assert list(typed(examples, 2)) != once


def test_the_bundled_questions_name_articles_and_are_asked_once() -> None:
    examples = bundled_examples()
    assert len(examples) > 3000
    assert len({one.question for one in examples}) == len(examples)
    assert all(ProvisionRef.parse(ref).dieu for one in examples for ref in one.articles)
