"""A text without any provision, as a person may read it: stored, found, quoted and cited as the document it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from api.answer import AnswerStatus, Inquiry
from api.house import House
from api.settings import read_settings

NOTICE = """HỘI LIÊN HIỆP PHỤ NỮ
XÃ ĐỒI CHÈ
Số: 3/TB-BTV
Đồi Chè, ngày 04 tháng 3 năm 2031

THÔNG BÁO
Về việc mở lớp dạy hái chè cho hội viên

Ban Thường vụ mở lớp dạy hái chè tại nhà văn hóa xã vào sáng thứ bảy.
Hội viên ghi danh lớp dạy hái chè với chi hội trưởng, không phải nộp tiền.
Người ở xa được xe của hợp tác xã đón tại chợ Đồi Chè.
"""


def test_an_announcement_is_stored_found_and_quoted(tmp_path: Path) -> None:
    (tmp_path / "thong-bao.txt").write_text(NOTICE, encoding="utf-8")
    settings = {"HOILUAT_HOME": str(tmp_path / "home"), "HOILUAT_EMBEDDING_MODEL": "none"}
    house = House(read_settings(settings, Path("none.toml")))
    (report,) = house.take([tmp_path / "thong-bao.txt"])
    assert (report.outcome, report.document) == ("added", "3/TB-BTV")
    question = "Hội viên ghi danh lớp dạy hái chè với ai?"
    (found,) = house.searcher.search(question, 3, date(2031, 6, 1))
    assert str(found.passage.ref) == "3/TB-BTV"
    answer = house.advisor.ask(Inquiry(question, as_of=date(2031, 6, 1)))
    assert answer.status is AnswerStatus.ANSWERED
    revision = house.corpus.revision("3/TB-BTV")
    assert revision is not None and revision.provisions == ()
    for citation in answer.citations:
        assert citation.label == "Thông báo Về việc mở lớp dạy hái chè cho hội viên số 3/TB-BTV"
        assert citation.url == "/documents/3%2FTB-BTV"
        assert citation.quote == revision.text[citation.span.start : citation.span.end]
    assert "chi hội trưởng" in answer.answer
