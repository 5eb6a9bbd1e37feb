"""From the files of one document to a revision of it: the front door of this package."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from corpus.document import Origin, Revision
from corpus.provision import Provision
from ingest import doc_file, docx_file, html_file, jsonl_file, pdf_file, tesseract_reader, text_file
from ingest.characters import is_letter_spaced, is_unreadable
from ingest.corrections import with_corrections
from ingest.extract import Extract, join
from ingest.file_kind import FileKind, kind_of
from ingest.identity import identify
from ingest.limits import DEFAULT, Limits
from ingest.metadata import describe
from ingest.refusal import Refusal
from ingest.sidecar import Sidecar, merge, read_sidecar, sidecar_of
from ingest.stagger import dated_by_source, staggered
from ingest.structure import parse_provisions
from ingest.suspension import with_suspensions

_LEAST = 40


def read(paths: Sequence[Path], limits: Limits = DEFAULT) -> Revision:
    """One document from its files, in order; raise `Refusal` with the reason when it cannot be read whole."""
    if not paths:
        raise Refusal("Không có tệp nào để đọc.")
    if len(paths) == 1 and (line := _single_line(paths[0], limits)) is not None:
        return read_json(line)
    extract = join(extract_file(path, limits) for path in paths)
    return checked(extract, paths, declared(paths, extract))


def read_json(line: str, number: int = 1) -> Revision:
    """The revision of one JSON line; raise `Refusal` naming the line."""
    found = jsonl_file.read_line(line, number)
    return found if isinstance(found, Revision) else checked(found[0], (), found[1])


def checked(extract: Extract, paths: Sequence[Path], stated: Sidecar) -> Revision:
    """A revision, unless the text is missing or broken."""
    if (length := len(extract.text.strip())) < _LEAST:
        raise Refusal(_too_short(length, is_file=bool(paths)))
    if is_letter_spaced(extract.text):
        raise Refusal("Chữ trong tệp bị tách rời từng ký tự (“q u y đ ị n h”), không đọc được đúng. Hãy tìm bản khác.")
    if is_unreadable(extract.text):
        raise Refusal("Chữ trong tệp bị hỏng phông (ký tự lạ), không đọc được đúng. Hãy tìm bản khác hoặc dùng OCR.")
    return revise(extract, paths, stated)


def _too_short(length: int, is_file: bool) -> str:
    """Why so few letters are no document; only a file may hold pictures of more."""
    found = f"chỉ có {length} ký tự" if length else "không có chữ nào đọc được"
    if is_file:
        return f"Tệp {found}. Nếu là bản chụp (scan), cần nhận dạng chữ (OCR) trước khi nạp."
    return f"Lời văn mà nguồn đưa ra {found}, không đủ làm một văn bản. Hãy nạp tệp của chính văn bản đó."


def revise(extract: Extract, paths: Sequence[Path], stated: Sidecar) -> Revision:
    """A revision from an extracted text and what is stated of it; raise `Refusal` for what is no document."""
    who = identify(extract, paths, stated)
    provisions, problems = parse_provisions(extract.text, who.id, extract.body_end, extract.articles)
    has_articles = any(part.ref.dieu for root in provisions for part in root.walk())
    if not has_articles and not who.is_stated and not stated.words:
        raise Refusal(
            "Không thấy số hiệu, loại văn bản hay điều khoản nào; tệp này có vẻ không phải văn bản pháp luật."
        )
    provisions = tuple(_paged(part, extract.pages) for part in provisions)
    if stated.origin is Origin.DIGEST:
        problems = ()  # a digest leaves provisions out on purpose
    document, relations, more = describe(who, extract, provisions, paths, stated)
    effects = staggered(provisions, extract.text, document.issued_on)
    revision = Revision(
        document,
        extract.text,
        provisions,
        dated_by_source(relations, effects),
        (*more, *extract.problems, *problems),
        extract.pages,
        effects,
    )
    return with_corrections(with_suspensions(revision))


def extract_file(path: Path, limits: Limits = DEFAULT) -> Extract:
    """The text of one file by its format, told from its content."""
    try:
        limits.check_file(path.stat().st_size)
        data = path.read_bytes()
    except OSError as error:
        raise Refusal(f"Không mở được tệp {path.name}: {error.strerror or error}.") from error
    return extract_bytes(data, path.name, limits)


def extract_bytes(data: bytes, name: str = "", limits: Limits = DEFAULT) -> Extract:
    """The text of a file's bytes; `name` only helps where the content does not tell."""
    kind = kind_of(data, name)
    if kind is FileKind.DOCX:
        return docx_file.extract(data, limits)
    if kind is FileKind.DOC:
        return doc_file.extract(data, limits)
    if kind is FileKind.RTF:
        return doc_file.extract_rtf(data, limits)
    if kind is FileKind.PDF:
        return pdf_file.extract(data, limits, tesseract_reader.installed())
    if kind is FileKind.HTML:
        return html_file.extract(data, limits)
    if kind is FileKind.JSON_LINES:
        raise Refusal("Tệp JSON lines chứa nhiều văn bản; hãy nạp riêng bằng lệnh hoiluat ingest.")
    return text_file.extract(data, limits, markdown=name.lower().endswith((".md", ".markdown")))


def _single_line(path: Path, limits: Limits) -> str | None:
    """The line of a JSON-lines file that holds one document; None for every other file."""
    if path.suffix.lower() not in (".jsonl", ".ndjson", ".json") or not path.is_file():
        return None
    limits.check_file(path.stat().st_size)
    lines = list(jsonl_file.lines_in(path.read_bytes()))
    return lines[0][1] if len(lines) == 1 else None


def declared(paths: Sequence[Path], extract: Extract) -> Sidecar:
    """What the officer states of a document: front matter first, then the sidecar of the first file."""
    stated = read_sidecar(extract.hints.get(text_file.FRONT_MATTER, ""), paths[0].name)
    beside = sidecar_of(paths[0])
    if not beside.is_file():
        return stated
    try:
        return merge(stated, read_sidecar(beside.read_text(encoding="utf-8"), beside.name))
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal(f"Không đọc được tệp khai báo {beside.name}: {error}. Hãy lưu lại với bảng mã UTF-8.") from error


def _paged(part: Provision, pages: tuple[int, ...]) -> Provision:
    """The provision and all below it with the page (from 1) on which each begins."""
    if not pages:
        return part
    return replace(
        part, page=bisect_right(pages, part.span.start), children=tuple(_paged(child, pages) for child in part.children)
    )
