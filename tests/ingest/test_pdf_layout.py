"""The second reader of PDF files: locks told apart, text where PDFium finds none, and the reason where nobody does."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from pypdf.constants import UserAccessPermissions

from corpus.problem import Severity
from ingest.limits import DEFAULT, Limits
from ingest.pdf_file import extract
from ingest.pdf_layout import LaidOut, Lock
from ingest.pdf_rows import Unopened, read_rows
from ingest.refusal import Refusal
from tests.ingest.invented_files import LAW, lines, pdf

ROWS = LAW.split("\n")[:20]
WHOLE = pdf(lines(*(">" + line for line in ROWS), gap=24))
ROOT_LOST = WHOLE.replace(b"/Root 1 0 R", b"/Root 9 0 R")
FONT_BROKEN = WHOLE.replace(b"/DescendantFonts", b"/DescendantFontz")
PAGE_LOST = WHOLE.replace(b"/Kids [", b"/Kids [99 0 R ").replace(b"/Count 1", b"/Count 2")


def locked(password: str, algorithm: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(WHOLE))
    writer.encrypt(password, "owner", algorithm=algorithm, permissions_flag=UserAccessPermissions(0))
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_an_owners_lock_keeps_nobody_from_reading(algorithm: str) -> None:
    data = locked("", algorithm)
    assert extract(data).text.split("\n") == ROWS
    assert LaidOut(data).structure.lock is Lock.OWNER


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_users_password_is_told(algorithm: str) -> None:
    with pytest.raises(Refusal, match="mật khẩu"):
        extract(locked("secret", algorithm))


def test_a_lock_of_another_make_is_told() -> None:
    with pytest.raises(Refusal, match="quản lý bản quyền"):
        extract(WHOLE.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Shop >>"))


def test_a_file_that_only_pypdf_opens_is_read_and_said_to_be_broken() -> None:
    with pytest.raises(Unopened):
        read_rows(ROOT_LOST, DEFAULT)
    result = extract(ROOT_LOST)
    assert result.text.split("\n") == ROWS
    assert ["dự phòng" in problem.reason for problem in result.problems] == [True]


def test_words_that_only_pypdf_finds_are_read() -> None:
    rows, _ = read_rows(FONT_BROKEN, DEFAULT)
    assert rows == [[]]
    assert extract(FONT_BROKEN).text.split("\n") == ROWS


def test_pages_that_the_file_states_and_lacks_are_an_error() -> None:
    problems = extract(PAGE_LOST).problems
    assert any(p.severity is Severity.ERROR and "ghi có 2 trang" in p.reason for p in problems)


def test_wrapped_lines_become_paragraphs() -> None:
    full = "Người trồng chè phải giữ gìn đồi chè và đường đi lên đồi theo lời dặn của làng"
    page = lines(">Điều 1. Giữ đồi chè", f">{full} và", "Điều 7 của lệ làng, không được đốt cỏ.", ">1. Khoản ngắn.")
    broken = pdf(page, page).replace(b"/Root 1 0 R", b"/Root 9 0 R")
    assert extract(broken).text.split("\n")[:3] == [
        "Điều 1. Giữ đồi chè",
        f"{full} và Điều 7 của lệ làng, không được đốt cỏ.",
        "1. Khoản ngắn.",
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf([]).replace(b"/Type /Catalog", b"/Type /Catalog /Collection << /View /T >>"), "gói chứa các tệp khác"),
        (pdf([]).replace(b"/Type /Catalog", b"/Type /Catalog /AcroForm << /XFA [] >>"), "biểu mẫu điện tử"),
        (pdf([], []), "bản chụp"),
        (ROOT_LOST[:900], "cắt cụt"),
        (b"%PDF-1.7\nrubbish\n%%EOF", "hỏng"),
    ],
)
def test_why_nothing_can_be_read(data: bytes, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        extract(data)


def test_limits_hold_here_too() -> None:
    broken = pdf(*[lines(*ROWS)] * 3).replace(b"/Root 1 0 R", b"/Root 9 0 R")
    with pytest.raises(Refusal, match="quá mức 2 trang"):
        extract(broken, Limits(pages=2))
    with pytest.raises(Refusal, match="ký tự"):
        extract(broken, Limits(characters=500))


def test_words_that_lie_far_out_do_not_fill_the_memory() -> None:
    far = pdf([(9e11, 780.0, 14.0, "xa"), *lines(*ROWS)]).replace(b"/Root 1 0 R", b"/Root 9 0 R")
    assert "Luật này quy định việc trồng chè trên đồi." in extract(far).text


def test_an_ordinary_file_does_not_load_pypdf(tmp_path: Path) -> None:
    (tmp_path / "law.pdf").write_bytes(WHOLE)
    program = (
        "import sys; from pathlib import Path; from ingest.reading import read; "
        "read([Path(sys.argv[1])]); sys.exit('pypdf' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path / "law.pdf")], check=False)
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("encrypted-user-password.pdf", "mật khẩu"),
        ("truncated.pdf", "cắt cụt"),
        ("garbage.pdf", "hỏng"),
        ("scan-02-2010-tt-bct.pdf", "bản chụp"),
        ("stamp-59-nd.pdf", "bản chụp"),
    ],
)
def test_real_files_are_refused_for_their_own_reason(shared: Path, name: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        extract((shared / "laws" / "hard" / name).read_bytes())


def test_a_real_file_with_an_owners_lock_is_read(shared: Path) -> None:
    data = (shared / "laws" / "hard" / "encrypted-owner-only.pdf").read_bytes()
    assert LaidOut(data).structure.lock is Lock.OWNER
    assert len(extract(data).text) > 4_000 and not extract(data).problems
