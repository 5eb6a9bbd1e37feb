"""The levels of a Vietnamese legal document (Điều 4, Điều 7 Luật 64/2025/QH15)."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """One level of the hierarchy; the value is the word used in references."""

    PHAN = "phan"
    CHUONG = "chuong"
    MUC = "muc"
    TIEU_MUC = "tieu_muc"
    DIEU = "dieu"
    KHOAN = "khoan"
    DIEM = "diem"
    KEM_THEO = "kem_theo"
    PHU_LUC = "phu_luc"

    @property
    def is_context(self) -> bool:
        """Whether the level only groups articles, and so stays out of an article's path."""
        return self in _CONTEXT

    @property
    def word(self) -> str:
        """The Vietnamese word as written in a citation: `khoản`, `Điều`."""
        return _WORDS[self]


_CONTEXT = frozenset({Level.PHAN, Level.CHUONG, Level.MUC, Level.TIEU_MUC})
_WORDS = {
    Level.PHAN: "Phần",
    Level.CHUONG: "Chương",
    Level.MUC: "Mục",
    Level.TIEU_MUC: "Tiểu mục",
    Level.DIEU: "Điều",
    Level.KHOAN: "khoản",
    Level.DIEM: "điểm",
    Level.KEM_THEO: "văn bản kèm theo",
    Level.PHU_LUC: "Phụ lục",
}
