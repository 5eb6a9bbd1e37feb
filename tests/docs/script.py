"""A page's commands as one bash script whose lines keep the numbers they have on the page."""

import re
from pathlib import Path

from tests.docs.pages import name_of, shell_blocks

SITE, MODELS = "127.0.0.1:8000", "127.0.0.1:8080"
"""Where the pages say that `hoiluat serve` and a server of models are."""

ELSEWHERE = {
    "make run": "tests/docs/test_make_run.py",
    "make install": "tests/project/test_environment.py",
    "make test": "tests/conftest.py",  # it is what runs all of this
}
"""The commands that are not run here, and where they are."""

MEASURED = {
    "$LAWS": "tests/eval/reading/test_structure.py",
    "$AMENDMENTS": "tests/eval/reading/test_amendments.py",
    "$BENCH": "tests/eval/retrieval/test_commands.py",
}
"""Data that measurements need and that nobody may hand on: of their commands only the help is asked for here."""

_EXPECTED = re.compile(r"^(?P<command>.*\S)\s+# exit (?P<code>\d+)$")
_PRELUDE = r"""
set -Eeuo pipefail
trap 'echo "FAILED (exit $?) $PAGE:$LINENO: $BASH_COMMAND" >&2' ERR
expected() { [ "$1" = "$2" ] || { echo "exit code $1, the page says $2" >&2; return 1; }; }
source "$SCRIPT"
"""


def prelude() -> str:
    """What runs the script of `$SCRIPT` and names the line of `$PAGE` that failed."""
    return _PRELUDE


def script_of(page: Path, site_port: int, models_port: int) -> str:
    """The commands of a page, with free ports in the place of those that it names."""
    lines = [""] * len(page.read_text(encoding="utf-8").splitlines())
    for block in shell_blocks(page):
        for number, line in enumerate(block.lines, start=block.line - 1):
            lines[number] = _line(line, site_port, models_port)
    return "\n".join(lines) + "\n"


def _line(line: str, site_port: int, models_port: int) -> str:
    if _bare(line) in ELSEWHERE:
        return ""
    if any(name in line for name in MEASURED):
        return f"{_bare(line).partition(' $')[0]} --help > /dev/null"
    line = line.replace("hoiluat serve", f"hoiluat serve --port {site_port}")
    line = line.replace(SITE, f"127.0.0.1:{site_port}").replace(MODELS, f"127.0.0.1:{models_port}")
    if match := _EXPECTED.match(line):
        return f"if {match['command']}; then code=0; else code=$?; fi; expected $code {match['code']}"
    return line


def _bare(line: str) -> str:
    """A line without its remark."""
    return re.sub(r"\s+#.*$", "", line).strip()


def commands(page: Path) -> list[str]:
    """The lines of a page's commands without remarks."""
    return [bare for block in shell_blocks(page) for line in block.lines if (bare := _bare(line))]


__all__ = ["ELSEWHERE", "MODELS", "commands", "name_of", "prelude", "script_of"]
