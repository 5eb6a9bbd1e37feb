"""References print and parse; what is no reference is refused."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.level import Level
from corpus.reference import InvalidReference, ProvisionRef, Step

numbers = st.from_regex(r"[0-9]{1,3}[a-zđ]?|[IVX]{1,5}|[a-zđ][0-9]?|[0-9]\.[0-9]{1,2}", fullmatch=True)
steps = st.builds(Step, st.sampled_from(Level), numbers)
documents = st.sampled_from(["52/2014/QH13", "66.7/2025/NQ-CP", "15/VBHN-VPQH@2023", "HP/2013", "41-LCT/HĐNN8"])
refs = st.builds(ProvisionRef, documents, st.lists(steps, max_size=5).map(tuple))


@given(refs)
def test_print_then_parse_is_identity(ref: ProvisionRef) -> None:
    assert ProvisionRef.parse(str(ref)) == ref


@given(refs)
def test_decomposed_text_parses_to_the_same(ref: ProvisionRef) -> None:
    assert ProvisionRef.parse(unicodedata.normalize("NFD", str(ref))) == ref


@given(refs, steps)
def test_a_child_lies_inside_and_not_the_other_way(ref: ProvisionRef, step: Step) -> None:
    child = ref.child(step.level, step.number)
    assert ref.contains(child) and not child.contains(ref)


@pytest.mark.parametrize(
    ("text", "label", "dieu"),
    [
        ("52/2014/QH13#dieu_56__khoan_1", "khoản 1 Điều 56", "52/2014/QH13#dieu_56"),
        ("13/2022/QH15#dieu_3__khoan_1__diem_đ", "điểm đ khoản 1 Điều 3", "13/2022/QH15#dieu_3"),
        ("5/2030/NĐ-CP#kem_theo_1__dieu_1", "Điều 1 văn bản kèm theo 1", "5/2030/NĐ-CP#kem_theo_1__dieu_1"),
        ("9/KH-BTV#muc_II__muc_4.2__diem_b", "điểm b Mục 4.2 Mục II", None),
        ("5/2030/NĐ-CP#phu_luc_I", "Phụ lục I", None),
        ("5/2030/NĐ-CP", "", None),
    ],
)
def test_label_and_article(text: str, label: str, dieu: str | None) -> None:
    ref = ProvisionRef.parse(text)
    assert ref.label() == label
    assert (str(ref.dieu) if ref.dieu else None) == dieu


def test_points_d_and_dd_differ() -> None:
    assert ProvisionRef.parse("1/2030/QH1#dieu_1__diem_d") != ProvisionRef.parse("1/2030/QH1#dieu_1__diem_đ")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "nothing"),
        ("#dieu_1", "no document"),
        ("52/2014/QH13#", "no path"),
        ("52/2014/QH13#dieu", "no number"),
        ("52/2014/QH13#dieu_", "no number"),
        ("52/2014/QH13#article_5", "unknown level"),
        ("52/2014/QH13#dieu_5_khoan_1", "one underscore"),
        ("52/2014/QH13#dieu_5 ", ""),
        ("52/2014/QH13#dieu_5#khoan_1", "two hashes"),
        ("52/2014/QH13#dieu_5__", "trailing separator"),
        ("52/2014/QH13#dieu_5 5", "a space"),
    ],
)
def test_what_is_no_reference_is_refused(text: str, reason: str) -> None:
    if not reason:
        assert ProvisionRef.parse(text)  # outer blanks are no mistake
        return
    with pytest.raises(InvalidReference, match="not a"):
        ProvisionRef.parse(text)
