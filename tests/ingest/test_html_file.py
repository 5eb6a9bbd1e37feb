"""Saved web pages."""

import pytest

from ingest.html_file import extract
from ingest.refusal import Refusal

PORTAL = """<!DOCTYPE html><html><head><title>Luật Trồng chè số 98/2031/QH77</title>
<script>var x = "Điều 9. Giả";</script></head>
<body><nav>Trang chủ</nav><h1>Luật Trồng chè số 98/2031/QH77</h1><div>Ngày có hiệu lực:01/07/2031</div>
<div class="a preview-content b"><p>Luật số: 98/2031/QH77</p><p>LUẬT</p><p>TRỒNG CHÈ</p>
<p class="prov-article"><span>Điều 1. Trồng
   chè</span></p><p class="prov-clause">1. <i>Một</i>&nbsp;khoản.</p><p class="prov-clause">2. Hai<br>dòng.</p>
<table><tr><td>Giống</td><td>1. Xanh</td></tr></table></div><footer>Đơn vị chủ quản</footer></body></html>"""
PLAIN = """<html><body><div>Quảng cáo<div><a href="/x">Liên kết</a></div></div><div id="x"><div><p>LUẬT</p>
<p>Điều 1. Một</p><p>Lời<a href="#_ftn1"><sup>[1]</sup></a>.</p><p>Điều 2. Hai</p><p>Đồi 20 m<sup>2</sup></p>
<p>Điều 3. Ba</p></div><div id="ftn1"><p>[1] Chú thích</p></div></div><div>Bình luận {}</div></body></html>"""


def test_the_portals_container_alone_is_the_law() -> None:
    result = extract(PORTAL.encode())
    assert result.text.split("\n") == [
        "Luật số: 98/2031/QH77",
        "LUẬT",
        "TRỒNG CHÈ",
        "Điều 1. Trồng chè",
        "1. Một khoản.",
        "2. Hai",
        "dòng.",
        "Giống\t1. Xanh",
    ]
    assert result.hints["in_force_from"] == "01/07/2031"


def test_without_a_container_the_part_around_the_articles_is_taken() -> None:
    result = extract(PLAIN.format("dài " * 2_000).encode())
    assert "Bình luận" not in result.text
    assert result.text[: result.body_end].split("\n") == [
        "LUẬT",
        "Điều 1. Một",
        "Lời.",
        "Điều 2. Hai",
        "Đồi 20 m2",
        "Điều 3. Ba",
    ]
    assert "[1] Chú thích" in result.notes


def test_a_page_that_carries_another_law_is_refused() -> None:
    other = PORTAL.replace("<p>Luật số: 98/2031/QH77</p>", "<p>Số: 5/2030/NĐ-CP</p>")
    with pytest.raises(Refusal, match="nội dung lại là văn bản số 5/2030/NĐ-CP"):
        extract(other.encode())


def test_a_page_without_end_is_refused() -> None:
    with pytest.raises(Refusal, match="lớp thẻ"):
        extract(("<div>" * 100_000 + "chè").encode())


def test_an_empty_page_is_refused_or_empty() -> None:
    assert extract(b"<html></html>").text == ""


def test_hidden_words_are_not_read() -> None:
    page = "<html><body><p>Điều 1. Hiện</p><p style='display: none'>Điều 2. Ẩn</p><p>Điều 3. Hiện</p></body></html>"
    assert "Ẩn" not in extract(page.encode()).text


def test_windows_1258_as_declared() -> None:
    page = "<html><head><meta charset='windows-1258'></head><body><p>Điều 1. Đồi</p><p>Điều 2. Đồi</p></body></html>"
    encoded = page.replace("ề", "ê\u0300").replace("ồ", "ô\u0300").encode("cp1258")
    assert "Điều 2. Đồi" in extract(encoded).text
