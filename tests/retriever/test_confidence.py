"""How sure a ranking is."""

from datetime import date

import pytest

from retriever.confidence import GOOD, UNSURE, WEAK, Signals, supported
from retriever.hashing_embedder import HashingEmbedder
from retriever.index import memory_index
from retriever.retriever import Retriever, support_of
from tests.retriever.law import library

TODAY = date(2026, 11, 23)


def retriever(*, model: bool = False) -> Retriever:
    corpus, index = library(), memory_index(HashingEmbedder() if model else None)
    index.sync(corpus)
    return Retriever(corpus, index)


def test_more_evidence_is_never_less_sure() -> None:
    for low, high in [
        (Signals(similarity=0.83), Signals(similarity=0.90)),
        (Signals(similarity=0.85), Signals(similarity=0.85, lay=True)),
        (Signals(similarity=0.86, unknown=0.3), Signals(similarity=0.86)),
        (Signals(pairs=0.1), Signals(pairs=0.7)),
    ]:
        assert supported(low) < supported(high)
    assert supported(Signals(similarity=-1e9)) < WEAK < GOOD < supported(Signals(similarity=1e9))


def test_words_alone_tell_the_law_from_the_weather() -> None:
    one = retriever()
    assert one.look_up("người bị bạo lực gia đình được yêu cầu ly hôn", 3, TODAY).support > GOOD
    assert one.look_up("thời tiết ngày mai ở biển", 3, TODAY).support < WEAK


def test_a_named_provision_needs_no_other_evidence() -> None:
    ranked = retriever().search("điều 2 luật hôn nhân và gia đình", 3, TODAY)
    assert support_of(ranked) == 1.0


def test_nothing_found_is_no_support() -> None:
    assert support_of([]) == 0.0
    assert retriever().look_up("", 3, TODAY).support == 0.0
    assert UNSURE.similarity is None


def test_cosines_of_another_model_are_not_judged() -> None:
    signals = retriever(model=True).look_up("ly hôn", 3, TODAY).signals
    assert signals.similarity is None
    assert signals.pairs == pytest.approx(1.0)
