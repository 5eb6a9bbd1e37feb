"""Questions over invented law, through the twins."""

from datetime import date

import pytest

from corpus.library import Library
from retriever.hashing_embedder import HashingEmbedder
from retriever.index import Index, memory_index
from retriever.lay_terms import LayTerms
from retriever.question import understand
from retriever.retriever import Retriever
from retriever.versions import Versions
from tests.retriever.law import LAND, MARRIAGE, OLD_LAND, law, library

TODAY = date(2026, 11, 23)


def retriever(corpus: Library, index: Index | None = None) -> Retriever:
    index = index or memory_index(HashingEmbedder(256))
    index.sync(corpus)
    return Retriever(corpus, index)


def refs(question: str, corpus: Library | None = None, k: int = 3, day: date = TODAY) -> list[str]:
    return [str(one.passage.ref) for one in retriever(corpus or library()).search(question, k, day)]


@pytest.mark.parametrize(
    ("question", "expected", "reason"),
    [
        ("bị bạo lực gia đình thì ly hôn thế nào", "1/2020/QH99#dieu_2__khoan_2", "the clause, not only the article"),
        ("bi bao luc gia dinh thi ly hon the nao", "1/2020/QH99#dieu_2__khoan_2", "no diacritics"),
        ("BỊ BẠO LỰC GIA ĐÌNH", "1/2020/QH99#dieu_2__khoan_2", "capitals"),
        ("ck đánh vk thì ly hôn dc ko", "1/2020/QH99#dieu_2__khoan_2", "lay term behind short forms"),
        ("tiền chu cấp nuôi con hàng tháng", "1/2020/QH99#dieu_3__khoan_2", "a lay term expanded"),
        ("sổ đỏ đứng tên ai", "31/2024/QH99#dieu_2", "a lay term with no word in common"),
        ("điều 3 luật hôn nhân và gia đình", "1/2020/QH99#dieu_3__khoan_1", "an exact reference"),
        ("khoản 2 điều 3 luật hôn nhân", "1/2020/QH99#dieu_3__khoan_2", "a clause of a law named in short"),
        ("dieu 3 khoan 2 luat hon nhan", "1/2020/QH99#dieu_3__khoan_2", "the same, typed on a phone"),
        ("Điều 5 31/2024/QH99 quy định gì?", "31/2024/QH99#dieu_5__khoan_1", "by number"),
        ("điều 2 LĐĐ", "31/2024/QH99#dieu_2", "by initials"),
        ("điều 2 luật HNGĐ", "1/2020/QH99#dieu_2__khoan_1", "by initials after its kind"),
    ],
)
def test_first_passage(question: str, expected: str, reason: str) -> None:
    assert refs(question)[0] == expected, reason


def test_the_law_of_the_day() -> None:
    question = "đất bỏ hoang bị thu hồi"
    assert refs(question)[0] == "31/2024/QH99#dieu_5__khoan_1"
    assert refs(question, day=date(2019, 12, 31)) == ["45/2013/QH99#dieu_9"]
    assert "45/2013/QH99#dieu_9" not in refs(question, k=50, day=date(2020, 1, 1)), "the last day is not included"


def test_what_is_no_law_of_the_day_is_no_candidate() -> None:
    corpus = library()
    index = memory_index(HashingEmbedder(256))
    index.sync(corpus)
    asked = understand("đất bỏ hoang bị thu hồi", LayTerms([]), index.diacritics)
    everything = {hit.article for hit in index.ranker().rank(asked).hits}
    held = {hit.article for hit in index.ranker().rank(asked, allowed=Versions(corpus, TODAY).holds).hits}
    assert everything - held == {"45/2013/QH99#dieu_9"}


