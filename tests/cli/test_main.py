"""The command line finds its commands, loads nothing it does not need, and never shows a traceback for a slip."""

from __future__ import annotations

import argparse
import errno
import subprocess
import sys

import pytest

from api import remedy
from cli import main as command_line
from cli.arguments import Parser, count, day
from corpus.interchange import InvalidRecord


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(["--help"]) == 0
    printed = capsys.readouterr().out
    assert all(name in printed for name in command_line.COMMANDS)


def test_help_loads_no_heavy_module() -> None:
    code = (
        "import sys; from cli.main import main; main(['--help'])\n"
        "heavy = {'torch', 'chromadb', 'underthesea', 'fastapi', 'sentence_transformers', 'numpy', 'openai'}\n"
        "sys.exit(sorted(heavy & set(sys.modules)) and str(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("words", [[], ["khong-co"], ["settings", "--khong-co"]])
def test_wrong_usage_is_code_two(words: list[str]) -> None:
    try:
        code: object = command_line.main(words)
    except SystemExit as stop:
        code = stop.code
    assert code == 2


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Ổ đĩa đã đầy"),
        (PermissionError(errno.EACCES, "denied", "/x"), "/x"),
        (InvalidRecord("line 3: …"), "line 3"),
        (ZeroDivisionError("a defect of ours"), None),
    ],
)
def test_what_a_person_can_mend_is_one_sentence(error: Exception, said: str | None) -> None:
    sentence = remedy.explained(error)
    assert (sentence is None) if said is None else (sentence is not None and said in sentence)


def test_every_explained_error_exists() -> None:
    import importlib

    for name in remedy._EXPLAINED:
        module, _, kind = name.rpartition(".")
        assert issubclass(getattr(importlib.import_module(module), kind), Exception)


@pytest.mark.parametrize(("text", "iso"), [("2026-11-23", "2026-11-23"), ("1/7/2025", "2025-07-01")])
def test_days_are_read_in_both_ways_of_writing(text: str, iso: str) -> None:
    assert day(text).isoformat() == iso


@pytest.mark.parametrize(
    ("read", "text"), [(day, "hôm nay"), (day, "31/2/2025"), (count, "0"), (count, "-1"), (count, "x")]
)
def test_bad_values_are_named(read: object, text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=text):
        read(text)  # type: ignore[operator]


def test_usage_errors_are_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    parser = Parser("hoiluat x", "…")
    parser.add_argument("tep")
    with pytest.raises(SystemExit):
        parser.parse_args([])
    assert "còn thiếu: tep" in capsys.readouterr().err


@pytest.mark.parametrize("name", command_line.COMMANDS)
def test_every_command_has_help_of_its_own(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        command_line.main([name, "--help"])
    assert stop.value.code == 0
    assert f"hoiluat {name}" in capsys.readouterr().out
