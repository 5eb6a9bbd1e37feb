"""Invented law for tests: short, in the shape of the real one, and belonging to nobody."""

from __future__ import annotations

import re
from datetime import date

from corpus.document import LegalDocument, Origin, Revision
from corpus.level import Level
from corpus.provision import Provision, nest
from corpus.reference import ProvisionRef
from corpus.relation import Relation
from corpus.span import Span

GARDEN = """Điều 1. Phạm vi điều chỉnh
Luật này quy định việc mượn vườn và trả vườn giữa các nhà.
Điều 2. Quyền mượn vườn của một nhà
1. Khi cả hai nhà không thỏa thuận được thì một nhà có quyền xin Hội đồng vườn cho mượn, nếu vườn bỏ hoang đủ 12 tháng.
2. Người mượn vườn phải trả hoa lợi 30.000 đồng mỗi tháng, trừ trường hợp vườn dùng để nuôi ong.
3. Nhà đang có trẻ dưới 36 tháng tuổi không phải trả hoa lợi. Hội đồng vườn không được đòi tiền cọc.
Điều 3. Hồ sơ mượn vườn
1. Hồ sơ mượn vườn gồm:
a) Đơn mượn vườn theo mẫu;
b) Bản sao giấy tờ của khu vườn do chủ vườn giữ, hoặc giấy xác nhận của tổ dân phố về việc khu vườn đang bỏ hoang;
c) Bản cam kết giữ nguyên cây lâu năm, không chặt phá, không xây dựng công trình kiên cố trên đất vườn mượn;
d) Sơ đồ vị trí khu vườn có chữ ký của hai nhà liền kề và của người đứng đầu tổ dân phố nơi có vườn;
đ) Giấy tờ chứng minh nhà đang nuôi trẻ dưới 36 tháng tuổi, nếu có.
2. Hồ sơ nộp tại Hội đồng vườn nơi có vườn. Hội đồng vườn giải quyết trong thời hạn 15 ngày làm việc, không thu lệ phí.
Điều 4. Trả vườn
Người mượn phải trả vườn trong 30 ngày kể từ ngày hết hạn mượn. Vườn trả phải còn nguyên cây lâu năm.
"""
BEES = """Điều 1. Nuôi ong trong vườn mượn
1. Người nuôi ong được đặt không quá 10 thùng ong trong một vườn mượn.
2. Thùng ong phải cách lối đi chung ít nhất 5 mét.
Điều 2. Ong đốt người qua đường
Chủ ong phải bồi thường tiền thuốc cho người bị ong đốt.
"""

_LINE = re.compile(r"(?m)^(?:Điều (?P<dieu>\d+)\. (?P<name>.*)|(?P<khoan>\d+)\. |(?P<diem>[a-zđ])\) )")


def revision(
    text: str = GARDEN,
    number: str = "11/2020/QH99",
    title: str = "Mượn vườn",
    origin: Origin = Origin.OFFICIAL,
    start: date | None = date(2020, 1, 1),
    until: date | None = None,
    relations: tuple[Relation, ...] = (),
    source_url: str | None = "https://vanban.example/luat",
) -> Revision:
    """An invented law, parsed."""
    document = LegalDocument(
        number, number, "Luật", title, "Quốc hội", start, start, until, origin=origin, source_url=source_url
    )
    return Revision(document, text, nest(_flat(text, number)), relations)


def bees(origin: Origin = Origin.OFFICIAL) -> Revision:
    """A second invented law."""
    return revision(BEES, "12/2021/QH99", "Nuôi ong", origin, date(2021, 1, 1))


def _flat(text: str, number: str) -> list[Provision]:
    starts = [*_LINE.finditer(text)]
    flat: list[Provision] = []
    dieu = khoan = ProvisionRef(number)
    for place, line in enumerate(starts):
        following = starts[place + 1].start() if place + 1 < len(starts) else len(text)
        if line["dieu"]:
            dieu = khoan = ProvisionRef(number).child(Level.DIEU, line["dieu"])
            ref, label, rank = dieu, f"Điều {line['dieu']}.", 0
        elif line["khoan"]:
            khoan = dieu.child(Level.KHOAN, line["khoan"])
            ref, label, rank = khoan, f"{line['khoan']}.", 1
        else:
            ref, label, rank = khoan.child(Level.DIEM, line["diem"]), f"{line['diem']})", 2
        end = next((s.start() for s in starts[place + 1 :] if _rank(s) <= rank), len(text))
        flat.append(Provision(ref, label, line["name"] or "", Span(line.start(), end), following))
    return flat


def _rank(line: re.Match[str]) -> int:
    return 0 if line["dieu"] else 1 if line["khoan"] else 2
