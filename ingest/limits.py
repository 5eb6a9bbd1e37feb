"""How much of a file is read at most, so that no file can fill the memory or stop a batch."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.refusal import Refusal

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on a file and on what it expands to (bytes, pages, characters, pictures)."""

    file_bytes: int = 100 * MIB
    expanded_bytes: int = 64 * MIB
    pages: int = 5_000
    characters: int = 20_000_000
    pictures: int = 500
    """Pages whose letters are recognized: a few seconds each."""

    def check_file(self, size: int) -> None:
        """Refuse a file of `size` bytes when it is too big."""
        if size > self.file_bytes:
            raise Refusal(
                f"Tệp lớn {size / MIB:.0f} MB, quá mức {self.file_bytes / MIB:.0f} MB. "
                "Hãy tách tệp thành nhiều phần (…-part-1, …-part-2) rồi nạp lại."
            )

    def check_expanded(self, size: int) -> None:
        """Refuse an archive part that unpacks to `size` bytes or more."""
        if size > self.expanded_bytes:
            raise Refusal(
                f"Nội dung tệp bung ra hơn {self.expanded_bytes / MIB:.0f} MB, không giống một văn bản thật "
                "(có thể là tệp nén độc hại). Hãy mở tệp bằng Word, lưu lại thành tệp mới rồi nạp lại."
            )

    def check_pages(self, count: int) -> None:
        """Refuse a file of `count` pages when they are too many."""
        if count > self.pages:
            raise Refusal(f"Tệp có {count} trang, quá mức {self.pages} trang. Hãy tách tệp rồi nạp lại.")

    def check_pictures(self, count: int) -> None:
        """Refuse a file with `count` pages to be recognized when they are too many."""
        if count > self.pictures:
            raise Refusal(
                f"Tệp có {count} trang chụp cần nhận dạng chữ, quá mức {self.pictures} trang. Hãy tách tệp rồi nạp lại."
            )

    def check_characters(self, count: int) -> None:
        """Refuse a text of `count` characters when it is too long."""
        if count > self.characters:
            raise Refusal(f"Văn bản dài {count:,} ký tự, quá mức {self.characters:,}. Hãy tách tệp rồi nạp lại.")


DEFAULT = Limits()
