"""Pages of portals: whatever stands around the law, the law alone is read."""

from __future__ import annotations

import pytest

from ingest.html_file import extract
from ingest.refusal import Refusal
from tests.ingest.invented_files import LAW

LINES = LAW.split("\n")
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in LINES)
MENU = (
    '<div class="left"><ul><li><a href="/1">Điều 1 Luật Trồng trọt</a></li><li><a href="/2">Điều 2. Hỏi đáp</a></li>'
    '<li><a href="/3">Văn bản mới</a></li></ul></div>'
)
RELATED = (
    '<div class="vb-lien-quan"><h3>Văn bản liên quan</h3><ul><li><a href="#">Điều 5 Nghị định 1/2030/NĐ-CP</a></li>'
    '<li><a href="#">Điều 9. Luật Thuế</a> (mới)</li></ul></div>'
)
COMMENTS = '<div id="comments"><h3>Bình luận</h3><div>An: Điều 2. chưa rõ</div><div>Ba: Điều 3 thì sao?</div></div>'
TOC = '<div><p><a href="#d1">Điều 1. Phạm vi điều chỉnh</a></p><p><a href="#d2">Điều 2. Quyền</a></p></div>'


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (f"<div>{MENU}<div><div>{PARAGRAPHS}</div></div></div>", "a menu of links on the left"),
        (f"<div>{MENU}<div><div>{PARAGRAPHS}</div>{RELATED}{COMMENTS}</div></div>", "other laws and comments below"),
        (f"<div>{PARAGRAPHS}{COMMENTS}{RELATED}</div>", "comments in the same element as the law"),
        (f"<div>{TOC}<div>{PARAGRAPHS}</div></div>", "a table of contents that repeats the articles"),
        (f"<body onload='print()'>{PARAGRAPHS}</body>", "the view for printing"),
        (f"{MENU}<div><div>{'<br>'.join(LINES)}</div></div>{RELATED}", "lines parted by <br>"),
        (f"{MENU}<div><p>{'<br/> '.join(f'<b>{x}</b>' for x in LINES)}</p></div>{COMMENTS}", "bold lines, <br>"),
        (
            f"<table><tr><td>{MENU}</td><td>{PARAGRAPHS}</td><td>{RELATED}</td></tr></table>",
            "a table lays the page out",
        ),
        ("<table>" + "".join(f"<tr><td>{x}</td></tr>" for x in LINES) + "</table>", "a row for each line"),
        ("<table>" + "".join(f"<tr><td>&nbsp;</td><td>{x}</td></tr>" for x in LINES) + "</table>", "and a spacer"),
        (f"{MENU}<pre>{LAW}</pre>", "plain text as it is"),
    ],
)
def test_the_law_alone_is_read(body: str, why: str) -> None:
    assert extract(f"<html><body>{body}</body></html>".encode()).text.split("\n") == LINES, why


def test_a_law_that_is_all_links_is_not_taken_for_a_menu() -> None:
    linked = "".join(f'<p><a href="#x">{line}</a></p>' for line in LINES)
    assert extract(f"<html><body><div>{linked}</div></body></html>".encode()).text.split("\n") == LINES


@pytest.mark.parametrize(
    "form", ["<div><b>{}:</b> {}</div>", "<tr><td>{}</td><td>{}</td></tr>", "<p>{}</p><p>{}</p>", "<li>{}: {}</li>"]
)
def test_a_page_of_attributes_is_refused_as_what_it_is(form: str) -> None:
    rows = {
        "Số hiệu": "98/2031/QH77", "Loại văn bản": "Luật", "Cơ quan ban hành": "Quốc hội",
        "Ngày ban hành": "03/03/2031", "Người ký": "Nguyễn Văn Chè",
        "Tình trạng hiệu lực": "Còn hiệu lực", "Trích yếu": "Luật Trồng chè",
    }  # fmt: skip
    words = "".join(form.format(*row) for row in rows.items())
    tag = "table" if form.startswith("<tr") else "div"
    page = f"<html><title>Luật Trồng chè</title><body>{MENU}<{tag}>{words}</{tag}></body></html>"
    with pytest.raises(Refusal, match="chỉ có thuộc tính"):
        extract(page.encode())


def test_attributes_beside_the_law_or_a_short_letter_are_no_reason() -> None:
    attributes = (
        "<p>Số hiệu: 98/2031/QH77</p><p>Loại văn bản: Luật</p><p>Người ký: Chè</p><p>Ngày ban hành: 1/1/2031</p>"
    )
    assert "Điều 3" in extract(f"<html><body>{attributes}{PARAGRAPHS}</body></html>".encode()).text
    letter = "<p>Số: 5/KH-UBND</p><p>KẾ HOẠCH</p><p>Trồng chè trên đồi trong năm 2031.</p>"
    assert "KẾ HOẠCH" in extract(f"<html><body>{letter}</body></html>".encode()).text


@pytest.mark.parametrize(
    ("line", "is_remark", "why"),
    [
        ("(Khoản này được sửa đổi bởi khoản 2 Điều 1 Luật số 5/2033/QH77)", True, "the portal's, in brackets"),
        ("[Bị bãi bỏ bởi Điều 3 Luật số 5/2033/QH77 từ ngày 01/01/2034]", True, "in square ones"),
        ("Điều khoản được sửa đổi: Điều 1 Luật số 5/2033/QH77", True, "named as such"),
        ("Luật này được sửa đổi theo Luật số 5/2033/QH77.", False, "a sentence of the law"),
        ("1. Khoản 2 Điều 4 được sửa đổi bởi Luật số 5/2033/QH77 hết hiệu lực.", False, "a clause"),
        ("Chè khô (được sửa đổi theo Luật số 5/2033/QH77) thì phải rửa.", False, "inside of a sentence"),
    ],
)
def test_remarks_of_the_portal_are_taken_out_and_told(line: str, is_remark: bool, why: str) -> None:
    page = PARAGRAPHS.replace("<p>Điều 2", f"<p>{line}</p><p>Điều 2")
    result = extract(f"<html><body>{page}</body></html>".encode())
    assert (line not in result.text) is is_remark, why
    assert [line in problem.reason for problem in result.problems] == ([True] if is_remark else []), why
