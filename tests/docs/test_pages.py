"""What the documentation says agrees with the product, with itself and with its twin."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from api.http.app import create_app
from api.settings import TABLE
from cli.main import COMMANDS
from ingest.refusal import Refusal
from ingest.sidecar import read_sidecar
from tests.api.twins import TwinHouse
from tests.conftest import ROOT
from tests.docs.pages import PAGES, anchors, blocks, links, name_of
from tests.docs.script import commands

README, TWIN = ROOT / "README.md", ROOT / "README.vi.md"
ALL = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_both_readmes_have_the_same_commands_pictures_and_sections() -> None:
    assert commands(README) == commands(TWIN)
    assert [t for picture, t in links(README) if picture] == [t for picture, t in links(TWIN) if picture]
    assert len(re.findall(r"^## ", _text("README.md"), re.M)) == len(re.findall(r"^## ", _text("README.vi.md"), re.M))


def test_every_setting_stands_on_its_page_with_its_default() -> None:
    rows = re.findall(r"^\| `(HOILUAT_\w+)` \| ([^|]*) \|", _text("docs/settings.md"), re.MULTILINE)
    shown = {name: default.strip().strip("`") for name, default in rows}
    assert shown == {setting.name: setting.default or "empty" for setting in TABLE}


def test_no_page_names_a_setting_that_does_not_exist() -> None:
    assert set(re.findall(r"HOILUAT_\w+", ALL)) <= {setting.name for setting in TABLE}


def test_every_field_of_a_declaration_is_explained() -> None:
    with pytest.raises(Refusal) as refused:
        read_sidecar("khong-co: 1", "x")
    names = str(refused.value).partition("Các tên dùng được: ")[2].rstrip(".").split(", ")
    assert len(names) > 10
    assert [name for name in names if f"`{name}`" not in _text("docs/ingest.md")] == []


def test_every_command_is_told() -> None:
    made = [name for name in COMMANDS if find_spec(f"cli.{name}")]
    assert [name for name in made if f"hoiluat {name}" not in ALL] == []


def test_every_route_is_told() -> None:
    told = re.sub(r"%2F", "/", _text("docs/api.md"))
    routes = [re.sub(r"\{\w+(:path)?\}", "*", route) for route in create_app(TwinHouse()).openapi()["paths"]]
    missing = [route for route in routes if not re.search(re.escape(route).replace(r"\*", r"[^\s`]+"), told)]
    assert len(routes) > 8 and missing == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    for _, target in links(page):
        if target.startswith(("http://", "https://")):
            continue
        file, _, anchor = target.partition("#")
        place = (page.parent / file).resolve() if file else page
        assert place.exists() and place.is_relative_to(ROOT), target
        assert not anchor or anchor in anchors(place), target


def test_pictures_are_small_pngs_with_words_for_who_cannot_see_them() -> None:
    shown = {(page.parent / t).resolve() for page in PAGES for picture, t in links(page) if picture}
    assert ROOT / "docs" / "pictures" / "page.png" in shown
    for picture in shown:
        data = picture.read_bytes()
        assert data.startswith(b"\x89PNG") and len(data) < 300_000, picture
    assert "![](" not in ALL


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_block_says_what_it_is(page: Path) -> None:
    """A block of shell commands under another name would not be run."""
    assert {block.language for block in blocks(page)} <= {"", "sh", "text", "json", "yaml", "toml", "python"}
    unnamed = [line for block in blocks(page) if block.language != "sh" for line in block.lines]
    assert [line for line in unnamed if re.match(r"\s*(\$ |hoiluat |make |curl |pip )", line)] == []


def test_no_page_leads_out_of_the_repository() -> None:
    assert "../shared" not in ALL and "/work/" not in ALL
