"""Which stage dropped a provision, and why nothing was found."""

from datetime import date

import pytest

from corpus.library import Library
from corpus.reference import ProvisionRef
from retriever.explanation import Emptiness, Stage, emptiness_of, fate_of
from retriever.hashing_embedder import HashingEmbedder
from retriever.index import memory_index
from retriever.retriever import Retriever
from tests.retriever.law import LAND, MARRIAGE, OLD_LAND, law, library

TODAY = date(2026, 11, 23)
COPY = law(
    "7/VBHN-VPQH",
    "Hôn nhân và gia đình",
    {("1", "Phạm vi điều chỉnh"): ["Luật này quy định việc cưới hỏi và nếp sống trong nhà.[1]"]},
    kind="Văn bản hợp nhất",
    start=date(2025, 7, 1),
    consolidates="1/2020/QH99",
)
CROWD = law(
    "8/2020/QH99",
    "Vườn rau",
    {(str(n), f"Gà thứ {n}"): [f"Đuổi gà ra khỏi vườn rau lần {n}." + " Gà." * n] for n in range(1, 131)}
    | {("200", "Ao"): ["Cá thả trong ao, không nói gì đến vườn."]},
)


def retriever(corpus: Library, words_only: bool = True) -> Retriever:
    index = memory_index(None if words_only else HashingEmbedder(256))
    index.sync(corpus)
    return Retriever(corpus, index)


LAWS = (MARRIAGE, LAND, OLD_LAND, COPY, CROWD)
FATES = [
    ("9/1999/QH99#dieu_1", "thu hồi đất", 3, Stage.NOT_HELD, "no such document"),
    ("31/2024/QH99#dieu_77", "thu hồi đất", 3, Stage.NOT_HELD, "no such article"),
    ("45/2013/QH99#dieu_9", "thu hồi đất bỏ hoang", 3, Stage.NOT_LAW_THAT_DAY, "ended in 2020"),
    ("31/2024/QH99#dieu_2", "bạo lực", 3, Stage.NOT_A_CANDIDATE, "no word in common"),
    ("8/2020/QH99#dieu_200", "đuổi gà ra khỏi vườn rau", 3, Stage.NOT_A_CANDIDATE, "a hundred others share more"),
    ("7/VBHN-VPQH#dieu_1", "cưới hỏi nếp sống", 3, Stage.TWIN_SHOWN, "the law says the same"),
    ("1/2020/QH99#dieu_3", "yêu cầu ly hôn", 1, Stage.RANKED_LOWER, "after the article on divorce"),
    ("1/2020/QH99#dieu_2__khoan_2", "yêu cầu ly hôn", 1, Stage.SHOWN, "a clause of the article shown"),
]


@pytest.mark.parametrize(("ref", "text", "k", "stage", "reason"), FATES, ids=[case[-1] for case in FATES])
def test_the_stage_that_dropped_it(ref: str, text: str, k: int, stage: Stage, reason: str) -> None:
    fate = fate_of(ProvisionRef.parse(ref), retriever(library(*LAWS)), text, k, TODAY)
    assert fate.stage is stage, reason
    assert (fate.rank is not None) == (stage in (Stage.TWIN_SHOWN, Stage.RANKED_LOWER, Stage.SHOWN))


def test_one_beyond_the_candidates_has_its_rank_told() -> None:
    fate = fate_of(ProvisionRef.parse("8/2020/QH99#dieu_200"), retriever(library(CROWD)), "đuổi gà vườn rau", 3, TODAY)
    assert fate.places.words == 131
    assert fate.places.meaning is None, "words alone"


def test_the_twin_is_named() -> None:
    fate = fate_of(ProvisionRef.parse("7/VBHN-VPQH#dieu_1"), retriever(library(*LAWS)), "cưới hỏi nếp sống", 3, TODAY)
    assert (fate.instead, fate.rank) == ("1/2020/QH99#dieu_1", 1)


def test_exact_references_ahead_are_counted() -> None:
    found = retriever(library(MARRIAGE), words_only=False)
    text = "điều 1 luật hôn nhân và gia đình yêu cầu ly hôn"
    fate = fate_of(ProvisionRef.parse("1/2020/QH99#dieu_2"), found, text, 1, TODAY)
    assert (fate.stage, fate.before) == (Stage.RANKED_LOWER, 1)


def test_lay_terms_are_a_channel_of_their_own() -> None:
    fate = fate_of(ProvisionRef.parse("31/2024/QH99#dieu_2"), retriever(library()), "sổ đỏ đứng tên ai", 3, TODAY)
    assert fate.places.lay_terms == 1


EMPTY = [
    ((MARRIAGE,), "   ", Emptiness.NO_WORDS, "blank"),
    ((), "ly hôn", Emptiness.EMPTY_INDEX, "nothing taken in"),
    ((MARRIAGE,), "qzx wvy", Emptiness.NOTHING_NEAR, "no such words"),
    ((OLD_LAND,), "thu hồi đất bỏ hoang", Emptiness.FILTERED, "all of it ended"),
]


@pytest.mark.parametrize(("laws", "text", "why", "reason"), EMPTY, ids=[case[-1] for case in EMPTY])
def test_why_nothing_was_found(laws: tuple[object, ...], text: str, why: Emptiness, reason: str) -> None:
    corpus = library(*(laws or (MARRIAGE,)))  # type: ignore[arg-type]
    if not laws:
        corpus.remove(MARRIAGE.document.id)
    found = retriever(corpus)
    assert found.search(text, 3, TODAY) == []
    assert emptiness_of(found, text, TODAY) is why, reason
