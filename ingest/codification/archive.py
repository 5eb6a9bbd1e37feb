"""The zip of the codification: what is in it, each part bounded, nothing ever unpacked to disk."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath

from ingest.limits import DEFAULT, MIB, Limits
from ingest.refusal import Refusal

CONTENTS = "jsonData.js"
_PAGES = "demuc"
_WHOLE = 4096 * MIB
_ENCRYPTED = 1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def names_in(path: Path) -> tuple[str, ...]:
    """The names of a zip's entries; raise `Refusal` for one that is cut, broken or locked."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except FileNotFoundError as error:
        raise Refusal(f"Không mở được tệp {path.name}: không có tệp này.") from error
    except _BROKEN as error:
        raise Refusal(f"Tệp nén {path.name} hỏng hoặc chưa tải xong. Hãy tải lại tệp.") from error
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Refusal(f"Tệp nén {path.name} có mật khẩu. Hãy giải nén rồi nén lại không đặt mật khẩu.")
    if (whole := sum(entry.file_size for entry in entries)) > _WHOLE:
        raise Refusal(
            f"Tệp nén {path.name} bung ra {whole / MIB:,.0f} MB, quá mức {_WHOLE / MIB:,.0f} MB "
            "(có thể là tệp nén độc hại). Hãy tải lại tệp từ nguồn chính thức."
        )
    return tuple(entry.filename for entry in entries)


def contents_name(names: tuple[str, ...]) -> str | None:
    """The entry of the table of contents beside which the pages stand; None where the zip is no codification."""
    for name in sorted(names, key=len):
        place = PurePosixPath(name)
        if place.name == CONTENTS and _is_inside(name) and next(_below(place.parent, names), None):
            return name
    return None


def page_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """The entries of the subjects' pages, sorted."""
    contents = contents_name(names)
    return tuple(sorted(_below(PurePosixPath(contents).parent, names))) if contents else ()


def strange_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Entries that point out of the archive; they are not read."""
    return tuple(name for name in names if not _is_inside(name))


def read_entry(path: Path, name: str, limits: Limits = DEFAULT) -> str:
    """The text of one entry, its declared and its real size bounded; raise `Refusal` with what is wrong with it."""
    try:
        with zipfile.ZipFile(path) as archive:
            _check(name, archive.getinfo(name).file_size, limits)
            with archive.open(name) as stream:
                data = stream.read(limits.expanded_bytes + 1)
    except (*_BROKEN, KeyError) as error:
        raise Refusal(f"Mục {name} trong {path.name} hỏng hoặc chưa tải xong. Hãy tải lại tệp.") from error
    _check(name, len(data), limits)
    return data.decode("utf-8-sig", "replace")


@lru_cache(maxsize=2)
def _held(path: Path, stamp: tuple[int, int], name: str) -> str:
    return read_entry(path, name)


def read_page(path: Path, name: str) -> str:
    """The same, keeping the last pages: documents that follow each other come from the same ones."""
    try:
        stat = path.stat()
    except OSError as error:
        raise Refusal(f"Không mở được tệp {path.name}: {error.strerror or error}.") from error
    return _held(path, (stat.st_mtime_ns, stat.st_size), name)


def _check(name: str, size: int, limits: Limits) -> None:
    if size > limits.expanded_bytes:
        raise Refusal(
            f"Mục {name} bung ra hơn {limits.expanded_bytes / MIB:.0f} MB, không giống một đề mục thật "
            "(có thể là tệp nén độc hại)."
        )


def _below(folder: PurePosixPath, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        place = PurePosixPath(name)
        if place.suffix.lower() in (".html", ".htm") and place.parent == folder / _PAGES and _is_inside(name):
            yield name


def _is_inside(name: str) -> bool:
    place = PurePosixPath(name.replace("\\", "/"))
    return not place.is_absolute() and ".." not in place.parts and ":" not in name
