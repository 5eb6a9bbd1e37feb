"""The codification as a source: pages are surveyed one by one, documents are read one by one afterwards."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ingest.codification.archive import contents_name, names_in, page_names, read_entry, strange_names
from ingest.codification.contents import Contents, read_contents
from ingest.codification.document import CodifiedDocument, Piece
from ingest.codification.page import places_in
from ingest.file_group import Unreadable
from ingest.limits import DEFAULT, Limits
from ingest.refusal import Refusal
from ingest.source import READER, SourceDocument

_NAMED = 5


@dataclass(slots=True)
class _Gathered:
    """What the pages hold of one document."""

    digest: hashlib._Hash = field(default_factory=lambda: hashlib.sha256(READER.encode()))
    pieces: list[Piece] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Survey:
    """All documents by what their articles share, and whose article each code is. Holds places, no text."""

    documents: dict[str, _Gathered] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    nameless: list[str] = field(default_factory=list)

    def add(self, name: str, page: str) -> None:
        """One page."""
        places = list(places_in(page))
        keys = {place.family: place.source.key for place in places if place.source.key}
        for place in places:
            key = place.source.key or keys.get(place.family, "")
            if not key or not place.numbered.article:
                self.nameless.append(place.code or place.mapc)
                continue
            gathered = self.documents.setdefault(key, _Gathered())
            gathered.pieces.append(Piece(name, place.start, place.end))
            gathered.digest.update(page[place.start : place.end].encode("utf-8", "surrogatepass"))
            self.owners[place.mapc] = key


@dataclass(frozen=True, slots=True)
class CodificationSource:
    """The documents in `BoPhapDienDienTu.zip`."""

    path: Path
    limits: Limits = DEFAULT

    def documents(self) -> Iterator[SourceDocument]:
        """Every document once, whatever the number of subjects it is spread over; then what could not be read."""
        try:
            names = names_in(self.path)
            contents = contents_name(names)
            if contents is None:
                raise Refusal(_STRANGER.format(self.path.name))
        except Refusal as refusal:
            yield Unreadable(self.path, refusal.reason)
            return
        listed, refused = (
            Contents(),
            [f"Mục {name!r} trong tệp nén trỏ ra ngoài; bỏ qua." for name in strange_names(names)],
        )
        try:
            listed = read_contents(read_entry(self.path, contents, self.limits))
        except Refusal as refusal:
            refused.append(refusal.reason)
        survey = _Survey()
        for name in page_names(names):
            try:
                survey.add(name, read_entry(self.path, name, self.limits))
            except Refusal as refusal:
                refused.append(refusal.reason)
        refused.extend(_compared(listed, survey))
        for gathered in survey.documents.values():
            content = gathered.digest.hexdigest()
            yield CodifiedDocument(self.path, tuple(gathered.pieces), content, tuple(gathered.remarks))
        yield from (Unreadable(self.path, reason) for reason in refused)


_STRANGER = (
    "Tệp nén {} không phải Bộ pháp điển điện tử (không có jsonData.js và thư mục demuc). "
    "Hãy giải nén rồi nạp các văn bản bên trong."
)


def _compared(listed: Contents, survey: _Survey) -> Iterator[str]:
    """What the table of contents and the pages do not share; an entry that is only broken is told of its document."""
    for code, words in listed.broken:
        owner = survey.owners.get(code or "")
        if owner is None:
            yield f"Mục lục jsonData.js có một dòng hỏng không thuộc điều nào trong các đề mục: {words}"
        else:
            survey.documents[owner].remarks.append(f"Dòng của văn bản này trong mục lục Bộ pháp điển bị hỏng: {words}")
    if missing := [name for code, name in listed.articles.items() if code not in survey.owners]:
        yield f"{len(missing)} điều có trong mục lục nhưng không đọc được ở trang đề mục nào: {_some(missing)}"
    if survey.nameless:
        yield (
            f"{len(survey.nameless)} điều không ghi nguồn nên không biết thuộc văn bản nào; "
            f"không nạp: {_some(survey.nameless)}"
        )


def _some(names: list[str]) -> str:
    return "; ".join(name[:80] for name in names[:_NAMED]) + ("; …" if len(names) > _NAMED else ".")
