"""A small reading of law in lines, apart from the product's own parser: the starter texts are checked by other eyes."""

import re
import unicodedata

import docx

_DIEU = re.compile(r"^Điều (\d+[a-z]?)\. ?(.*)$")
_KHOAN = re.compile(r"^(\d+[a-z]?)\. (.*)$")
_DIEM = re.compile(r"^([a-zđ])\) (.*)$")
_CONTEXT = re.compile(r"^(Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC) ")


def provisions_in(text: str) -> dict[str, str]:
    """Map each path (`dieu_5__khoan_2__diem_a`) to its own words; lines without a label belong to the node before."""
    found: dict[str, str] = {}
    dieu = khoan = at = ""
    for line in (" ".join(line.split()) for line in unicodedata.normalize("NFC", text).replace("Ð", "Đ").splitlines()):
        if match := _DIEU.match(line):
            dieu = khoan = at = f"dieu_{match[1]}"
        elif not dieu or not line:
            continue
        elif _CONTEXT.match(line):
            at = ""
            continue
        elif match := _KHOAN.match(line):
            khoan = at = f"{dieu}__khoan_{match[1]}"
        elif match := _DIEM.match(line):
            at = f"{khoan}__diem_{match[1]}"
        if at:
            found[at] = f"{found[at]}\n{line}" if at in found and not match else line
    return found


def whole(provisions: dict[str, str], path: str) -> str:
    """Return the words of a provision with everything beneath it, empty when it is not there."""
    return "\n".join(text for at, text in provisions.items() if at == path or at.startswith(f"{path}__"))


def docx_text(path: str) -> str:
    """Return the paragraphs of a DOCX file, one a line."""
    return "\n".join(paragraph.text for paragraph in docx.Document(path).paragraphs)
