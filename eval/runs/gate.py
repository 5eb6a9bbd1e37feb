"""Thresholds in a file turn a run into a gate: `measure: at least`, by slice where wanted.

```yaml
all:
  quote_exact: 1.0          # the mean must be at least this
  latency: {at_most: 2000}  # amounts have a ceiling
emergency:
  crisis_told: {at_least: 0.95, low: 0.9}  # low: the lower end of the interval
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_BOUNDS = {"at_least": ("mean", 1), "at_most": ("mean", -1), "low": ("low", 1), "high": ("high", -1)}
"""Name of a bound: the field of a score that it holds for, and 1 for a floor or -1 for a ceiling."""


class BadGate(Exception):
    """A file that states no thresholds; the message (Vietnamese) says where."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A threshold that a run does not keep; `found` is None where nothing was scored."""

    slice: str
    measure: str
    bound: str
    limit: float
    found: float | None


Gate = Mapping[str, Mapping[str, Mapping[str, float]]]
"""Slice to measure to bound to limit."""


def read_gate(path: Path) -> Gate:
    """The thresholds of a file; raise `BadGate` or OSError."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadGate(f"{path}: không phải YAML ({error}).") from error
    if not isinstance(content, dict) or not content:
        raise BadGate(f"{path}: cần các ngưỡng, ví dụ `all: {{quote_exact: 1.0}}`.")
    return {str(name): dict(_measures(path, str(name), given)) for name, given in content.items()}


def misses(gate: Gate, slices: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> list[Miss]:
    """Every threshold not kept. A slice or measure that is not there, or not scored, keeps none."""
    found = []
    for name, measures in gate.items():
        for measure, bounds in measures.items():
            summary = slices.get(name, {}).get(measure, {})
            for bound, limit in bounds.items():
                field, sign = _BOUNDS[bound]
                value = summary.get(field)
                if value is None or sign * (float(value) - limit) < 0:
                    found.append(Miss(name, measure, bound, limit, value))
    return found


def _measures(path: Path, name: str, given: object) -> Iterator[tuple[str, dict[str, float]]]:
    if not isinstance(given, dict):
        raise BadGate(f"{path}: `{name}` cần các cặp `phép đo: ngưỡng`.")
    for measure, bounds in given.items():
        limits = bounds if isinstance(bounds, dict) else {"at_least": bounds}
        for bound, limit in limits.items():
            if bound not in _BOUNDS or isinstance(limit, bool) or not isinstance(limit, int | float):
                raise BadGate(
                    f"{path}: `{name}.{measure}.{bound}: {limit}` không hiểu được; cần một số ở {', '.join(_BOUNDS)}."
                )
        yield str(measure), {str(bound): float(limit) for bound, limit in limits.items()}
