import datetime
import re
from typing import Any

import pytest

from tests.ingest.starter_texts import Digest, cards, digests, numbers, provisions_of, sentences, sidecar

LETTERS = "abcdđeghiklmnopqrstuvxy"
IDENTITY = ["number", "type", "title", "issuer", "issued_on", "in_force_from"]
FRONT = [*IDENTITY, "holds_from", "origin", "source_url", "retold_on"]
CODE = [*IDENTITY, "file", "snapshot", "includes", "amended_by"]
AMENDMENT = ["number", "title", "effective", "kind", "verified", "source", "provisions"]
PORTALS = ("https://vanban.chinhphu.vn/", "https://vbpl.vn/")
LONGEST_ANSWER = 170
# Of ourselves we never say "tư vấn"; nobody is promised an outcome, sent back to violence or told to act unplanned.
FORBIDDEN = re.compile(
    r"tư vấn|chắc chắn (?:sẽ|được|thắng)|đảm bảo (?:sẽ|thắng)|cam đoan|sẽ thắng|hòa giải với chồng|nhẫn nhịn|"
    r"nói chuyện thẳng|đối chất|bí mật ghi âm|ghi âm lén|quay lén|bỏ đi ngay|tự xử",
    re.IGNORECASE,
)  # fmt: skip
HELP_LINES = {"111", "113", "114", "115"}
REPEALED = {"11/2017/QH14": "dieu_7__khoan_7__diem_g"}
DIGESTS = [pytest.param(digest, id=digest.name) for digest in digests()]
CARDS = [pytest.param(name, card, id=name) for name, card in cards().items()]


def _ordinal(label: str) -> tuple[int, str]:
    digits, letters = re.match(r"(\d*)(.*)", label).groups()  # type: ignore[union-attr]
    return int(digits or LETTERS.index(letters)), letters if digits else ""


def _bare(text: str) -> str:
    return re.sub(r"\s*\[\d+\]", "", text)


@pytest.mark.parametrize("digest", DIGESTS)
def test_front_matter_is_complete(digest: Digest) -> None:
    assert sorted(digest.front) == sorted(FRONT)
    assert digest.front["origin"] == "digest"
    assert digest.front["source_url"].startswith(PORTALS)
    days = [digest.front[key] for key in ("issued_on", "in_force_from", "holds_from", "retold_on")]
    assert all(type(day) is datetime.date for day in days)
    assert days == sorted(days)


@pytest.mark.parametrize("digest", DIGESTS)
def test_provisions_stand_in_order_without_gaps_inside_an_article(digest: Digest) -> None:
    children: dict[str, list[tuple[int, str]]] = {}
    for path in (*digest.provisions, *REPEALED.get(digest.front["number"], "").split()):
        parent, _, last = path.rpartition("__")
        assert not parent or parent in digest.provisions, f"{path} has no parent"
        children.setdefault(parent, []).append(_ordinal(last.split("_")[1]))
    for parent, ordinals in children.items():
        written = [ordinal for ordinal in ordinals if ordinal != _repealed(digest, parent)]
        assert written == sorted(set(written)), f"out of order under {parent or 'the law'}"
        whole = sorted({at for at, _ in ordinals})
        first = 0 if "khoan" in parent else 1
        assert not parent or whole == list(range(first, first + len(whole))), f"a gap under {parent}"


def _repealed(digest: Digest, parent: str) -> tuple[int, str] | None:
    above, _, last = REPEALED.get(digest.front["number"], "").rpartition("__")
    return _ordinal(last.split("_")[1]) if above == parent and last else None


@pytest.mark.parametrize("digest", DIGESTS)
def test_every_article_has_a_heading_and_every_provision_says_something(digest: Digest) -> None:
    for path, text in digest.provisions.items():
        words = text.split("\n")[0].split()
        assert len(words) >= 3, path
        assert not re.search(r"\bĐiều này\b", text.split("\n")[0]) or "__" in path, path


def test_the_digests_carry_about_a_hundred_articles() -> None:
    assert sum("__" not in path for digest in digests() for path in digest.provisions) >= 100


