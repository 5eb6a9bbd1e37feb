"""What a language model may not say: a row is a sentence and why it falls."""

from __future__ import annotations

import pytest

from corpus.passage import passages_of
from prompts.draft import checked, fault, telephone_numbers
from tests.invented_law import revision

PASSAGES = passages_of(revision())
BORROW, RENT, CHILD, PAPERS, WHERE, RETURN = PASSAGES[1:]
SHOWN = [RETURN, RENT, CHILD, WHERE]

GOOD = [
    "Người mượn phải trả vườn trong 30 ngày kể từ ngày hết hạn mượn [1].",
    "Người mượn phải trả vườn trong ba mươi ngày kể từ ngày hết hạn [1].",
    "Bạn phải trả hoa lợi 30 nghìn đồng mỗi tháng, trừ khi vườn dùng để nuôi ong [2].",
    "Nhà có trẻ dưới 36 tháng tuổi không phải trả hoa lợi [3].",
    "Hội đồng vườn không được đòi tiền cọc. [3]",
    "Hồ sơ nộp tại Hội đồng vườn nơi có vườn [4].",
]
BAD = [
    ("Bạn phải trả hoa lợi 30 nghìn đồng mỗi tháng [2].", "exception"),
    ("Người mượn phải trả vườn trong 30 ngày.", "no marker"),
    ("Người mượn phải trả vườn trong 30 ngày [9].", "unknown marker"),
    ("Người mượn phải trả vườn trong 45 ngày [1].", "number"),
    ("Người mượn phải trả vườn trước ngày 01/02/2027 [1].", "number"),
    ("Bạn phải trả hoa lợi 300.000 đồng mỗi tháng [2].", "number"),
    ("Người mượn không phải trả vườn khi hết hạn mượn [1].", "duty"),
    ("Hội đồng vườn được đòi tiền cọc của nhà đang có trẻ [3].", "duty"),
    ("Nhà đang có trẻ phải trả hoa lợi [3].", "duty"),
    ("Ngân hàng cho vay tín chấp lãi suất thấp tại quầy giao dịch [1].", "not supported"),
    ("Hãy gọi 1900 6192 để hỏi Hội đồng vườn [4].", "telephone number"),
    ("Hồ sơ nộp tại Hội đồng vườn, điện thoại 0236 383 1022 [4].", "telephone number"),
    ("Tôi tư vấn cho bạn nộp hồ sơ tại Hội đồng vườn [4].", "forbidden words"),
    ("Bạn nên hòa giải với Hội đồng vườn nơi có vườn [4].", "forbidden words"),
    ("Nộp hồ sơ tại Hội đồng vườn thì chắc chắn thắng [4].", "forbidden words"),
]


@pytest.mark.parametrize("sentence", GOOD)
def test_what_the_passage_carries_is_said(sentence: str) -> None:
    made = checked(sentence, SHOWN).composition
    assert made is not None and sentence.split(" [")[0].rstrip(".") in made.text


@pytest.mark.parametrize(("sentence", "why"), BAD)
def test_what_it_does_not_carry_is_not(sentence: str, why: str) -> None:
    assert fault(sentence, SHOWN) == why
    assert checked(sentence, SHOWN).composition is None


def test_a_number_of_the_table_may_be_said() -> None:
    assert fault("Gọi 113 nếu Hội đồng vườn đòi tiền cọc [3].", SHOWN, {"113"}) != "telephone number"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("theo Điều 116 và khoản 1 Điều 117", set()),
        ("gọi 113 hoặc 119", {"113", "119"}),
        ("Gọi 1900 969 680.", {"1900969680"}),
        ("điện thoại 0236 383 1022", {"02363831022"}),
        ("18001233", {"18001233"}),
        ("phạt 5.000.000 đồng, 52/2014/QH13, ngày 01/07/2025", set()),
        ("Điều 113 cho phép gọi người làm chứng", set()),
    ],
)
def test_telephone_numbers(text: str, numbers: set[str]) -> None:
    assert telephone_numbers(text) == numbers


def test_markers_keep_their_passages_and_headings_without_text_go() -> None:
    draft = "Trả lời ngắn:\nNgười mượn phải trả vườn trong 30 ngày [1].\n\nCăn cứ:\nTrời đẹp lắm.\n\nViệc tiếp theo:\n"
    draft += "- Hồ sơ nộp tại Hội đồng vườn nơi có vườn [4]."
    verdict = checked(draft, SHOWN)
    assert verdict.composition is not None and verdict.dropped == ("Trời đẹp lắm.",)
    assert "Căn cứ:" not in verdict.composition.text and "Việc tiếp theo:" in verdict.composition.text
    assert [(q.marker, q.passage.ref) for q in verdict.composition.quotes] == [(1, RETURN.ref), (4, WHERE.ref)]


def test_a_draft_that_mostly_falls_is_not_used() -> None:
    draft = "Người mượn phải trả vườn [1]. Sai một [1]. Phải nộp 99 đồng [2]. Hoàn toàn bịa đặt [3]."
    assert checked(draft, SHOWN).composition is None
