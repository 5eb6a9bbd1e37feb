"""The page: nothing from elsewhere, nothing inline, nothing kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from api.http.pages import FOLDER

FILES = sorted(FOLDER.iterdir())
PAGES = [file for file in FILES if file.suffix == ".html"]
SCRIPTS = [file for file in FILES if file.suffix == ".js"]
PAGE = (FOLDER / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_nothing_is_fetched_from_elsewhere(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    urls = set(re.findall(r"https?://[\w./-]+", text)) - {"https://www.google.com/", "http://www.w3.org/2000/svg"}
    assert not urls and "@import" not in text and "@font-face" not in text


@pytest.mark.parametrize("file", PAGES, ids=lambda f: f.name)
def test_nothing_is_inline(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", text)


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda f: f.name)
def test_nothing_is_kept_and_no_text_becomes_markup(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    kept = ("localStorage", "sessionStorage", "indexedDB", "document.cookie", "pushState", "replaceState", "caches.")
    markup = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
    for forbidden in kept + markup:
        assert forbidden not in text


@pytest.mark.parametrize("file", PAGES, ids=lambda f: f.name)
def test_every_file_that_is_named_is_there(file: Path) -> None:
    for name in re.findall(r"\"/page/([\w.-]+)\"", file.read_text(encoding="utf-8")):
        assert (FOLDER / name).is_file(), name


def test_every_import_is_there() -> None:
    for script in SCRIPTS:
        for name in re.findall(r"from \"/page/([\w.-]+)\"", script.read_text(encoding="utf-8")):
            assert (FOLDER / name).is_file(), name


def test_the_question_never_gets_into_an_address() -> None:
    assert '<form id="form" method="post"' in PAGE and 'autocomplete="off"' in PAGE
    assert re.search(r"<textarea[^>]*autocomplete=\"off\"", PAGE)


def test_the_title_is_neutral_and_the_way_out_is_there() -> None:
    title = re.search(r"<title>(.*)</title>", PAGE)
    assert title and title[1] == "Tra cứu"
    script = (FOLDER / "page.js").read_text(encoding="utf-8")
    assert 'id="leave"' in PAGE and "location.replace" in script and '"Escape"' in script


def test_it_says_what_it_is() -> None:
    assert "trí tuệ nhân tạo" in PAGE and "không phải luật sư" in PAGE and "tư vấn" not in PAGE
    assert 'lang="vi"' in PAGE and "viewport" in PAGE


def test_every_field_has_its_label_and_images_their_words() -> None:
    for field in re.findall(r"<(?:textarea|input|select)[^>]*id=\"(\w+)\"", PAGE):
        assert f'for="{field}"' in PAGE
    assert all("alt=" in image for image in re.findall(r"<img[^>]*>", PAGE))


def test_no_telephone_number_is_written_by_hand() -> None:
    for file in (*PAGES, *SCRIPTS):
        assert not re.search(r"\b11[0-9]\b|\b1[89]00\b", file.read_text(encoding="utf-8")), file.name
