"""Invented law for tests: a few laws of a land that does not exist."""

from collections.abc import Mapping, Sequence
from datetime import date

from corpus.document import LegalDocument, Origin, Revision
from corpus.level import Level
from corpus.library import Library, memory_library
from corpus.provision import Provision
from corpus.reference import ProvisionRef, Step
from corpus.relation import Relation, RelationKind
from corpus.span import Span

Articles = Mapping[tuple[str, str], Sequence[str]]


def law(
    number: str,
    title: str,
    articles: Articles,
    *,
    kind: str = "Luật",
    start: date | None = date(2020, 1, 1),
    until: date | None = None,
    consolidates: str | None = None,
) -> Revision:
    """A law whose articles map (number, heading) to clauses; a single clause makes a bare article."""
    text, provisions = "", []
    for (dieu, heading), clauses in articles.items():
        ref = ProvisionRef(number, (Step(Level.DIEU, dieu),))
        begin = len(text)
        text += f"Điều {dieu}. {heading}\n"
        text_end, children = len(text), []
        for place, clause in enumerate(clauses, 1):
            at = len(text)
            text += f"{place}. {clause}\n" if len(clauses) > 1 else f"{clause}\n"
            if len(clauses) > 1:
                child = ref.child(Level.KHOAN, str(place))
                children.append(Provision(child, f"{place}.", "", Span(at, len(text)), len(text)))
            else:
                text_end = len(text)
        provisions.append(Provision(ref, f"Điều {dieu}", heading, Span(begin, len(text)), text_end, tuple(children)))
    document = LegalDocument(
        number, number, kind, title, issued_on=start, in_force_from=start, in_force_until=until,
        origin=Origin.OFFICIAL, holds_from=start if consolidates else None,
    )  # fmt: skip
    relations = (
        (Relation(RelationKind.CONSOLIDATES, ProvisionRef(consolidates), ProvisionRef(number), start),)
        if consolidates
        else ()
    )
    return Revision(document, text, tuple(provisions), relations)


MARRIAGE = law(
    "1/2020/QH99",
    "Hôn nhân và gia đình",
    {
        ("1", "Phạm vi điều chỉnh"): ["Luật này quy định việc cưới hỏi và nếp sống trong nhà."],
        ("2", "Ly hôn theo yêu cầu của một bên"): [
            "Khi một bên yêu cầu ly hôn mà không hòa giải được thì Tòa án xem xét cho ly hôn.",
            "Người bị bạo lực gia đình được yêu cầu ly hôn mà không cần hòa giải.",
        ],
        ("3", "Nuôi con sau khi ly hôn"): [
            "Con dưới hai mươi tháng tuổi do mẹ trực tiếp nuôi.",
            "Người không trực tiếp nuôi con phải cấp dưỡng mỗi tháng.",
        ],
    },
)
LAND = law(
    "31/2024/QH99",
    "Đất đai",
    {
        ("2", "Giấy chứng nhận quyền sử dụng đất"): ["Giấy chứng nhận ghi tên cả vợ và chồng."],
        ("5", "Thu hồi đất"): ["Đất bỏ hoang năm năm thì bị thu hồi.", "Người có đất bị thu hồi được bồi thường."],
    },
)
OLD_LAND = law(
    "45/2013/QH99",
    "Đất đai",
    {("9", "Thu hồi đất bỏ hoang"): ["Đất bỏ hoang hai năm thì bị thu hồi."]},
    start=date(2014, 1, 1),
    until=date(2020, 1, 1),
)


def library(*revisions: Revision) -> Library:
    """A corpus in memory."""
    found = memory_library()
    for revision in revisions or (MARRIAGE, LAND, OLD_LAND):
        found.put(revision)
    return found
