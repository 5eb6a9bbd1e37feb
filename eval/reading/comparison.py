"""One document as it was read against its gold: numbers and days, spans, and the tree of its articles."""

from __future__ import annotations

from corpus.document import Revision
from corpus.folding import fold
from corpus.level import Level
from corpus.provision import Provision
from eval.reading.article_order import GoldOrder, follow
from eval.reading.manifest import Row
from eval.reading.measurement import Measurement


def compare(result: Measurement, row: Row, revision: Revision | None, listed: list[Row]) -> None:
    """Count everything that the gold knows of a row; `listed` are its gold articles, None is a refused file."""
    _compare_metadata(result, row, revision)
    _compare_spans(result, row, revision)
    _compare_order(result, row, revision, listed)
    _compare_articles(result, row, _by_number(revision), listed)


def _compare_metadata(result: Measurement, row: Row, revision: Revision | None) -> None:
    expected = row.get("gold") or {}
    document = revision.document if revision else None
    articles = list(_by_number(revision))
    if expected.get("n_articles") is not None:
        result.count(row, "articles", len(articles), expected["n_articles"])
    if expected.get("last_article_number") is not None:
        result.count(row, "last", articles[-1] if articles else None, expected["last_article_number"])
    if row.get("so_hieu"):
        wanted = _comparable(row["so_hieu"])
        found = document and _comparable(document.number or (document.id if wanted else ""))
        result.count(row, "number", found, wanted)
    if row.get("loai"):
        result.count(row, "type", document and document.type, row["loai"])
    if row.get("issued_on"):
        result.count(row, "issued_on", document and str(document.issued_on), row["issued_on"])
    if row.get("effective_from"):
        days = {str(document.in_force_from), str(document.holds_from)} if document else set()
        day = row["effective_from"]
        result.count(row, "in_force_from", day if day in days else document and str(document.in_force_from), day)


def _compare_spans(result: Measurement, row: Row, revision: Revision | None) -> None:
    if revision is None:
        return
    for part in revision.walk():
        begins_right = part.span.slice(revision.text).startswith(part.label)
        result.count(row, "spans", begins_right and part.span.start <= part.text_end <= part.span.end, True)


def _compare_order(result: Measurement, row: Row, revision: Revision | None, listed: list[Row]) -> None:
    expected = row.get("gold") or {}
    if expected.get("n_articles") is None:
        return
    numbers = list(_by_number(revision))
    gold = GoldOrder(expected["n_articles"], expected.get("last_article_number"), [one["dieu"] for one in listed])
    fault = gold.fault(numbers)
    result.count(row, "order", fault, "")
    if not fault and (absent := follow(numbers).absent):
        result.gaps.append((row["path"], absent))


def _compare_articles(result: Measurement, row: Row, articles: dict[str, Provision], gold: list[Row]) -> None:
    for expected in gold:
        article = articles.get(expected["dieu"])
        if expected.get("heading"):
            result.count(
                row, "headings", article and _words(article.heading), _words(expected["heading"]), expected["dieu"]
            )
        if "khoan" not in expected:
            continue
        found = _clauses(article) if article else []
        wanted = [(clause["so"], clause["diem"]) for clause in expected["khoan"]]
        number = expected["dieu"]
        result.count(row, "clauses", [clause for clause, _ in found], [clause for clause, _ in wanted], number)
        result.count(row, "points", found, wanted, number)


def _by_number(revision: Revision | None) -> dict[str, Provision]:
    """The document's own articles, without those of attached texts."""
    found = revision.walk() if revision else iter(())
    return {part.ref.path[-1].number: part for part in found if part.level is Level.DIEU and len(part.ref.path) == 1}


def _clauses(article: Provision) -> list[tuple[str | None, list[str]]]:
    direct = [part.ref.path[-1].number for part in article.children if part.level is Level.DIEM]
    rows: list[tuple[str | None, list[str]]] = [(None, direct)] if direct else []
    for clause in article.children:
        if clause.level is Level.KHOAN:
            rows.append((clause.ref.path[-1].number, [point.ref.path[-1].number for point in clause.children]))
    return rows


def _words(heading: str) -> str:
    """A heading for comparison: sources write `uỷ`/`ủy` and spaces differently."""
    return "".join(char for char in fold(heading) if char.isalnum())


def _comparable(number: str) -> str:
    """A number for comparison; empty for the gold's word that a document has none."""
    if fold(number) == fold("Không số"):
        return ""
    year = number.removeprefix("Hiến pháp ")
    return f"hp/{year}" if year != number else fold(number)
