"""The pages of a PDF that only a recognizer can read, what it made of them, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.problem import Problem, Severity
from corpus.span import Span
from ingest.extract import Extract
from ingest.limits import Limits
from ingest.page_images import images_of
from ingest.pdf_rows import Row
from ingest.recognized_labels import with_mended_heads
from ingest.recognizer import NotRecognized, Reading, Recognizer
from ingest.refusal import Refusal

RECOGNIZED = "recognized"
"""A hint: the text was recognized from pictures, so that it needs a look before it is trusted."""
_POOR = 0.75
_TOO_POOR = 0.6
_ASKEW, _RIGHT = 9.0, 540.0
"""Points by which rows that reach a margin may miss it, and where the right one is put on every page."""
_PATIENCE = 3
"""After so many pages in a row that could not be read the rest is left: a hundred time-outs take hours."""


def recognize(data: bytes, numbers: Sequence[int], recognizer: Recognizer | None, limits: Limits) -> dict[int, Reading]:
    """What was read on the pages `numbers`; pages that could not be read are missing."""
    found: dict[int, Reading] = {}
    if recognizer is None or not numbers:
        return found
    limits.check_pictures(len(numbers))
    failed = 0
    for number, image in images_of(data, numbers):
        try:
            if image is None:
                raise NotRecognized("not drawn")
            found[number] = recognizer.read_page(image)
            failed = 0
        except NotRecognized:
            failed += 1
        if failed >= _PATIENCE:
            break
    return {number: _finished(reading) for number, reading in found.items()}


def _finished(reading: Reading) -> Reading:
    rows, mended = with_mended_heads(list(straightened(reading.rows)))
    return Reading(rows, reading.confidence, mended)


def straightened(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows with their margins made one: paper lies askew and a little aside, paragraphs are told by the margins."""
    if not rows:
        return
    left = _usual([row.x0 for row in rows], 0.1)
    right = _usual([row.x1 for row in rows], 0.9)
    for row in rows:
        x0 = left if abs(row.x0 - left) <= _ASKEW else row.x0
        x1 = right if abs(row.x1 - right) <= _ASKEW else row.x1
        yield replace(row, x0=x0 + _RIGHT - right, x1=x1 + _RIGHT - right)


def _usual(edges: list[float], share: float) -> float:
    return sorted(edges)[int(len(edges) * share)]


def check_readable(readings: Iterable[Reading]) -> None:
    """Refuse a document whose pictures are so poor that hardly a line will be right."""
    weighed = [(sum(len(row.text) for row in reading.rows), reading.confidence) for reading in readings]
    letters = sum(length for length, _ in weighed)
    sure = sum(length * confidence for length, confidence in weighed) / letters if letters else 1.0
    if sure < _TOO_POOR:
        raise Refusal(
            f"Bản chụp (scan) quá mờ: nhận dạng chữ chỉ đạt độ tin cậy {_percent(sure)}, cần ít nhất "
            f"{_percent(_TOO_POOR)}. Hãy chụp lại rõ hơn (300 dpi) hoặc tìm bản Word/PDF có chữ."
        )


def doubts(readings: Mapping[int, Reading], extract: Extract) -> Iterator[Problem]:
    """A problem for every page that was recognized, at its place in the text."""
    for number, reading in sorted(readings.items()):
        sure, place = _percent(reading.confidence), _place(number, extract)
        if not reading.rows:
            yield Problem(Severity.WARNING, f"Trang {number} là ảnh, không nhận ra chữ nào; hãy xem lại bản chính.")
        elif reading.confidence < _POOR:
            reason = f"Trang {number} chụp mờ, nhận dạng kém tin cậy ({sure}); phải sửa theo bản chính trước khi dùng."
            yield Problem(Severity.ERROR, reason, place)
        else:
            reason = f"Trang {number} được nhận dạng từ ảnh chụp (độ tin cậy {sure}); hãy đối chiếu bản chính."
            yield Problem(Severity.WARNING, reason, place)
        for head in reading.mended:
            reason = f"Trang {number}: dòng “{head[:60]}” nhận dạng sai dấu, đã hiểu là tiêu đề; hãy xem bản chính."
            yield Problem(Severity.WARNING, reason, place)


def _place(number: int, extract: Extract) -> Span:
    starts = (*extract.pages, extract.body_end)
    start = starts[min(number, len(starts)) - 1]
    return Span(start, max(start, starts[min(number, len(starts) - 1)] if number < len(starts) else extract.body_end))


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"
