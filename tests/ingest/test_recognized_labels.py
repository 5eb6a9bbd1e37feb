"""Heads that were misread: which are mended, which are left as they are, and that it is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.pdf_file import extract
from ingest.recognized_labels import mended_head
from ingest.recognizer import Reading, Scripted
from ingest.structure import parse_provisions
from tests.ingest.invented_files import LAW, pdf
from tests.ingest.test_recognition import reading

MENDED = [
    ("Điêu 3. Chè khô", "Điều 3. Chè khô", "the tone is lost"),
    ("Đỉều 3. Chè khô", "Điều 3. Chè khô", "a tone too many"),
    ("Diéu 3. Chè khô", "Điều 3. Chè khô", "the stroke of Đ is lost"),
    ("Đicu 3. Chè khô", "Điều 3. Chè khô", "e with its hat as c"),
    ("- Điều 3. Chè khô", "Điều 3. Chè khô", "a speck in the margin"),
    (". Điều 3. Chè khô", "Điều 3. Chè khô", "a smaller one"),
    ("ĐIÊU 12a.", "ĐIỀU 12a.", "alone on its line, in capitals"),
    ("Chuơng IV", "Chương IV", "the horn of u is lost"),
    ("KÉ HOẠCH", "KẾ HOẠCH", "the name of a kind of document"),
    ("THÔNG BẢO", "THÔNG BÁO", "another tone"),
]
LEFT = [
    ("Điều 3. Chè khô", "right as it is"),
    ("điêu 3. Chè khô", "small: in the middle of a sentence"),
    ("Điêu 3 và Điều 4 của Luật này", "a reference, not a head"),
    ("Diều giấy 3. Chè", "another word"),
    ("Điêu l. Chè khô", "the number is not a number, and no number is guessed"),
    ("“Điều 3. Chè khô", "a quotation"),
    ("- Chè khô", "a list"),
    ("THÔNG BẢO VỆ", "more than the kind"),
    ("kế hoach", "not in capitals"),
]


@pytest.mark.parametrize(("read", "wanted", "why"), MENDED)
def test_a_misread_head_is_mended(read: str, wanted: str, why: str) -> None:
    assert mended_head(read) == wanted, why


@pytest.mark.parametrize(("read", "why"), LEFT)
def test_the_rest_is_left(read: str, why: str) -> None:
    assert mended_head(read) == read, why


@given(st.text(st.sampled_from("ĐDđdiIêeuU ươ0123.:-CHkKEÉẾ")))
def test_mending_twice_changes_nothing_and_digits_stay(text: str) -> None:
    once = mended_head(text)
    assert mended_head(once) == once
    assert [char for char in once if char.isdigit()] == [char for char in text if char.isdigit()]


def test_an_article_is_found_and_what_was_mended_is_told() -> None:
    page: Reading = reading(LAW.replace("Điều 2.", "- Điêu 2."))
    result = extract(pdf([], picture=True), recognizer=Scripted(page))
    provisions, _ = parse_provisions(result.text, "che", result.body_end)
    assert [part.ref.path[-1].number for part in provisions] == ["1", "2", "3"]
    told = [problem for problem in result.problems if "“- Điêu 2." in problem.reason]
    assert len(told) == 1
    assert "Điều 2." in result.text[told[0].span.start : told[0].span.end]


def test_a_file_with_words_is_not_mended() -> None:
    from ingest.text_file import extract as extract_text

    assert "Điêu 2." in extract_text(LAW.replace("Điều 2.", "Điêu 2.").encode()).text
