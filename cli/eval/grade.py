"""`hoiluat eval grade`: a model judges the answers of a run, and is itself held against labels given by hand."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from api.settings import Settings, read_settings
from cli.progress import bar
from eval.graded.exchanges import Exchanges
from eval.graded.grader import PATIENCE, Grader
from eval.graded.grading import grade_run
from eval.graded.labels import labels
from eval.graded.rubric import HIGHEST, LOWEST
from eval.runs.folder import NotARun, RunFolder

_NO_JUDGE = (
    "Chưa có mô hình chấm điểm. Hãy đặt HOILUAT_JUDGE_BASE_URL (địa chỉ máy chủ kiểu OpenAI, ví dụ "
    "http://127.0.0.1:8080/v1) và HOILUAT_JUDGE_MODEL (tên đúng của mô hình), rồi chạy lại."
)
_GAVE_UP = (
    f"Mô hình chấm điểm không trả lời {PATIENCE} lần liền nên không hỏi tiếp. Hãy xem HOILUAT_JUDGE_BASE_URL và "
    "HOILUAT_JUDGE_MODEL có đúng không, rồi chạy lại lệnh này: những gì đã chấm được giữ lại."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("run", type=Path, metavar="THƯ_MỤC", help="thư mục của lần chạy")
    parser.add_argument("--json", action="store_true", help="in một giá trị JSON")


def run(args: argparse.Namespace) -> int:
    """Grade and print; 1 where the judge could not be asked to the end, 2 without a judge or a run."""
    settings = read_settings()
    if not settings.judge_base_url:
        print(_NO_JUDGE, file=sys.stderr)
        return 2
    try:
        folder = RunFolder.open(args.run)
    except NotARun as error:
        print(error, file=sys.stderr)
        return 2
    grader = _graded(folder, settings)
    summary = folder.grades() or {}
    print(
        json.dumps({"run": str(folder.path)} | summary, ensure_ascii=False) if args.json else "\n".join(_lines(summary))
    )
    if grader.has_given_up:
        print(_GAVE_UP, file=sys.stderr)
    return 1 if grader.has_given_up else 0


def _graded(folder: RunFolder, settings: Settings) -> Grader:
    """Grade, and write verdicts and summary into the run's folder."""
    from api.chat.openai_chat import STEADY, OpenAIChat

    address = _public(settings.judge_base_url)
    judge = OpenAIChat(settings.judge_base_url, settings.judge_model, settings.judge_api_key, sampling=STEADY)
    grader = Grader(judge, address, Exchanges(folder.path))
    graded = grade_run(folder, grader, labels(), partial(bar, "Chấm"))
    pin = {"model": judge.name, "base_url": address} | asdict(judge.sampling)
    folder.put_graded(graded.verdicts, {"judge": pin, "scale": [LOWEST, HIGHEST], "measures": graded.measures()})
    return grader


def _public(address: str) -> str:
    """An address as it may be written down: a name and a password in it stay out."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _lines(summary: Mapping[str, Any]) -> Iterator[str]:
    judge = summary["judge"]
    yield f"Chấm bằng mô hình {judge['model']} ở {judge['base_url']}, thang từ 1 đến 5:"
    for name, found in summary["measures"].items():
        rest = f"chấm {found['scored']}, không áp dụng {found['not_applicable']}, không chấm được {found['unscored']}"
        score = "–" if found["mean"] is None else f"{found['mean']:.2f} [{found['low']:.2f}, {found['high']:.2f}]"
        yield f"{name:14} {score:20}  {rest}{'  (ít câu)' if found['small'] else ''}"
        yield f"{'':14} {_agreed(found['agreement'])}"


def _agreed(found: Mapping[str, Any]) -> str:
    """What the labels say of the judge, in one line."""
    if found["exact"] is None:
        return f"so với mẫu chấm tay: không so được, {found['unscored']} mẫu mô hình không chấm được"
    kappa = (
        "không tính được"
        if found["kappa"] is None
        else f"{found['kappa']:.2f} [{found['low']:.2f}, {found['high']:.2f}]"
    )
    said = f"so với {found['pairs']} mẫu chấm tay: kappa {kappa}, trùng {found['exact']:.0%}, "
    said += f"lệch không quá một bậc {found['within_one']:.0%}, không chấm được {found['unscored']} mẫu"
    return said + ("; không hơn chấm bừa: đừng dùng điểm này" if found["is_chance"] else "")
