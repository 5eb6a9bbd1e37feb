"""Where a law ends: signatures, `Nơi nhận`, the closing formula; and where attached texts begin after it."""

from __future__ import annotations

import re

from ingest.structure.labels import is_upper

_OFFICES = (
    r"CHỦ TỊCH|PHÓ CHỦ TỊCH|THỦ TƯỚNG|PHÓ THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH ÁN|PHÓ CHÁNH ÁN|VIỆN TRƯỞNG|THỐNG ĐỐC"
    r"|CHỦ NHIỆM|PHÓ CHỦ NHIỆM|TỔNG THANH TRA|TỔNG KIỂM TOÁN|GIÁM ĐỐC|CHÁNH VĂN PHÒNG"
)
VERIFIED = "XÁC THỰC VĂN BẢN HỢP NHẤT"
"""The words above the signature of a consolidated text."""
_FOOTER = re.compile(
    r"(?:Nơi nhận|NƠI NHẬN|Nơi gửi)\s*:?(?:\s|$)"
    r"|(?:TM|KT|TL|TUQ|T/M|K/T|TM/|Q)\s?\.\s?[A-ZĐÀ-Ỹ]{2}"
    rf"|(?:{_OFFICES})(?: (?:QUỐC HỘI|NƯỚC|CHÍNH PHỦ|ỦY BAN.*|UỶ BAN.*|BỘ .*))?\s*(?:\(|$)"
    rf"|{VERIFIED}"
    r"|Số\s*:?\s*\d{1,4}\s?/VBHN-"
    r"|(?:Bộ luật|Luật|Nghị quyết|Pháp lệnh|Hiến pháp)(?: này)?(?: sửa đổi[^.]{0,80})?"
    r"(?: đã| đó)? được (?:Quốc hội|Uỷ ban|Ủy ban|Hội đồng nhân dân|HĐND)[^.]{0,200}thông qua"
    r"|VĂN PHÒNG CHÍNH PHỦ XUẤT BẢN"
)
_VERIFIED_AS = re.compile(rf"Số\s*:?\s*\d{{1,4}}\s?/VBHN-|{VERIFIED}")
_CLOSING = re.compile(
    r"Trên đây là\s+(?:nội dung\s+|toàn văn\s+)?"
    r"(?:kế hoạch|báo cáo|thông báo|hướng dẫn|chương trình|đề án|phương án|kết luận|ý kiến)(?![\wÀ-ỹ])",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"(QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|QUY TẮC|QUY TRÌNH|NỘI QUY|CHƯƠNG TRÌNH|KẾ HOẠCH|ĐỀ ÁN|HƯỚNG DẪN|DANH MỤC"
    r"|CHIẾN LƯỢC|QUY CHUẨN|ĐỊNH MỨC|TIÊU CHUẨN|PHƯƠNG ÁN)(?![\wÀ-ỹ])"
)
_ISSUED_WITH = re.compile(r"\(?\s*(?:Được\s+)?(?:Ban hành )?kèm theo ", re.IGNORECASE)
_LISTS = frozenset({"DANH MỤC", "QUY CHUẨN", "ĐỊNH MỨC", "TIÊU CHUẨN"})


def is_footer(line: str) -> bool:
    """Whether a line stands after the last article: a signature, the list of receivers, the closing formula."""
    return bool(_FOOTER.match(line))


def is_office(line: str, below: str) -> bool:
    """Whether a line in capitals is the office that signs a consolidated text, above its number."""
    return is_upper(line) and _VERIFIED_AS.match(below) is not None


def is_closing(line: str) -> bool:
    """Whether a line takes leave of the readers of a plan: `Trên đây là Kế hoạch …, đề nghị các đơn vị thực hiện`."""
    return bool(_CLOSING.match(line))


def is_final(line: str) -> bool:
    """Whether a line closes the law, with the mark `./.` at its end."""
    return line.rstrip("”\"'. ").endswith("./") or line.endswith("./.")


def attached_kind(line: str, following: list[str]) -> str | None:
    """The kind of an attached text that begins here (`QUY CHẾ`), told by `(Ban hành kèm theo …)` soon after."""
    match = _ATTACHED.match(line)
    if not match or len(line) > 300:
        return None
    if any(
        _ISSUED_WITH.match(other) or "(ban hành kèm theo" in other.lower()
        for other in (line[match.end() :].strip(), *following)
    ):
        return match[1]
    return None


def is_regulation(kind: str) -> bool:
    """Whether an attached text of this kind has articles of its own; a list (`DANH MỤC`) is kept as an annex."""
    return kind not in _LISTS
