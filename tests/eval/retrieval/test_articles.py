"""Rankings of clauses over judgements of articles."""

import pytest

from eval.retrieval.articles import by_article, names_parts


@pytest.mark.parametrize(
    ("places", "articles", "reason"),
    [
        (["1/2020/QH99#dieu_1__khoan_2", "1/2020/QH99#dieu_1"], ["1/2020/QH99#dieu_1"], "the first hit alone"),
        (["1/2020/QH99#dieu_1__khoan_1__diem_đ"], ["1/2020/QH99#dieu_1"], "a point"),
        (["1/2020/QĐ-UBND#kem_theo_1__dieu_3__khoan_1"], ["1/2020/QĐ-UBND#kem_theo_1__dieu_3"], "attached"),
        (["1/2020/QH99#phu_luc_I", "1/2020/QH99"], ["1/2020/QH99#phu_luc_I", "1/2020/QH99"], "no article there"),
        (["MED-10__2", "a#b"], ["MED-10__2", "a#b"], "ids of other benchmarks stay"),
    ],
)
def test_each_article_once(places: list[str], articles: list[str], reason: str) -> None:
    run = {"q": [(place, -float(rank)) for rank, place in enumerate(places)]}
    assert [name for name, _ in by_article(run)["q"]] == articles, reason


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("1/2020/QH99#dieu_1__khoan_2", True),
        ("1/2020/QH99#dieu_1", False),  # the article itself
        ("1/2020/QH99#dieu_11__khoan_2", False),  # of an article that nobody asked for
        ("1/2020/QH99#dieu_2__khoan_2", False),  # of one judged wrong
    ],
)
def test_parts_of_gold_are_told(place: str, told: bool) -> None:
    judged = {"q": {"1/2020/QH99#dieu_1": 1, "1/2020/QH99#dieu_2": 0}}
    assert names_parts({"q": [(place, 1.0)]}, judged) is told
