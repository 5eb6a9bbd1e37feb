"""The parser's numbered guarantees, on any text."""

import time

from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.provision import Provision
from ingest.structure import parse_provisions

PIECES = """Điều 1. Tên|Điều 2|Điều 2a. Chèn|Điều 999999. Xa|ĐIỀU 3 TÊN|Chương I|CHƯƠNG IICHUNG|PHẦN THỨ BA|Mục 1
Tiểu mục 2|1. Khoản|2a. Khoản|3- Khoản|12.345|a) Điểm|đ) Điểm|a1) Điểm|z) Điểm|“Điều 5. Trích|kết thúc.”.|"1. Trích
hết."|như sau: “2. Trích|PHỤ LỤC I|Mẫu số 01|QUY CHẾ|(Ban hành kèm theo Quyết định số 7/QĐ-UBND)|Nơi nhận:|TM. CHÍNH PHỦ
hết./.|I. MỤC ĐÍCH|1.1. Mục|Luật này được Quốc hội thông qua|ô\tô||lời văn thường|Điều 3 của Luật này""".replace(
    "\n", "|"
).split("|")
lawlike = st.lists(st.sampled_from(PIECES), max_size=60).map("\n".join)


def check(text: str, end: int | None = None) -> None:
    provisions, problems = parse_provisions(text, "Đ/1")
    refs = [part.ref for root in provisions for part in root.walk()]
    assert len(refs) == len(set(refs))
    for root in provisions:
        check_part(text, root)
    ends = [0, *(root.span.end for root in provisions)]
    assert all(root.span.start >= before for root, before in zip(provisions, ends, strict=False))
    assert all(problem.span.end <= len(text) for problem in problems)


def check_part(text: str, part: Provision) -> None:
    assert part.span.start < part.text_end <= part.span.end <= len(text)
    assert part.span.slice(text).startswith(part.label)
    assert part.label
    place = part.text_end
    for child in part.children:
        assert part.span.contains(child.span)
        assert child.span.start >= place
        place = child.span.end
        check_part(text, child)


@given(lawlike)
@settings(max_examples=400, deadline=None)
def test_on_texts_made_of_law(text: str) -> None:
    check(text)


@given(st.text(max_size=400))
@example("Điều 1")
@example("Điều 1.")
@example("1.")
@example("“”\"''")
@example("PHỤ LỤC")
@example("\u2028Điều 1. \x85a")
@settings(max_examples=200, deadline=None)
def test_on_any_text(text: str) -> None:
    check(text)


@given(lawlike, st.integers(0, 500))
@settings(max_examples=100, deadline=None)
def test_nothing_is_read_after_the_end_of_the_body(text: str, end: int) -> None:
    provisions, _ = parse_provisions(text, "X", end)
    assert all(part.span.end <= end for part in provisions)


def test_time_grows_linearly() -> None:
    for piece in (
        "Điều 1. Tên\n",
        "1. Khoản\n",
        "“Điều 5. Trích\n",
        "Chương I\n",
        "PHỤ LỤC I\n",
        "QUY CHẾ\n",
        "a) Điểm\n",
    ):
        text = "Điều 1. Một\n1. Hai\n" + piece * (400_000 // len(piece))
        started = time.perf_counter()
        parse_provisions(text, "X")
        assert time.perf_counter() - started < 20, piece
