"""A document listed beside a gold one counts as that gold one: once, at its first hit."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.retrieval.duplicates import duplicates_of, folded, gold_with, read_duplicates
from eval.retrieval.json_lines import BadBenchmark
from eval.retrieval.measures import per_query


@pytest.mark.parametrize(
    ("ranking", "gains", "counted", "reason"),
    [
        ("xg", {"g": 1}, "xg", "no duplicates: nothing changes"),
        ("ab", {"g": 1}, "gb", "a is listed beside gold"),
        ("ag", {"g": 1}, "g", "the gold itself comes later: skipped"),
        ("gab", {"g": 1}, "gb", "a duplicate comes later: skipped, and takes no place"),
        ("acb", {"g": 1}, "gb", "both a and c stand beside g: the second is skipped"),
        ("xay", {"g": 0}, "xay", "a document judged wrong has no names"),
        ("hgx", {"g": 1, "h": 1}, "hgx", "two gold documents beside each other are two hits"),
        ("agh", {"g": 1, "h": 1}, "gh", "a counts as g, h is found later by its own name"),
        ("dh", {"g": 1, "h": 2}, "hg", "d beside both is the better first; the better then counts as the other"),
        ("dgh", {"g": 1, "h": 2}, "hg", "no more hits than gold documents"),
        ("ez", {"g": 1}, "ez", "beside a duplicate of gold is not beside gold"),
    ],
)
def test_duplicates_are_folded(ranking: str, gains: dict[str, int], counted: str, reason: str) -> None:
    pairs = ["ga", "gc", "gh", "dg", "dh", "ae"]
    beside = {one: frozenset(p.replace(one, "") for p in pairs if one in p) for one in set("".join(pairs))}
    hits = [(name, -float(place)) for place, name in enumerate(ranking)]
    found = folded({"q": hits}, {"q": gains}, beside)
    assert "".join(name for name, _ in found["q"]) == counted, reason


DOCUMENTS = "abcdefgh"


@given(
    st.permutations(DOCUMENTS),
    st.dictionaries(st.sampled_from(DOCUMENTS), st.integers(0, 2), max_size=4),
    st.sets(st.tuples(st.sampled_from(DOCUMENTS), st.sampled_from(DOCUMENTS)), max_size=6),
)
def test_folding_never_costs_and_never_counts_a_document_twice(
    order: list[str], gains: dict[str, int], pairs: set[tuple[str, str]]
) -> None:
    beside: dict[str, frozenset[str]] = {}
    for one, other in pairs:
        beside[one] = beside.get(one, frozenset()) | {other}
        beside[other] = beside.get(other, frozenset()) | {one}
    beside = {one: others - {one} for one, others in beside.items()}
    run = {"q": [(name, -float(place)) for place, name in enumerate(order)]}
    after = folded(run, {"q": gains}, beside)
    names = [name for name, _ in after["q"]]
    assert len(names) == len(set(names))
    plain, lenient = (per_query(one, {"q": gains}, ["q"]) for one in (run, after))
    assert all(lenient[name]["q"] >= plain[name]["q"] - 1e-12 for name in ("Success@1", "RR@10", "R@10", "R@100"))


def test_the_file(tmp_path: Path) -> None:
    path = tmp_path / "duplicates.tsv"
    path.write_text("doc_a\tdoc_b\tkind\tjaccard\na\tb\tverbatim\t1.0\nb\tc\tnear\t0.9\n", encoding="utf-8")
    found = read_duplicates(path)
    assert {one: set(found[one]) for one in "abc"} == {"a": {"b"}, "b": {"a", "c"}, "c": {"b"}}
    assert duplicates_of(tmp_path) == found, "the folder's own, unless another is named"
    assert gold_with(found, {"q": {"b": 1, "c": 0, "z": 1}}) == 1
    other = tmp_path / "other.tsv"
    other.write_text("", encoding="utf-8")
    assert duplicates_of(tmp_path, other) == {}
    assert duplicates_of(tmp_path / "elsewhere") == {}


def test_a_bad_file_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "duplicates.tsv"
    path.write_text("a\tb\na b\n", encoding="utf-8")
    with pytest.raises(BadBenchmark, match="dòng 2: cần hai mã"):
        read_duplicates(path)