@pytest.mark.parametrize(("name", "card"), CARDS)
def test_a_card_has_its_fields(name: str, card: dict[str, Any]) -> None:
    assert sorted(card) == ["answer", "area", "checked_on", "cites", "id", "question", "variants"]
    assert card["id"] == name
    assert 5 <= len(card["variants"]) <= 8
    assert len({card["question"], *card["variants"]}) == len(card["variants"]) + 1
    assert any(variant.isascii() for variant in card["variants"]), "one variant without diacritics at least"
    assert type(card["checked_on"]) is datetime.date


@pytest.mark.parametrize(("name", "card"), CARDS)
def test_a_cards_citations_are_provisions_that_the_corpus_carries(name: str, card: dict[str, Any]) -> None:
    for ref in card["cites"]:
        number, _, path = ref.partition("#")
        assert number in numbers(), ref
        assert path in provisions_of(number), ref
    assert len(set(card["cites"])) == len(card["cites"])


@pytest.mark.parametrize(("name", "card"), CARDS)
def test_markers_and_citations_agree(name: str, card: dict[str, Any]) -> None:
    markers = [int(marker) for marker in re.findall(r"\[(\d+)\]", card["answer"])]
    assert sorted(set(markers)) == list(range(1, len(card["cites"]) + 1))
    firsts = list(dict.fromkeys(markers))
    assert firsts == sorted(firsts), "citations come in the order of their first marker"


@pytest.mark.parametrize(("name", "card"), CARDS)
def test_a_sentence_with_a_legal_figure_cites(name: str, card: dict[str, Any]) -> None:
    legal = re.compile(r"\d+ (?:tuổi|tháng|ngày|năm|giờ|lần|đồng)|%|\b(?:luật|Bộ luật|Điều|khoản) \d|có quyền|nghĩa vụ")
    for sentence in sentences(card["answer"]):
        if legal.search(sentence) and not sentence.endswith(("?", ":")):
            assert re.search(r"\[\d+\][.:;]?$", sentence), sentence


@pytest.mark.parametrize(("name", "card"), CARDS)
def test_an_answer_is_short_and_safe(name: str, card: dict[str, Any]) -> None:
    answer = _bare(card["answer"])
    assert len(answer.split()) <= LONGEST_ANSWER
    assert not (found := FORBIDDEN.search(answer)), found
    assert "1900" not in answer
    assert "1800" not in answer


@pytest.mark.parametrize(("name", "card"), CARDS)
def test_no_telephone_number_but_the_help_lines(name: str, card: dict[str, Any]) -> None:
    text = "\n".join([card["question"], *card["variants"], card["answer"]])
    called = re.findall(r"\b(?:gọi|báo|số|hotline|đường dây|tổng đài)(?: ngay| cho| số)* (\d[\d .]+\d)\b", text)
    assert {number.strip() for number in called} <= HELP_LINES
    assert not re.search(r"\b0\d{8,10}\b|\b1[89]00\b|\+84", text)


@pytest.mark.parametrize("digest", DIGESTS)
def test_no_telephone_number_in_a_digest(digest: Digest) -> None:
    assert not re.search(r"\b0\d{8,10}\b|\b1[89]00\b|\+84", "\n".join(digest.provisions.values()))


def test_the_sidecar_says_what_every_code_is_and_how_it_is_known() -> None:
    for code in sidecar():
        assert sorted(code) == sorted(CODE)
        for entry in code["amended_by"]:
            assert sorted(entry) == sorted(AMENDMENT)
            assert entry["kind"] in {"amends", "repeals"}
            assert type(entry["effective"]) is datetime.date
            assert type(entry["verified"]) is bool
            assert entry["source"]


def test_the_sidecars_provisions_are_well_formed() -> None:
    path = re.compile(r"dieu_\d+[a-z]?(?:__khoan_\d+[a-z]?)?(?:__diem_[a-zđ]\d*)?")
    for code in sidecar():
        for entry in code["amended_by"]:
            for ref in entry["provisions"]:
                number, _, rest = ref.partition("#")
                assert number == code["number"], ref
                assert path.fullmatch(rest), ref
