"""Every figure of the starter texts stands in the official provision, and no sentence of the law was copied."""

import functools
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.figures import Figure, dates, figures, plain, unfounded
from tests.ingest.plain_law import docx_text, provisions_in, whole
from tests.ingest.starter_texts import Digest, cards, digests, provisions_of, sidecar

# Fixed terms of law run long ("cô, dì, chú, cậu, bác ruột và cháu ruột", the full names of bodies): lists of them reach
# 17 syllables in a row here, while a sentence of law is longer. 18 in a row are a copy.
LONGEST_RUN = 17
OFFICIAL = {
    "52/2014/QH13": "52-2014-qh13.docx",
    "13/2022/QH15": "13-2022-qh15.docx",
    "11/2017/QH14": "11-2017-qh14.docx",
    "91/2015/QH13": "91-2015-qh13.docx",
    "45/2019/QH14": "45-2019-qh14.docx",
    "92/2015/QH13": "92-2015-qh13.docx",
    "100/2015/QH13": "100-2015-qh13.docx",
}
# In force since 2025-07-01: Law 81/2025/QH15 replaced words of the family law; Law 53/2024/QH15 (Điều 61) added a
# khoản, quoted there, to the legal aid law and repealed a điểm of it.
REPLACED = {"52/2014/QH13": ("Tòa án nhân dân cấp huyện", "Tòa án nhân dân khu vực")}
ADDED = {"11/2017/QH14": ("53-2024-qh15.docx", "dieu_7__khoan_6a", re.compile(r'["“](6a\. [^"”]+)["”]'))}
REPEALED = {"11/2017/QH14": "dieu_7__khoan_7__diem_g"}
DIGESTS = [pytest.param(digest, id=digest.name) for digest in digests()]
CARDS = [pytest.param(name, card, id=name) for name, card in cards().items()]


@functools.cache
def _official(core: Path, number: str) -> dict[str, str]:
    text = docx_text(str(core / OFFICIAL[number]))
    provisions = provisions_in(text.replace(*REPLACED.get(number, ("\0", ""))))
    provisions.pop(REPEALED.get(number, ""), None)
    if number in ADDED:
        file, path, words = ADDED[number]
        found = words.search(unicodedata.normalize("NFC", docx_text(str(core / file))))
        assert found is not None, f"{file} does not quote {path}"
        provisions[path] = found[1]
    return provisions


@pytest.fixture(scope="module")
def core(shared: Path) -> Path:
    return shared / "laws" / "core"


def _syllables(text: str) -> list[str]:
    return re.findall(r"\w+", plain(text))


def _runs(text: str, length: int) -> set[tuple[str, ...]]:
    syllables = _syllables(text)
    return {tuple(syllables[at : at + length]) for at in range(len(syllables) - length + 1)}


def _measured(found: set[Figure]) -> set[Figure]:
    return {figure for figure in found if figure.unit}


@pytest.mark.parametrize("digest", DIGESTS)
def test_a_digest_has_exactly_the_numbers_of_the_official_articles(digest: Digest, core: Path) -> None:
    official = _official(core, digest.front["number"])
    articles = {path.partition("__")[0] for path in digest.provisions}
    assert set(digest.provisions) == {path for path in official if path.partition("__")[0] in articles}


@pytest.mark.parametrize("digest", DIGESTS)
def test_every_figure_of_a_digest_stands_in_the_official_provision(digest: Digest, core: Path) -> None:
    official = _official(core, digest.front["number"])
    wrong = {path: found for path in digest.provisions if (found := _added(digest.provisions, official, path))}
    assert wrong == {}


def _added(told: dict[str, str], official: dict[str, str], path: str) -> set[Figure]:
    """Figures of a provision's own words; a heading may draw on the whole article."""
    label, _, words = told[path].partition(" ")
    return unfounded(re.sub(r"^\d+\. ", "", words) if label == "Điều" else words, whole(official, path))


@pytest.mark.parametrize("digest", DIGESTS)
def test_no_figure_of_the_official_provision_is_lost(digest: Digest, core: Path) -> None:
    official = _official(core, digest.front["number"])
    lost = {
        path: missing
        for path in digest.provisions
        if (missing := _measured(figures(whole(official, path))) - figures(whole(digest.provisions, path)))
    }
    assert lost == {}


@pytest.mark.parametrize("digest", DIGESTS)
def test_no_sentence_of_the_law_is_copied(digest: Digest, core: Path) -> None:
    law = _runs("\n".join(_official(core, digest.front["number"]).values()), LONGEST_RUN + 1)
    copied = {path: run for path, text in digest.provisions.items() for run in _runs(text, LONGEST_RUN + 1) & law}
    assert copied == {}


@pytest.mark.parametrize(("name", "card"), CARDS)
def test_every_figure_of_a_card_stands_where_it_cites(name: str, card: dict[str, Any], core: Path) -> None:
    cited = "\n".join(_cited(core, *ref.split("#")) for ref in card["cites"])
    told = re.sub(r"\b11[1345]\b", "", card["answer"])  # the help lines
    assert unfounded(told, cited) == set()
    assert dates(told) <= dates(cited) | _days_of_amendment(card["cites"])


def _cited(core: Path, number: str, path: str) -> str:
    """The official words where this set of files has them, else the snapshot's."""
    if number in OFFICIAL:
        return f"{_label(path)} {whole(_official(core, number), path)}"
    return f"{_label(path)} {whole(provisions_of(number), path)}"


def _label(path: str) -> str:
    return " ".join(step.replace("_", " ") for step in path.split("__"))


def _days_of_amendment(cites: list[str]) -> set[str]:
    numbers = {ref.partition("#")[0] for ref in cites}
    amendments = (entry for code in sidecar() if code["number"] in numbers for entry in code["amended_by"])
    return {entry["effective"].isoformat() for entry in amendments}


@pytest.mark.parametrize(("name", "card"), CARDS)
def test_a_cited_provision_of_a_snapshot_has_the_official_figures(name: str, card: dict[str, Any], core: Path) -> None:
    digested = {digest.front["number"] for digest in digests()}
    for number, path in (ref.split("#") for ref in card["cites"]):
        if number in OFFICIAL and number not in digested:
            official = whole(_official(core, number), path)
            assert official, f"{number}#{path} is not in the official text"
            assert figures(whole(provisions_of(number), path)) == figures(official)
