"""Law broken at random: whatever is done to it, reading gives a valid tree or a refusal, the same one each time.

`HYPOTHESIS_PROFILE=long` reads fifty times as many texts.
"""

import os
import sys
from types import FrameType

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.document import Revision
from ingest.reading import checked, extract_bytes
from ingest.refusal import Refusal
from ingest.sidecar import Sidecar
from ingest.stagger import staggered
from ingest.structure import parse_provisions
from tests.ingest.invented_files import LAW
from tests.ingest.structure.test_guarantees import PIECES, check

MORE = [
    "MỤC LỤC", "Điều", "2. Tên", "1) Một", "2) Hai", "a/ A", "đ) Đ", "d) D", "Điều 1.12 Tên", "''Điều 7. Trích",
    "''.",
    "XÁC THỰC VĂN BẢN HỢP NHẤT", "Phụ lục II", "DANH MỤC",
    "Điều 2 và Điều 3 của Luật này có hiệu lực từ ngày 01/9/2031",
    "1\tTên\t3.451", "(i) x", "- gạch", "[6] Luật số 7", "\u00a0", "\u2028", "\x00", "I. CHUNG", "1.1. x",
    "Kính gửi: A",
]  # fmt: skip
FACTOR = 50 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 1
Step = tuple[int, int, str]
steps = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 10_000), st.sampled_from([*PIECES, *MORE])), min_size=1, max_size=25
)


def mutated(done: list[Step]) -> str:
    """The invented law with lines dropped, doubled, swapped, and others put between."""
    lines = LAW.split("\n")
    for what, where, piece in done:
        place = where % max(1, len(lines))
        if what == 0:
            del lines[place : place + 1]
        elif what == 1:
            lines[place:place] = lines[place : place + 3]
        elif what == 2:
            lines[place : place + 2] = lines[place : place + 2][::-1]
        else:
            lines.insert(place, piece)
    return "\n".join(lines)


@given(steps)
@settings(max_examples=200 * FACTOR, deadline=None)
def test_mutated_law_gives_a_valid_tree_and_the_same_one_each_time(done: list[Step]) -> None:
    text = mutated(done)
    check(text)
    assert parse_provisions(text, "X") == parse_provisions(text, "X")


@given(steps)
@settings(max_examples=100 * FACTOR, deadline=None)
def test_provisions_with_days_of_their_own_exist(done: list[Step]) -> None:
    text = mutated(done)
    provisions, _ = parse_provisions(text, "X")
    refs = {part.ref for root in provisions for part in root.walk()}
    assert {stagger.ref for stagger in staggered(provisions, text, None)} <= refs


@given(st.one_of(st.binary(max_size=600), steps.map(lambda done: mutated(done).encode("utf-8"))), st.binary(max_size=8))
@settings(max_examples=150 * FACTOR, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_give_a_document_or_a_refusal(data: bytes, noise: bytes) -> None:
    for case in (data, noise + data, data[: len(data) // 2] + noise + data[len(data) // 2 :]):
        revision = _read(case)
        assert revision is None or all(part.span.end <= len(revision.text) for part in revision.walk())


@given(steps, st.sampled_from(["utf-8-sig", "utf-16"]))
@settings(max_examples=50 * FACTOR, deadline=None)
def test_the_encoding_does_not_change_the_tree(done: list[Step], encoding: str) -> None:
    text = mutated(done).replace("\x00", "")
    plain, other = _read(text.encode("utf-8")), _read(text.encode(encoding))
    assert (plain and plain.provisions) == (other and other.provisions)


@given(steps)
@settings(max_examples=30 * FACTOR, deadline=None)
def test_work_grows_linearly_with_the_text(done: list[Step]) -> None:
    text = mutated(done)
    once, more = _calls("\n".join([text] * 8)), _calls("\n".join([text] * 32))
    assert more <= 6 * once


def _calls(text: str) -> int:
    """How many calls of functions reading a text takes: the same on every machine."""
    count = 0

    def profile(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        parse_provisions(text, "X")
    finally:
        sys.setprofile(before)
    return count


def _read(data: bytes) -> Revision | None:
    try:
        extract = extract_bytes(data, "van-ban.txt")
        return checked(extract, (), Sidecar())
    except Refusal:
        return None
