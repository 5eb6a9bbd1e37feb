"""The Makefile explains itself, and every target runs although folders have the same names."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE)


def _make(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "--no-print-directory", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_every_target_is_phony() -> None:
    assert sorted(TARGETS) == sorted(re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE))


def test_make_alone_lists_what_it_can_do() -> None:
    listed = _make().stdout
    told = set(re.findall(r"^  ([a-z-]+) ", listed, re.MULTILINE))
    assert told == set(TARGETS) - {"python"}
    assert told >= {"run", "install", "test", "check", "ingest", "serve", "eval", "clean", "lock"}


@pytest.mark.parametrize("target", ["eval", "ingest"])
def test_a_target_named_like_a_folder_is_not_taken_for_done(target: str) -> None:
    assert "hoiluat" in _make("--dry-run", target).stdout


def test_an_old_python_is_told_so(tmp_path: Path) -> None:
    old = tmp_path / "python3.9"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    said = _make("python", f"PYTHON={old}")
    assert said.returncode
    assert "3.11 or newer" in said.stderr
    assert str(old) in said.stderr


def test_no_python_at_all_is_told_so() -> None:
    said = _make("python", "PYTHON=")
    assert said.returncode
    assert "found none" in said.stderr


def test_a_question_reaches_the_command_as_it_is_typed(tmp_path: Path) -> None:
    """Quotes and dollars in a question are no code, neither make's nor the shell's."""
    idle = tmp_path / "python"  # finds nothing to install
    idle.write_text("#!/bin/sh\nexit 0\n")
    idle.chmod(0o755)
    question = 'it\'s "$(id)" `id` $$HOME \\ 5 % đúng không?'
    assert _make("ask", f"Q={question}", "HOILUAT=echo", f"PYTHON={idle}").stdout == f"ask {question}\n"
