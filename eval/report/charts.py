"""Small plots as SVG, drawn with the page's own colours (`currentColor` and the classes of `page.html`)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from markupsafe import Markup

_WIDTH, _HEIGHT = 460, 220
_LEFT, _BOTTOM, _TOP, _RIGHT = 44, 30, 26, 24


def interval(mean: float, low: float, high: float, start: float = 0.0, end: float = 1.0) -> Markup:
    """A mean with its interval on a line from `start` to `end`; a mark at 0 where that lies inside."""

    def place(value: float) -> float:
        return round(4 + 192 * (min(max(value, start), end) - start) / (end - start), 1)

    zero = f'<line x1="{place(0)}" x2="{place(0)}" y1="2" y2="16" class="faint"/>' if start < 0 < end else ""
    return Markup(  # noqa: S704 (numbers only)
        f'<svg class="interval" viewBox="0 0 200 18" role="img" aria-label="{mean:.3f} [{low:.3f}, {high:.3f}]">'
        f'<line x1="4" x2="196" y1="9" y2="9" class="faint"/>{zero}'
        f'<line x1="{place(low)}" x2="{place(high)}" y1="9" y2="9" class="range"/>'
        f'<circle cx="{place(mean)}" cy="9" r="4" class="dot"/></svg>'
    )


def risk_curve(points: Sequence[tuple[float, float]]) -> Markup:
    """Risk (up) over coverage (right), both shares: (coverage, risk), surest first."""
    corners = [(coverage, risk) for coverage, risk in points]
    path = " ".join(f"{_across(x):.1f},{_up(y):.1f}" for x, y in corners)
    dots = "".join(f'<circle cx="{_across(x):.1f}" cy="{_up(y):.1f}" r="2" class="dot"/>' for x, y in corners)
    return _framed(
        f'<polyline points="{path}" class="line"/>{dots}', "độ phủ", "rủi ro", ("0", "0,5", "1"), ("0", "0,5", "1")
    )


def histogram(values: Sequence[float], bins: int = 24) -> Markup:
    """How often each value occurs; the last bar holds all beyond the 99th percentile, so that stragglers hide none."""
    top = float(np.quantile(values, 0.99)) if len(values) else 1.0
    top = top or 1.0
    counts = [0] * bins
    for value in values:
        counts[min(int(bins * value / top), bins - 1)] += 1
    most = max(counts) or 1
    edges = [_across(n / bins) for n in range(bins + 1)]
    bars = "".join(
        f'<rect x="{left:.1f}" y="{_up(count / most):.1f}" width="{right - left - 1:.1f}" '
        f'height="{_up(0) - _up(count / most):.1f}" class="bar"/>'
        for (left, right), count in zip(pairwise(edges), counts, strict=True)
    )
    return _framed(bars, "mili giây", "số câu", ("0", f"{top / 2:.0f}", f"≥ {top:.0f}"), ("0", "", str(most)))


def _across(share: float) -> float:
    return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)


def _up(share: float) -> float:
    return _HEIGHT - _BOTTOM - share * (_HEIGHT - _BOTTOM - _TOP)


def _framed(inside: str, right: str, up: str, ticks: Sequence[str], sides: Sequence[str]) -> Markup:
    """Axes with three marks each around what is drawn."""
    below = "".join(
        f'<text x="{_across(n / 2):.1f}" y="{_HEIGHT - 14}" text-anchor="middle">{tick}</text>'
        for n, tick in enumerate(ticks)
    )
    beside = "".join(
        f'<text x="{_LEFT - 6}" y="{_up(n / 2) + 4:.1f}" text-anchor="end">{tick}</text>'
        for n, tick in enumerate(sides)
    )
    return Markup(  # noqa: S704 (numbers and the words of this module)
        f'<svg class="plot" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{up} theo {right}">'
        f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{_up(0)}" y2="{_up(0)}" class="faint"/>'
        f'<line x1="{_LEFT}" x2="{_LEFT}" y1="{_TOP}" y2="{_up(0)}" class="faint"/>{inside}{below}{beside}'
        f'<text x="{_WIDTH - _RIGHT}" y="{_HEIGHT - 2}" text-anchor="end">{right}</text>'
        f'<text x="2" y="12">{up}</text></svg>'
    )
