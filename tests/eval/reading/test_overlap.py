"""The stretch that two editions share, on invented ones."""

from hypothesis import given
from hypothesis import strategies as st

from eval.reading.overlap import shared_stretch, words_found

BODY = (
    "Căn cứ Luật Vườn chè ngày 02 tháng 5 năm 2031; Điều 1. Chè xanh được trồng ở đồi thấp. Điều 2. Chè khô được giữ "
    "nơi thoáng. Điều 3. Người trồng chè báo với khu phố trước ngày hái."
)
PAPER = f"HỘI ĐỒNG CHÈ Số: 98/2031/QĐ-HĐC {BODY} TRƯỞNG BAN Nơi nhận: như trên; lưu văn thư"
TYPED = f"QUYẾT ĐỊNH CỦA BAN CHÈ VỀ VIỆC TRỒNG VÀ GIỮ {BODY} Người ký đã ký"


def test_headings_and_ends_of_two_editions_are_left_out() -> None:
    assert shared_stretch(PAPER, TYPED) == (BODY, BODY)


def test_what_was_misread_inside_stays_inside() -> None:
    misread = PAPER.replace("thấp", "thâp").replace("Điều 2. ", "")
    ours, theirs = shared_stretch(misread, TYPED)
    assert theirs == BODY
    assert ours == BODY.replace("thấp", "thâp").replace("Điều 2. ", "")


def test_nothing_in_common() -> None:
    assert shared_stretch("chè xanh", "Điều 1") == ("", "")
    assert shared_stretch("", TYPED) == ("", "")


words = st.lists(st.sampled_from(["chè", "xanh", "khô", "đồi", "hái"]), max_size=12).map(" ".join)


@given(words, words, words, words)
def test_a_stretch_is_of_its_own_text(before: str, after: str, head: str, end: str) -> None:
    first, second = f"{before} {BODY} {after}", f"{head} {BODY} {end}"
    ours, theirs = shared_stretch(first, second)
    assert ours in " ".join(first.split()) and theirs in " ".join(second.split())
    assert BODY in ours and BODY in theirs


def test_words_in_another_order_are_found() -> None:
    assert words_found("Tự do Hạnh phúc CHÍNH PHỦ", "CHÍNH PHỦ Tự do Hạnh phúc") == 1
    assert words_found("chè chè", "chè xanh chè khô") == 0.5  # each word counts as often as it stands there
    assert words_found("chè", "") == 1
