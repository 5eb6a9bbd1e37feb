"""Numbers of documents (số hiệu): their grammar, in text and in file names (domain 1.2)."""

from __future__ import annotations

import re
import unicodedata

from ingest.file_name import number_of_file

__all__ = ["find_numbers", "first_number", "is_number", "issuer_of", "normalise", "number_of_file", "type_of"]

_LOOK_ALIKES = str.maketrans("АВЕКМНОРСТУХІЈЅавекмнорстухіјѕ", "ABEKMHOPCTYXIJSabekmhopctyxijs")
_CAPITAL = "[A-ZĐÐЅІЈА-Я]"
_DASHES = re.compile(r"\s*[-‐‑–—]\s*")
_SLASHES = re.compile(r"\s*/\s*")
_ORGAN = r"[A-ZĐ][A-Za-zĐđ0-9&]*"
_TAIL = rf"{_ORGAN}(?:-{_ORGAN})*"
_GRAMMAR = (
    rf"\d{{1,5}}(?:\.\d{{1,3}})?[a-zA-Z]?/\d{{4}}/{_TAIL}"  # 52/2014/QH13, 66.7/2025/NQ-CP, 01/2024/NQ-HĐTP
    rf"|\d{{1,5}}/VBHN-{_TAIL}"  # 121/VBHN-VPQH
    rf"|\d{{1,4}}[A-Z]?-[A-ZĐ]{{2,5}}/[A-ZĐ]{{2,5}}\d*"  # 21-LCT/HĐNN8, 27-NQ/TW
    rf"|\d{{1,5}}(?:\.\d{{1,3}})?[a-zA-Z]?/[A-ZĐ]{{2,}}[A-Za-zĐ]*(?:\d{{2}})?(?:-{_ORGAN})+"  # 1719/QĐ-TTg
    r"|\d{1,4}/LCT(?![\wÀ-ỹ])"
)
_NUMBER = re.compile(rf"(?<![\w/.-])(?:{_GRAMMAR})(?![\w/])")
_SPACED = re.compile(
    rf"(?<![\w/.-])\d{{1,5}}(?:\.\d{{1,3}})?[a-zA-Z]?\s*/\s*(?:\d{{4}}\s*/\s*)?{_CAPITAL}[\w&]*(?:\s*[-–]\s*{_CAPITAL}[\w&]*)*"
    rf"|\d{{1,4}}[A-Z]?-{_CAPITAL}+/{_CAPITAL}+\d*"
)
_STATED = re.compile(r"(?:^|[\s|])[Ss][Ốố]\s*:?\s*(?=\d)")
_MINISTRIES = {
    "BTC": "Bộ Tài chính", "BTP": "Bộ Tư pháp", "BCA": "Bộ Công an", "BQP": "Bộ Quốc phòng", "BNV": "Bộ Nội vụ",
    "BYT": "Bộ Y tế", "BCT": "Bộ Công Thương", "BXD": "Bộ Xây dựng", "BNG": "Bộ Ngoại giao",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội", "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BNNMT": "Bộ Nông nghiệp và Môi trường", "BKHCN": "Bộ Khoa học và Công nghệ",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "BTTTT": "Bộ Thông tin và Truyền thông", "BGTVT": "Bộ Giao thông vận tải", "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn", "BDTTG": "Bộ Dân tộc và Tôn giáo",
    "NHNN": "Ngân hàng Nhà nước Việt Nam", "TANDTC": "Tòa án nhân dân tối cao",
    "VKSNDTC": "Viện kiểm sát nhân dân tối cao",
    "HĐTP": "Hội đồng Thẩm phán Tòa án nhân dân tối cao", "TTCP": "Thanh tra Chính phủ", "VPQH": "Văn phòng Quốc hội",
    "CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "CTN": "Chủ tịch nước", "TW": "Ban Chấp hành Trung ương",
}  # fmt: skip
_TYPES = {
    "NĐ": "Nghị định", "NQ": "Nghị quyết", "QĐ": "Quyết định", "TT": "Thông tư", "TTLT": "Thông tư liên tịch",
    "CT": "Chỉ thị",
    "VBHN": "Văn bản hợp nhất", "KH": "Kế hoạch", "TB": "Thông báo", "CĐ": "Công điện", "PL": "Pháp lệnh",
    "NQLT": "Nghị quyết liên tịch",
    "AL": "Án lệ",
}  # fmt: skip


def normalise(raw: str) -> str:
    """A number as written in law: spaces out, dashes plain, `Ð` and Cyrillic look-alikes mended, `ND-CP` → `NĐ-CP`."""
    text = unicodedata.normalize("NFC", raw).translate(_LOOK_ALIKES).replace("\u00d0", "Đ")
    text = _SLASHES.sub("/", _DASHES.sub("-", text.strip()))
    text = re.sub(r"/ND-CP$", "/NĐ-CP", text)
    return re.sub(r"/QD-", "/QĐ-", text)


def is_number(text: str) -> bool:
    """Whether the whole of `text` is a number of a document."""
    return re.fullmatch(_GRAMMAR, text) is not None


def find_numbers(text: str) -> list[tuple[str, int, int]]:
    """Every number in a text with its place `[start, end)`, in order."""
    found = []
    for match in _SPACED.finditer(text):
        number = normalise(match[0])
        if is_number(number):
            found.append((number, match.start(), match.end()))
    return found


def first_number(line: str) -> str | None:
    """The number that a heading line states (`Luật số: 52/2014/QH13`), or None."""
    for match in _STATED.finditer(line):
        spaced = _SPACED.match(line, match.end())
        if spaced and is_number(number := normalise(spaced[0])):
            return number
    return None


def type_of(number: str) -> str | None:
    """The type that a number tells; None for those of the National Assembly, which do not tell it."""
    code = number.rsplit("/", 1)[-1].split("-")[0]
    return _TYPES.get(code)


def issuer_of(number: str) -> str | None:
    """The issuer that a number tells; never trust a portal's field over it (domain 1.2)."""
    tail = number.rsplit("/", 1)[-1]
    if re.fullmatch(r"QH\d+", tail) or re.search(r"LCT(/HĐNN|/HDNN|$)", number):
        return "Quốc hội"
    if re.fullmatch(r"UBTVQH\d+|NQ-UBTVQH\d+", tail):
        return "Ủy ban Thường vụ Quốc hội"
    organs = [_MINISTRIES[organ] for organ in tail.split("-")[1:] if organ in _MINISTRIES]
    return ", ".join(organs) or None
