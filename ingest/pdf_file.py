"""PDF files, page by page: text by PDFium, better on Vietnamese than pypdf (1.5 % against 6.4 % broken words).

Pages that are pictures, or whose font map is broken, go to a recognizer where there is one (`recognition`). What
PDFium does not open, or finds no words in, pypdf reads a second time (`pdf_layout`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from corpus.problem import Problem, Severity
from corpus.span import Span
from ingest.extract import CUT, Extract, assemble
from ingest.limits import DEFAULT, Limits
from ingest.pdf_pages import Page, divide, note_texts
from ingest.pdf_paragraphs import paragraphs_of
from ingest.pdf_rows import Row, Unopened, read_rows
from ingest.recognition import RECOGNIZED, check_readable, doubts, recognize
from ingest.recognizer import Reading, Recognizer
from ingest.refusal import Refusal
from ingest.running_heads import is_continuation
from ingest.tesseract_reader import INSTALL
from ingest.vietnamese import RUBBLE, is_rubble

_SCANNED_SHARE = 0.1
_LEAST_WORDS = 60
"""Letters a page, on average, of a file that has text."""
_ERROR = partial(Problem, Severity.ERROR)


def extract(data: bytes, limits: Limits = DEFAULT, recognizer: Recognizer | None = None) -> Extract:
    """The text of a PDF; raise `Refusal` when it is broken, locked, too long, or cannot be read."""
    try:
        pages, scanned = read_rows(data, limits)
    except Unopened:
        return _extract_again(data, limits)
    broken = [number for number, rows in enumerate(pages, start=1) if _is_broken(rows) and number not in scanned]
    readings = recognize(data, sorted((*scanned, *broken)), recognizer, limits)
    check_readable(readings.values())
    scanned, broken = ([number for number in numbers if number not in readings] for numbers in (scanned, broken))
    pages = [_best(number, rows, readings, broken) for number, rows in enumerate(pages, start=1)]
    divided = divide(pages)
    _refuse_broken(pages, broken, recognizer)
    if _is_scan(divided, scanned):
        return _extract_again(data, limits, scanned, recognizer)
    problems = [_ERROR(f"Trang {n} là ảnh chụp, không có chữ; cần OCR.") for n in scanned]
    problems += [_ERROR(f"Trang {n} hỏng phông chữ, không đọc được nên bỏ qua; hãy tìm bản khác.") for n in broken]
    return _assembled(pages, divided, problems, readings)


def _is_broken(rows: Sequence[Row]) -> bool:
    return is_rubble(" ".join(row.text for row in rows))


def _best(number: int, rows: list[Row], readings: Mapping[int, Reading], broken: list[int]) -> list[Row]:
    """The rows of a page: recognized, as the file has them, or none where those are rubble."""
    if number in readings:
        return list(readings[number].rows)
    return [] if number in broken else rows


def _refuse_broken(pages: list[list[Row]], broken: list[int], recognizer: Recognizer | None) -> None:
    if len(broken) > _SCANNED_SHARE * len(pages):
        raise Refusal(
            f"Chữ trong tệp bị hỏng phông (ký tự lạ) ở {len(broken)} trên {len(pages)} trang, không đọc được đúng. "
            f"Hãy tìm bản khác hoặc dùng OCR{'' if recognizer else f' ({INSTALL})'}."
        )


def _extract_again(
    data: bytes, limits: Limits, scanned: list[int] | None = None, recognizer: Recognizer | None = None
) -> Extract:
    """The text by the second reader; raise `Refusal` with the reason where that one cannot read the file either."""
    if scanned is None and b"%%EOF" not in data[-4096:] and b" obj" in data:
        raise Refusal("Tệp PDF bị cắt cụt (thiếu phần cuối), có lẽ tải về chưa xong. Hãy tải lại.")
    from ingest.pdf_layout import LaidOut  # pypdf is slow to load and hardly ever needed

    second = LaidOut(data)
    pages, empty = second.rows(limits)
    divided = divide(pages)
    built = second.structure
    if _is_scan(divided, empty) or any(map(_is_broken, pages)):
        without = _without_words(built.form, built.portfolio)
        raise Refusal(without or _not_recognized(len(scanned or empty) or len(pages), len(pages), recognizer))
    problems = [_ERROR(f"Trang {number} không đọc được chữ; hãy đối chiếu bản khác.") for number in empty]
    if built.stated > built.pages:
        problems.append(_ERROR(f"Tệp PDF ghi có {built.stated} trang nhưng chỉ tìm thấy {built.pages}; hãy tải lại."))
    problems.append(Problem(Severity.WARNING, "Tệp PDF có lỗi, phải đọc bằng cách dự phòng; hãy đối chiếu bản khác."))
    return _assembled(pages, divided, problems, {})


def _assembled(
    pages: list[list[Row]], divided: list[Page], more: list[Problem], readings: Mapping[int, Reading]
) -> Extract:
    result = assemble(paragraphs_of(divided), note_texts(divided), _hints(readings, len(pages)))
    lost = [Span(*match.span()) for match in RUBBLE.finditer(result.text)]
    problems = [_ERROR("Ký tự mất trong phông chữ của tệp PDF; hãy đối chiếu bản khác.", span) for span in lost]
    if _goes_on_elsewhere(pages):
        problems.append(_ERROR(CUT))
    told = (*problems, *doubts(readings, result), *more)
    return Extract(result.text, result.body_end, result.pages, result.hints, told)


def _hints(readings: Mapping[int, Reading], pages: int) -> dict[str, str]:
    """Whether the text counts as recognized: a map among a hundred pages makes it no copy, its first page does."""
    return {RECOGNIZED: "yes"} if 1 in readings or len(readings) > _SCANNED_SHARE * pages else {}


def _goes_on_elsewhere(pages: list[list[Row]]) -> bool:
    last = [row.text for rows in pages[-2:] for row in rows]
    return any(is_continuation(text) and "xem tiếp" in text.lower() for text in last)


def _is_scan(pages: list[Page], scanned: list[int]) -> bool:
    words = sum(len(row.text) for page in pages for row in page.body)
    return not pages or words < _LEAST_WORDS * len(pages) or len(scanned) > _SCANNED_SHARE * len(pages)


def _without_words(form: bool, portfolio: bool) -> str | None:
    """The reason why a file that opens has nothing to read; None where its pages are pictures."""
    if portfolio:
        return "Tệp PDF là gói chứa các tệp khác. Hãy lưu riêng từng tệp bên trong rồi nạp lại."
    if form:
        return "Tệp PDF là biểu mẫu điện tử (XFA), chữ không nằm trong trang. Hãy in ra PDF mới rồi nạp lại."
    return None


def _not_recognized(scanned: int, pages: int, recognizer: Recognizer | None) -> str:
    reason = f"Tệp PDF là bản chụp (scan): {scanned} trên {pages} trang không có chữ. "
    if recognizer is not None:
        return reason + "Đã thử nhận dạng chữ (OCR) nhưng không được; hãy chụp lại rõ hơn hoặc tìm bản Word/PDF có chữ."
    return reason + (
        f"Cần nhận dạng chữ (OCR): hãy cài Tesseract với tiếng Việt ({INSTALL}) rồi nạp lại, "
        "hoặc tìm bản Word/PDF có chữ."
    )
