"""Whether articles stand in the order of the gold."""

import pytest

from eval.reading.article_order import GoldOrder, follow

STEPS = [
    (["1", "2", "3"], (), (), "one after the other"),
    (["1", "2", "2a", "2b", "3"], (), (), "inserted articles stand between"),
    (["1", "2", "2d", "2đ", "2e", "3"], (), (), "đ comes after d and before e"),
    (["1", "3"], (), (2,), "one is passed over"),
    (["2", "3"], (), (1,), "the first is passed over"),
    (["1", "2", "2"], ("2 after 2",), (), "one comes twice"),
    (["1", "3", "2", "4"], ("2 after 3",), (2,), "two have changed places"),
    (["1", "2a", "2"], ("2 after 2a",), (), "the inserted one stands before its article"),
    ([], (), (), "nothing to go through"),
]


@pytest.mark.parametrize(("numbers", "faults", "absent", "why"), STEPS, ids=[row[-1] for row in STEPS])
def test_numbers_follow_each_other(
    numbers: list[str], faults: tuple[str, ...], absent: tuple[int, ...], why: str
) -> None:
    assert (follow(numbers).faults, follow(numbers).absent) == (faults, absent), why


FAULTS = [
    (GoldOrder(3, "3"), ["1", "2", "3"], "", "count, last and steps agree"),
    (GoldOrder(3, "3"), ["1", "2"], "2 articles instead of 3", "one is lost at the end"),
    (GoldOrder(2, "3"), ["1", "2"], "last 2 instead of 3", "as many, with another last"),
    (GoldOrder(0, "3"), [], "last None instead of 3", "none was read"),
    (GoldOrder(3, "3"), ["1", "3", "2"], "last 2 instead of 3", "as many, out of turn at the end"),
    (GoldOrder(4, "4"), ["1", "3", "2", "4"], "2 after 3", "count and last agree, the order does not"),
    (GoldOrder(4, "4"), ["1", "2", "2a", "4"], "without 3", "an inserted article hides a lost one from the count"),
    (GoldOrder(3, "9"), ["1", "2", "9"], "", "the gold has the gap too"),
    (GoldOrder(3), ["1", "2", "9"], "", "the gap is the gold's even where the last number is not known"),
    (GoldOrder(3, "3", ["1", "2", "3"]), ["1", "2", "3"], "", "the same list"),
    (GoldOrder(3, "3", ["1", "2", "3"]), ["1", "2a", "3"], "2a instead of 2 at place 2", "another number"),
    (GoldOrder(3, "3", ["1", "2", "3"]), ["1", "3", "2"], "3 instead of 2 at place 2", "another order"),
    (GoldOrder(3, "3", ["1", "2", "3"]), ["1", "2"], "None instead of 3 at place 3", "the list goes on"),
    (GoldOrder(3, "3", ["1", "2", "3"]), ["1", "2", "3", "4"], "4 instead of None at place 4", "one too many"),
]  # fmt: skip


@pytest.mark.parametrize(("gold", "numbers", "fault", "why"), FAULTS, ids=[row[-1] for row in FAULTS])
def test_what_is_wrong_with_an_order(gold: GoldOrder, numbers: list[str], fault: str, why: str) -> None:
    assert gold.fault(numbers) == fault, why
