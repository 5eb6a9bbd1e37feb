import re
from html.parser import HTMLParser
from pathlib import Path

from eval.report.pages import comparison_page, run_page
from eval.runs.comparison import compare
from eval.suites.suite import Row
from tests.eval.runs.judged import Values, judged

ROWS = [Row(f"q{n:02}", f"Câu <b>{n}</b> & thế?", True, tags=("vườn",)) for n in range(20)]
GOOD: Values = {
    "right": dict.fromkeys((row.id for row in ROWS), 1.0),
    "time": dict.fromkeys((row.id for row in ROWS), 120.0),
}
BAD: Values = {"right": {row.id: float(n % 4 == 0) for n, row in enumerate(ROWS)} | {"q19": None}, "time": GOOD["time"]}
UNITS = {"time": "ms"}


class _Reader(HTMLParser):
    """Collects tags, addresses and text, and holds that what is opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "action")]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    assert reader.open == []
    return reader


def test_a_run_opens_from_disk_and_shows_what_failed(tmp_path: Path) -> None:
    found = read(run_page(judged(tmp_path / "b", BAD, ROWS, UNITS)))
    assert found.addresses == []
    assert "Câu <b>1</b> & thế?" in found.text  # questions are text, never markup
    assert "right: 14 câu" in " ".join(found.text.split())
    assert "vườn" in found.text
    assert re.search(r"0,263\s", found.text)  # 5 of 19 scored


def test_the_same_run_gives_the_same_page(tmp_path: Path) -> None:
    run = judged(tmp_path / "b", BAD, ROWS, UNITS)
    assert run_page(run) == run_page(run)


def test_a_comparison_shows_losses_and_its_verdict(tmp_path: Path) -> None:
    found = compare(judged(tmp_path / "a", GOOD, ROWS, UNITS), judged(tmp_path / "b", BAD, ROWS, UNITS))
    page = read(comparison_page(found))
    assert page.addresses == []
    assert "kém hơn" in page.text
    assert "chỉ để xem" in page.text
    assert "q01" in page.text and "1.0 → 0.0" in page.text


def test_a_run_where_nothing_was_scored_has_a_page_too(tmp_path: Path) -> None:
    page = read(run_page(judged(tmp_path / "c", {"right": {"q00": None}}, ROWS)))
    assert "Không có câu trả lời nào xếp được" in page.text
