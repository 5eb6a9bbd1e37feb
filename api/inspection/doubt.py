"""Changes that deserve a second look: those not worked in, and ends that were read where hardly one was meant."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta

from api.changes import CHANGES
from api.inspection.finding import Finding, Ground
from api.inspection.kinds import Weight
from corpus.day import in_words
from corpus.document import LegalDocument, Revision
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind

_MANY = 15
"""A sentence that ends more documents than these, amending acts among them, most likely tells a law's history."""
_YEAR = re.compile(r"^[^/]+/((?:19|20)\d\d)(?:/|$)")
_AMENDING = re.compile(r"sửa đổi,? bổ sung", re.IGNORECASE)
_SOON = timedelta(days=365)
_CONFIRM = (
    "Đối chiếu với tệp gốc; nếu văn bản ấy vẫn còn hiệu lực, báo cho người giữ chương trình, và chưa dùng câu trả lời "
    "dựa vào chỗ này."
)


def unworked(revision: Revision, ground: Ground) -> Iterator[Finding]:
    """Changes up to the day whose new words could not be put into the text; one finding for each act."""
    found: dict[str, dict[Relation, None]] = defaultdict(dict)
    for top in _reworded(revision, ground):
        standing = ground.corpus.standing(top, ground.day)
        for relation in standing.unworked if standing else ():
            found[relation.source.document][relation] = None
    for act, relations in found.items():
        first = next(iter(relations))
        words = (
            f"{len(relations)} chỗ {act} {CHANGES[first.kind]} chưa ghép được vào lời, chỗ đầu: {first.target.label()}"
        )
        remedy = (
            f"So {first.source.label() or 'lời'} của {act} với văn bản này, hoặc nạp bản hợp nhất; đến lúc đó người "
            "hỏi đọc lời trước khi sửa, có lời nhắc."
        )
        yield Finding("unworked", Weight.WARNING, first.target, f"{words}{_why(first, ground)}", remedy)


def _reworded(revision: Revision, ground: Ground) -> dict[ProvisionRef, None]:
    """The articles that a change of words without words of its own names, each once."""
    changes = ground.corpus.relations_to(revision.document.id)
    kinds = (RelationKind.AMENDS, RelationKind.CORRECTS)
    bare = [r.target for r in changes if r.kind in kinds and r.words is None and r.target.path]
    return {ref.dieu or ProvisionRef(ref.document, ref.path[:1]): None for ref in bare}


def _why(relation: Relation, ground: Ground) -> str:
    acting = ground.corpus.revision(relation.source.document)
    if relation.effective is None:
        return " (không rõ từ ngày nào)"
    if acting is None:
        return " (văn bản sửa đổi không có trong kho)"
    if relation.phrase is None:
        return " (không đọc được lời mới)"
    return f" (không thấy cụm từ “{relation.phrase.old.slice(acting.text)}”)"


def doubtful_ends(revision: Revision, ground: Ground) -> Iterator[Finding]:
    """Whole documents that this one is read to end, though they are newer, hardly older and in use, or too many."""
    ends = [r for r in dict.fromkeys(revision.relations) if r.kind.ends and not r.target.path]
    for relation in ends:
        if why := _doubt(revision.document, relation, ground):
            words = f"được đọc là {CHANGES[relation.kind]} {relation.target.document}, {why}"
            yield Finding("doubtful_end", Weight.WARNING, relation.source, words, _CONFIRM)
    for source, count in Counter(r.source for r in ends).items():
        part = revision.provision(source)
        if count > _MANY and part is not None and _AMENDING.search(part.span.slice(revision.text)):
            words = f"được đọc là làm hết hiệu lực {count} văn bản một lúc, trong đó có văn bản sửa đổi, bổ sung"
            yield Finding("doubtful_end", Weight.WARNING, source, words, _CONFIRM)


def _doubt(document: LegalDocument, relation: Relation, ground: Ground) -> str:
    name, issued = relation.target.document, document.issued_on
    if issued is None:
        return ""
    target = ground.documents.get(name)
    if target is None or target.issued_on is None:
        year = _YEAR.match(name)
        return "mà số hiệu ấy của năm sau" if year and int(year[1]) > issued.year else ""
    if target.issued_on > issued:
        return f"ban hành sau nó, ngày {in_words(target.issued_on)}"
    is_near = target.issuer == document.issuer and issued - target.issued_on < _SOON
    if is_near and (user := _later_user(document, relation, ground)):
        return f"mới ban hành ngày {in_words(target.issued_on)} và sau đó còn được {user} dùng"
    return ""


def _later_user(document: LegalDocument, ending: Relation, ground: Ground) -> str:
    """A document issued after the end took effect that still builds on the ended one."""
    since = ending.effective or document.in_force_from or document.issued_on
    for relation in ground.corpus.relations_to(ending.target.document):
        user = ground.documents.get(relation.source.document)
        builds = not relation.kind.ends and user is not None and user.id != document.id
        if builds and user and user.issued_on and since and user.issued_on > since:
            return user.id
    return ""
