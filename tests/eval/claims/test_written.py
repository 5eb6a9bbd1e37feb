"""The pairs written by hand: enough of them, of every kind, and in words of their own."""

from __future__ import annotations

from collections import Counter

from eval.claims.written import written

KINDS = {
    "number", "unit", "date", "bound", "negation", "duty", "subject", "condition", "exception", "place", "authority",
    "telephone", "quote", "unsupported",
}  # fmt: skip


def test_every_kind_of_fault_is_there_and_enough_that_is_true() -> None:
    pairs = written()
    assert sum(pair.holds for pair in pairs) >= 60 and sum(not pair.holds for pair in pairs) >= 100
    assert {pair.turned for pair in pairs if not pair.holds} == KINDS
    assert len({pair.id for pair in pairs}) == len(pairs)


def test_what_is_true_is_told_in_other_words() -> None:
    """A slice of the provision is no paraphrase: at most a handful are, where the law's words are the plain ones."""
    slices = [pair.claim for pair in written() if pair.holds and pair.claim.rstrip(".") in pair.basis[0][1]]
    assert len(slices) <= 4, slices


def test_no_claim_is_both_true_and_false() -> None:
    said = Counter((pair.basis, pair.claim) for pair in written())
    assert max(said.values()) == 1
