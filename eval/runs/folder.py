"""A run as a folder of plain files, whole at every moment.

`run.json`: what was asked of what (hashes of the suites, the system's own description, versions). `rows.jsonl`: the
rows as asked. `replies.jsonl`: one line a row as it came, raw. `verdicts.jsonl` and `scores.json`: what the measures
say; both can be made again from the others. `graded.jsonl` and `graded.json`: what a model says, where one was asked.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from eval.answers.reply import Reply, read_reply
from eval.answers.verdict import State, Verdict
from eval.suites.suite import Row, read_suite

CONFIG, ROWS, REPLIES, VERDICTS, SCORES = "run.json", "rows.jsonl", "replies.jsonl", "verdicts.jsonl", "scores.json"
GRADED, GRADES = "graded.jsonl", "graded.json"
_VOLATILE = frozenset({"started", "finished", "seconds"})
"""What differs between two runs of the same system."""


class NotARun(Exception):
    """A folder that is no run, or another one; the message (Vietnamese) says what to do."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What one row got: the answer object as it came, or the error that came instead."""

    id: str
    record: Mapping[str, Any] | None
    error: str | None
    latency_ms: float | None
    cached: bool = False

    @property
    def reply(self) -> Reply | None:
        """The answer as measures read it."""
        return read_reply(self.record, self.latency_ms) if self.record is not None else None


@dataclass(frozen=True, slots=True)
class RunFolder:
    """One run on disk."""

    path: Path

    @classmethod
    def begin(cls, path: Path, config: Mapping[str, Any], rows: Sequence[Row]) -> RunFolder:
        """A new run, or the same one to go on with; raise `NotARun` where another run lies there."""
        folder = cls(path)
        lines = "".join(_line(row.record()) for row in rows)
        config = dict(config) | {"rows_sha256": hashlib.sha256(lines.encode()).hexdigest()}
        if (path / CONFIG).exists():
            changed = sorted(_unlike(folder.config(), config))
            if changed:
                raise NotARun(
                    f"Thư mục {path} giữ một lần chạy khác (khác nhau ở: {', '.join(changed)}). "
                    "Hãy chọn thư mục khác bằng --run, hoặc xóa thư mục này."
                )
            return folder
        if path.exists() and any(path.iterdir()):
            raise NotARun(f"Thư mục {path} có tệp khác mà không phải một lần chạy. Hãy chọn thư mục trống bằng --run.")
        path.mkdir(parents=True, exist_ok=True)
        _write(path / ROWS, lines)
        _write(path / CONFIG, json.dumps(config, ensure_ascii=False, indent=1) + "\n")
        return folder

    @classmethod
    def open(cls, path: Path) -> RunFolder:
        """A run that is there; raise `NotARun` where there is none."""
        if not (path / CONFIG).is_file() or not (path / ROWS).is_file():
            raise NotARun(f"{path} không phải thư mục của một lần chạy: cần {CONFIG} và {ROWS} bên trong.")
        return cls(path)

    def config(self) -> dict[str, Any]:
        """What was asked of what."""
        found: dict[str, Any] = json.loads((self.path / CONFIG).read_text(encoding="utf-8"))
        return found

    def note(self, **facts: object) -> None:
        """Add facts to the configuration, such as when it finished."""
        _write(self.path / CONFIG, json.dumps(self.config() | facts, ensure_ascii=False, indent=1) + "\n")

    def rows(self) -> list[Row]:
        """The rows, in the order of the suite."""
        return read_suite((self.path / ROWS).read_text(encoding="utf-8").splitlines())

    def replies(self) -> dict[str, Kept]:
        """What has come so far, by row id; a line cut short by a kill is as if it had not come."""
        path = self.path / REPLIES
        if not path.exists():
            return {}
        kept = (_kept(line) for line in path.read_text(encoding="utf-8", errors="replace").split("\n"))
        return {one.id: one for one in kept if one is not None}

    def mend(self) -> None:
        """Cut away a half-written last line, so that the next reply begins a line of its own."""
        path = self.path / REPLIES
        if path.exists():
            content = path.read_bytes()
            whole = content.rfind(b"\n") + 1
            if whole < len(content):
                with path.open("r+b") as file:
                    file.truncate(whole)

    def keep(self, one: Kept) -> None:
        """Add a reply; on disk when this returns."""
        with (self.path / REPLIES).open("a", encoding="utf-8") as file:
            file.write(_line(asdict(one)))

    def put_verdicts(self, verdicts: Mapping[str, Sequence[Verdict]]) -> None:
        """Write every verdict, by row id."""
        _write(self.path / VERDICTS, _lines(verdicts))

    def verdicts(self) -> dict[str, dict[str, Verdict]]:
        """Row id to measure to verdict; raise `NotARun` where nothing was measured yet."""
        path = self.path / VERDICTS
        if not path.exists():
            raise NotARun(f"{self.path} chưa được chấm. Hãy chạy: hoiluat eval score {self.path}")
        found: dict[str, dict[str, Verdict]] = {row.id: {} for row in self.rows()}
        for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            row = record.pop("id")
            found[row][record["measure"]] = Verdict(**(record | {"state": State(record["state"])}))
        return found

    def put_scores(self, scores: Mapping[str, Any]) -> None:
        """Write the summary."""
        _write(self.path / SCORES, json.dumps(scores, ensure_ascii=False, indent=1) + "\n")

    def scores(self) -> dict[str, Any]:
        """The summary."""
        found: dict[str, Any] = json.loads((self.path / SCORES).read_text(encoding="utf-8"))
        return found

    def put_graded(self, verdicts: Mapping[str, Sequence[Verdict]], summary: Mapping[str, Any]) -> None:
        """Write what a model says of every reply, and its summary."""
        _write(self.path / GRADED, _lines(verdicts))
        _write(self.path / GRADES, json.dumps(summary, ensure_ascii=False, indent=1) + "\n")

    def grades(self) -> dict[str, Any] | None:
        """The summary of what a model says; None where none was asked."""
        path = self.path / GRADES
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None

    def asked_on(self) -> date:
        """The day on which the run began: what "today" was for its rows."""
        return date.fromisoformat(str(self.config()["today"]))


def suite_hashes(paths: Iterable[Path]) -> list[dict[str, str]]:
    """Name and SHA-256 of each suite file."""
    return [{"name": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()} for path in paths]


def _unlike(one: Mapping[str, Any], other: Mapping[str, Any]) -> set[str]:
    return {key for key in {*one, *other} - _VOLATILE if one.get(key) != other.get(key)}


def _kept(line: str) -> Kept | None:
    try:
        return Kept(**json.loads(line))
    except (ValueError, TypeError):
        return None


def _lines(verdicts: Mapping[str, Sequence[Verdict]]) -> str:
    return "".join(_line({"id": row} | asdict(v)) for row, given in verdicts.items() for v in given)


def _line(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


def _write(path: Path, content: str) -> None:
    """In one step: a kill leaves the file as it was."""
    draft = path.with_name(path.name + ".partial")
    draft.write_text(content, encoding="utf-8")
    draft.replace(path)
