"""PDF files, page by page: text by PDFium, better on Vietnamese than pypdf (1.5 % against 6.4 % broken words).

What PDFium does not open, or finds no words in, pypdf reads a second time (`pdf_layout`).
"""

from __future__ import annotations

from functools import partial

from corpus.problem import Problem, Severity
from ingest.extract import CUT, Extract, assemble
from ingest.limits import DEFAULT, Limits
from ingest.pdf_pages import Page, divide, note_texts
from ingest.pdf_paragraphs import paragraphs_of
from ingest.pdf_rows import LOST, Row, Unopened, read_rows
from ingest.refusal import Refusal
from ingest.running_heads import is_continuation
from ingest.structure.problems import places_of

_SCANNED_SHARE = 0.1
_ERROR = partial(Problem, Severity.ERROR)


def extract(data: bytes, limits: Limits = DEFAULT) -> Extract:
    """The text of a PDF; raise `Refusal` when it is broken, locked, too long, or has no text layer."""
    try:
        pages, scanned = read_rows(data, limits)
    except Unopened:
        return _extract_again(data, limits)
    divided = divide(pages)
    if _is_scan(divided, scanned):
        return _extract_again(data, limits, scanned)
    return _assembled(pages, divided, [_ERROR(f"Trang {n} là ảnh chụp, không có chữ; cần OCR.") for n in scanned])


def _extract_again(data: bytes, limits: Limits, scanned: list[int] | None = None) -> Extract:
    """The text by the second reader; raise `Refusal` with the reason where that one cannot read the file either."""
    if scanned is None and b"%%EOF" not in data[-4096:] and b" obj" in data:
        raise Refusal("Tệp PDF bị cắt cụt (thiếu phần cuối), có lẽ tải về chưa xong. Hãy tải lại.")
    from ingest.pdf_layout import LaidOut  # pypdf is slow to load and hardly ever needed

    second = LaidOut(data)
    pages, empty = second.rows(limits)
    divided = divide(pages)
    built = second.structure
    if _is_scan(divided, empty):
        raise Refusal(_without_words(len(pages), len(scanned or empty), built.form, built.portfolio))
    problems = [_ERROR(f"Trang {number} không đọc được chữ; hãy đối chiếu bản khác.") for number in empty]
    if built.stated > built.pages:
        problems.append(_ERROR(f"Tệp PDF ghi có {built.stated} trang nhưng chỉ tìm thấy {built.pages}; hãy tải lại."))
    problems.append(Problem(Severity.WARNING, "Tệp PDF có lỗi, phải đọc bằng cách dự phòng; hãy đối chiếu bản khác."))
    return _assembled(pages, divided, problems)


def _assembled(pages: list[list[Row]], divided: list[Page], more: list[Problem]) -> Extract:
    result = assemble(paragraphs_of(divided), note_texts(divided))
    lost = places_of(LOST, result.text)
    problems = [_ERROR("Ký tự mất trong phông chữ của tệp PDF; hãy đối chiếu bản khác.", span) for span in lost]
    if _goes_on_elsewhere(pages):
        problems.append(_ERROR(CUT))
    return Extract(result.text, result.body_end, result.pages, result.hints, (*problems, *more))


def _goes_on_elsewhere(pages: list[list[Row]]) -> bool:
    last = [row.text for rows in pages[-2:] for row in rows]
    return any(is_continuation(text) and "xem tiếp" in text.lower() for text in last)


def _is_scan(pages: list[Page], scanned: list[int]) -> bool:
    words = sum(len(row.text) for page in pages for row in page.body)
    return not pages or words < 60 * len(pages) or len(scanned) > _SCANNED_SHARE * len(pages)


def _without_words(pages: int, scanned: int, form: bool, portfolio: bool) -> str:
    """The reason why a file that opens has nothing to read."""
    if portfolio:
        return "Tệp PDF là gói chứa các tệp khác. Hãy lưu riêng từng tệp bên trong rồi nạp lại."
    if form:
        return "Tệp PDF là biểu mẫu điện tử (XFA), chữ không nằm trong trang. Hãy in ra PDF mới rồi nạp lại."
    return (
        f"Tệp PDF là bản chụp (scan): {scanned or pages} trên {pages} trang không có chữ. "
        "Cần nhận dạng chữ (OCR) trước khi nạp, hoặc tìm bản Word/PDF có chữ."
    )
