"""From a run, or a comparison of two, to its page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import jinja2
import numpy as np
from markupsafe import Markup

from eval.answers.verdict import Verdict
from eval.comparison import Compared, Comparison, Outcome
from eval.report.charts import histogram, interval, risk_curve
from eval.report.words import MEASURES
from eval.runs.folder import RunFolder
from eval.statistics import ALL, Difference
from eval.suites.suite import Row

SAID = {
    Outcome.BETTER: "tốt hơn",
    Outcome.WORSE: "kém hơn",
    Outcome.NOISE: "chưa phân biệt được với ngẫu nhiên",
    Outcome.SAME: "như nhau",
    Outcome.UNKNOWN: "chỉ để xem",
}
"""The verdicts in words."""
_PAGES = jinja2.Environment(
    loader=jinja2.PackageLoader("eval", "report"), autoescape=True, trim_blocks=True, undefined=jinja2.StrictUndefined
)


def run_page(folder: RunFolder) -> str:
    """The page of one judged run. The same run gives the same page."""
    scores, rows, replies = folder.scores(), folder.rows(), folder.replies()
    verdicts = folder.verdicts()
    whole = scores["slices"][ALL]
    times = [kept.latency_ms for kept in replies.values() if kept.latency_ms is not None]
    curve = scores["risk_coverage"]
    return _PAGES.get_template("run.html").render(
        title=f"Kết quả đo: {folder.path.name}",
        scores=scores,
        graded=_graded(folder.grades()),
        measures=[_measure(name, summary) for name, summary in whole.items()],
        columns=[name for name, summary in whole.items() if summary["scored"] and summary["unit"] == "share"],
        slices=list(_slices(scores["slices"])),
        risk=risk_curve([(p["coverage"], p["risk"]) for p in curve["points"]]) if curve["points"] else None,
        area=_share(curve["area"]),
        risk_unscored=curve["unscored"],
        latency=histogram(times) if times else None,
        p50=f"{np.quantile(times, 0.5):.0f}" if times else "",
        p95=f"{np.quantile(times, 0.95):.0f}" if times else "",
        cached=sum(kept.cached for kept in replies.values()),
        failures=[group for name in whole if (group := _failures(name, rows, verdicts))["rows"]],
        config=[(key, json.dumps(value, ensure_ascii=False)) for key, value in folder.config().items()],
    )


def comparison_page(found: Comparison) -> str:
    """The page of two runs side by side."""
    return _PAGES.get_template("comparison.html").render(
        title=f"So sánh {found.first} và {found.second}",
        found=found,
        measures=[_compared(one) for one in found.measures],
    )


def _measure(name: str, summary: Mapping[str, Any]) -> dict[str, Any]:
    shown = dict(summary) | {"name": name, "words": MEASURES.get(name, name)}
    if summary["mean"] is None:
        return shown | {"mean": "–", "interval": "", "plot": ""}
    mean, low, high = (float(summary[key]) for key in ("mean", "low", "high"))
    if summary["unit"] == "share":
        return shown | {
            "mean": _share(mean),
            "interval": f"{_share(low)}–{_share(high)}",
            "plot": interval(mean, low, high),
        }
    return shown | {"mean": f"{mean:.0f}", "interval": f"{low:.0f}–{high:.0f}", "plot": ""}


def _graded(grades: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """What a model says, and how far it agrees with a hand."""
    if grades is None:
        return None
    start, end = map(float, grades["scale"])
    measures = [_step(name, found, start, end) for name, found in grades["measures"].items()]
    return {"judge": grades["judge"], "measures": measures}


def _step(name: str, found: Mapping[str, Any], start: float, end: float) -> dict[str, Any]:
    agreed = found["agreement"]
    shown = dict(found) | {"name": name, "words": MEASURES.get(name, name), "interval": "", "plot": ""}
    shown |= {"mean": _two(found["mean"]), "kappa": _range(agreed["kappa"], agreed["low"], agreed["high"])}
    if found["mean"] is not None:
        mean, least, most = (float(found[key]) for key in ("mean", "low", "high"))
        shown |= {"interval": f"{_two(least)}–{_two(most)}", "plot": interval(mean, least, most, start, end)}
    return shown


def _range(value: float | None, low: float | None, high: float | None) -> str:
    return _two(value) if value is None else f"{_two(value)} ({_two(low)}–{_two(high)})"


def _two(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}".replace(".", ",")


def _slices(slices: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> Iterator[dict[str, Any]]:
    shown = [name for name, one in slices[ALL].items() if one["scored"] and one["unit"] == "share"]
    for name, measures in slices.items():
        cells = [measures[measure] for measure in shown]
        texts = ("–" if c["mean"] is None else f"{_share(c['mean'])} / {c['scored']}" for c in cells)
        yield {
            "name": "tất cả" if name == ALL else name,
            "cells": [{"text": text, "small": cell["small"]} for text, cell in zip(texts, cells, strict=True)],
        }


def _failures(name: str, rows: list[Row], verdicts: Mapping[str, Mapping[str, Verdict]]) -> dict[str, Any]:
    """The rows that a share found less than whole, worst first."""
    given = [(row, verdicts[row.id][name]) for row in rows if name in verdicts[row.id]]
    failed = [(row, v) for row, v in given if v.value is not None and v.value < 1 and name not in ("words", "latency")]
    shown = [
        {"id": row.id, "question": row.question, "value": _share(v.value), "compared": v.compared, "why": v.why}
        for row, v in sorted(failed, key=lambda one: one[1].value or 0.0)
    ]
    return {"name": name, "words": MEASURES.get(name, name), "rows": shown}


def _compared(one: Compared) -> dict[str, Any]:
    apart, is_share = one.difference, one.unit == "share"
    return {
        "name": one.measure,
        "words": MEASURES.get(one.measure, one.measure),
        "outcome": one.outcome.value,
        "said": SAID[one.outcome],
        "plot": interval(apart.mean, apart.low, apart.high, -1.0, 1.0) if is_share and apart.queries else Markup(""),
        "p": f"{apart.p:.4f}",
        "gains": one.gains,
        "losses": one.losses,
        "only_first": one.only_first,
        "only_second": one.only_second,
        "slices": [{"name": name} | _difference(found, is_share) for name, found in one.slices.items()],
    } | _difference(apart, is_share)


def _difference(apart: Difference, is_share: bool) -> dict[str, Any]:
    def shown(value: float) -> str:
        return (f"{value:+.3f}" if is_share else f"{value:+.0f}").replace(".", ",")

    return {"mean": shown(apart.mean), "interval": f"{shown(apart.low)}–{shown(apart.high)}", "queries": apart.queries}


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}".replace(".", ",")
