"""Groups of queries."""

import pytest

from eval.retrieval.beir import Query
from eval.retrieval.slices import document_type, tags_of


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        ("52/2014/QH13#dieu_56", "Luật, nghị quyết của Quốc hội"),
        ("41-LCT/HĐNN8#dieu_1", "Luật, nghị quyết của Quốc hội"),
        ("HP/2013#dieu_1", "Hiến pháp"),
        ("01/2016/UBTVQH13#dieu_2", "Pháp lệnh, nghị quyết của UBTVQH"),
        ("123/2020/NĐ-CP#dieu_1", "Nghị định"),
        ("123/2020/ND-CP#dieu_1", "Nghị định"),
        ("24/2023/TT-BTP#dieu_1", "Thông tư"),
        ("01/2017/TTLT-VKSNDTC-TANDTC#dieu_1", "Thông tư liên tịch"),
        ("1719/QĐ-TTg#dieu_1", "Quyết định"),
        ("01/2024/NQ-HĐTP#dieu_1", "Nghị quyết"),
        ("121/VBHN-VPQH#dieu_5", "Văn bản hợp nhất"),
        ("bare-id", None),
        ("MED-1234", None),
    ],
)
def test_the_number_tells_the_type(document: str, kind: str | None) -> None:
    assert document_type(document) == kind


def of(metadata: list[dict[str, object]]) -> list[tuple[str, ...]]:
    queries = [Query(f"q{place}", "?", given) for place, given in enumerate(metadata)]
    return list(tags_of(queries, {}).values())


@pytest.mark.parametrize(
    ("metadata", "tags", "reason"),
    [
        ([{"source": "lay"}, {"source": "exam"}], [("source=lay",), ("source=exam",)], "each value a slice"),
        ([{"split": "dev"}, {"split": "dev"}], [(), ()], "the same for all parts nothing"),
        ([{"area": "đất đai"}, {}], [("area=đất đai",), ()], "said of some alone"),
        ([{"tags": ["a", "b"]}, {"tags": ["b"]}], [("tags=a", "tags=b"), ("tags=b",)], "a list is several"),
        ([{"n": 1, "choices": None, "f": {"x": "y"}}, {"f": False}], [(), ()], "only words are tags"),
    ],
)
def test_metadata_are_tags(metadata: list[dict[str, object]], tags: list[tuple[str, ...]], reason: str) -> None:
    assert of(metadata) == tags, reason


def test_free_text_is_no_tag_and_many_areas_are() -> None:
    free = [{"answer": f"trả lời {place}"} for place in range(30)]
    assert of([dict(one) for one in free]) == [()] * 30
    areas = [{"area": f"lĩnh vực {place % 14}"} for place in range(42)]
    assert all(len(tags) == 1 for tags in of([dict(one) for one in areas]))


def test_a_query_lies_in_the_slice_of_each_type_of_its_gold() -> None:
    judged = {
        "q": {"1/2020/QH99#dieu_1": 1, "2/2020/QH99#dieu_1": 1, "3/2020/NĐ-CP#dieu_1": 2, "4/2020/TT-BTP#dieu_1": 0}
    }
    assert tags_of([Query("q", "?")], judged)["q"] == (
        "document_type=Luật, nghị quyết của Quốc hội",
        "document_type=Nghị định",
    )
