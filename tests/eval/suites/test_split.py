from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from corpus.reference import ProvisionRef
from eval.suites.split import PARTS, hashes, parted, write_parts
from eval.suites.suite import Row, open_suite


def row(name: str, *gold: str) -> Row:
    return Row(name, f"Câu {name}?", True, tuple(ProvisionRef.parse(f"7/2031/QH99#{ref}") for ref in gold))


ROWS = st.lists(
    st.tuples(st.integers(0, 60), st.lists(st.sampled_from([f"dieu_{n}__khoan_1" for n in range(25)]), max_size=2)),
    max_size=40,
    unique_by=lambda one: one[0],
).map(lambda given: [row(f"q{n}.lay", *gold) for n, gold in given])


@given(ROWS)
def test_no_article_is_in_two_parts(rows: list[Row]) -> None:
    part = parted(rows)
    seen: dict[ProvisionRef | None, str] = {}
    for one in rows:
        for ref in one.gold:
            assert seen.setdefault(ref.dieu, part[one.id]) == part[one.id]


@given(ROWS, st.randoms())
def test_the_order_of_the_rows_does_not_matter(rows: list[Row], chance: object) -> None:
    assert parted(rows) == parted(rows[::-1])


def test_phrasings_of_one_question_stay_together() -> None:
    for n in range(50):
        part = parted([row(f"q{n}.lay"), row(f"q{n}.phone"), row(f"q{n}.textbook", f"dieu_{n + 1}")])
        assert len(set(part.values())) == 1


def test_the_parts_have_about_their_shares() -> None:
    part = parted([row(f"q{n}", f"dieu_{n + 1}") for n in range(1000)])
    for name, share in PARTS.items():
        assert abs(sum(found == name for found in part.values()) - share * 10) < 60


def test_parts_are_written_once_each_and_frozen(tmp_path: Path) -> None:
    rows = [row(f"q{n}", f"dieu_{n + 1}") for n in range(30)]
    counts = write_parts({"vườn": rows}, tmp_path)
    written = [one for part in PARTS for one in open_suite(tmp_path / "vườn" / f"{part}.jsonl")]
    assert sorted(written, key=lambda one: one.id) == sorted(rows, key=lambda one: one.id)
    assert sum(counts["vườn"].values()) == 30
    assert (tmp_path / "SHA256SUMS").read_text(encoding="utf-8").splitlines() == hashes(tmp_path)