@pytest.mark.parametrize("words_only", [True, False])
def test_what_is_no_law_of_the_day_takes_no_place_among_the_candidates(words_only: bool) -> None:
    """Five hundred ended articles lie nearer than the only one in force, more than the candidates of a side."""
    ended = {(str(n), "Đuổi gà khỏi vườn"): ["Phải đuổi gà khỏi vườn."] for n in range(1, 501)}
    gone = law("44/2010/QH99", "Vườn", ended, start=date(2011, 1, 1), until=date(2020, 1, 1))
    held = law("45/2021/QH99", "Làng", {("1", "Cổng làng"): ["Cổng làng mở từ sáng đến tối, có gà ở đó cũng được."]})
    index = memory_index(None if words_only else HashingEmbedder(256))
    asking = retriever(library(held, gone), index).asking("đuổi gà khỏi vườn", TODAY)
    hits = asking.ranker.rank(asking.question, allowed=asking.versions.holds).hits
    assert [hit.article for hit in hits] == ["45/2021/QH99#dieu_1"]


def test_a_law_named_by_number_is_shown_though_it_ended() -> None:
    assert refs("điều 9 luật 45/2013/QH99")[0] == "45/2013/QH99#dieu_9"


def test_one_passage_per_article() -> None:
    found = refs("ly hôn nuôi con cấp dưỡng", k=50)
    articles = [ref.split("__")[0] for ref in found]
    assert len(articles) == len(set(articles))


def consolidated(second: str) -> Library:
    text = law(
        "7/VBHN-VPQH",
        "Hôn nhân và gia đình",
        {
            ("1", "Phạm vi điều chỉnh"): ["Luật này quy định việc cưới hỏi và nếp sống trong nhà.[1]"],
            ("3", "Nuôi con sau khi ly hôn"): [second, "Người không trực tiếp nuôi con phải cấp dưỡng mỗi tháng."],
        },
        kind="Văn bản hợp nhất",
        start=date(2025, 7, 1),
        consolidates="1/2020/QH99",
    )
    return library(MARRIAGE, text)


def test_changed_words_are_cited_from_the_consolidated_text() -> None:
    corpus = consolidated("Con dưới ba mươi tháng tuổi do mẹ trực tiếp nuôi.")
    found = refs("con dưới ba mươi tháng tuổi ai nuôi", corpus, k=50)
    assert found[0] == "7/VBHN-VPQH#dieu_3__khoan_1"
    assert "1/2020/QH99#dieu_3__khoan_1" not in found, "the same article counts once"


def test_unchanged_words_are_cited_from_the_law() -> None:
    corpus = consolidated("Con dưới ba mươi tháng tuổi do mẹ trực tiếp nuôi.")
    found = refs("phạm vi điều chỉnh cưới hỏi nếp sống", corpus, k=50)
    assert found[0] == "1/2020/QH99#dieu_1"
    assert "7/VBHN-VPQH#dieu_1" not in found


def test_before_it_holds_the_law_stands() -> None:
    corpus = consolidated("Con dưới ba mươi tháng tuổi do mẹ trực tiếp nuôi.")
    found = refs("con dưới ba mươi tháng tuổi ai nuôi", corpus, k=50, day=date(2025, 6, 30))
    assert found[0] == "1/2020/QH99#dieu_3__khoan_1"


@pytest.mark.parametrize(
    "question", ["", "   ", "\x00\x01", "?!", "🙂", "a" * 100_000, "ly hôn " * 20_000, "*:*", '"(']
)
def test_any_text_is_a_question(question: str) -> None:
    retriever(library()).search(question, 5, TODAY)


def test_words_alone_without_a_model() -> None:
    index = memory_index(None)
    found = retriever(library(), index).look_up("thu hồi đất bỏ hoang", 3, TODAY)
    assert str(found.ranked[0].passage.ref) == "31/2024/QH99#dieu_5__khoan_1"
    assert found.signals.similarity is None


def test_why_says_both_ranks() -> None:
    best = retriever(library(LAND, OLD_LAND)).search("thu hồi đất bỏ hoang", 1, TODAY)[0]
    assert best.why.lexical_rank is not None
    assert best.why.dense_rank is not None
    assert not best.why.referred


def test_an_empty_corpus_finds_nothing() -> None:
    corpus = library(LAND)
    corpus.remove("31/2024/QH99")
    assert retriever(corpus).search("thu hồi đất", 5, TODAY) == []
