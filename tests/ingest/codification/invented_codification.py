"""A small codification of invented law, written the way the real archive is."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

TEA = "Luật số 98/2031/QH77"
IN_FORCE = "có hiệu lực thi hành kể từ ngày 01/07/2031"
Entry = tuple[str, str]


def article(code: str, name: str, note: str, *paragraphs: str, after: str = "", item: int = 7) -> Entry:
    """The code in the pages (`MAPC`) and the HTML of one article."""
    mapc = "9" + "".join(f"{ord(c):03}" for c in code)
    body = "".join(p if p.startswith("<table") else f"<p>{p}</p>" for p in paragraphs)
    link = f"<a href='http://vbpl.example/toanvan.aspx?ItemID={item}#Dieu_1'></a>"
    html = (
        f"<p class='pDieu'><a name='{mapc}'></a>Điều {code}. {name}</p>"
        + (f"<p class='pGhiChu'>({note}){link}</p>" if note else "")
        + f"<p class='pNoiDung'>{body}</p>{after}"
        "<p class='pChiDan'>(Điều này có nội dung liên quan đến <a onclick=\"mo('1')\">Điều 1.1.LQ.1. Khác</a>)</p>"
    )
    return mapc, html


def page(*entries: Entry | str) -> str:
    """A subject's page; words alone are the head of a chapter."""
    body = "".join(e[1] if isinstance(e, tuple) else f"<p class='pChuong'>{e}</p>" for e in entries)
    return f"<html><body><div class='_content'><h3>Đề mục 9.1<br/>Chè</h3>{body}</div></body></html>"


def contents(*rows: Entry, broken: Sequence[str] = ()) -> str:
    """`jsonData.js` with these articles (code, name); those of `broken` lose a quotation mark."""
    written = []
    for mapc, name in rows:
        row = json.dumps({"ChiMuc": "1", "MAPC": mapc, "TEN": name, "DeMucID": "a"}, ensure_ascii=False)
        written.append(row.replace(f'{name}"', name) if mapc in broken else row)
    return f'\ufeffvar jdChuDe = [{{"Value":"c"}}];\r\nvar jdDeMuc = [];\r\nvar jdAllTree = [{",".join(written)}];'


def archive(path: Path, contents_text: str, *pages: str, **more: str) -> Path:
    """The zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("BoPhapDienDienTu/jsonData.js", contents_text)
        out.writestr("BoPhapDienDienTu/lib/jquery.js", "var x = 1;")
        for place, words in enumerate(pages):
            out.writestr(f"BoPhapDienDienTu/demuc/{place:08}-aaaa.html", words)
        for name, words in more.items():
            out.writestr(name, words)
    return path
