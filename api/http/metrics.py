"""Counters in the Prometheus text format: requests and seconds by route. No label ever holds what people wrote."""

from __future__ import annotations

import threading
from collections import Counter


class Metrics:
    """Counts since the start of the process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        self._seconds: Counter[str] = Counter()
        self._answers: Counter[tuple[str, str]] = Counter()

    def count(self, route: str, status: int, seconds: float) -> None:
        """Count one request."""
        with self._lock:
            self._requests[route, status] += 1
            self._seconds[route] += seconds  # type: ignore[assignment]  # a Counter holds sums just as well

    def answered(self, status: str, model: str) -> None:
        """Count one answer."""
        with self._lock:
            self._answers[status, model] += 1

    def text(self, ready: bool) -> str:
        """All counters."""
        with self._lock:
            lines = ["# TYPE hoiluat_ready gauge", f"hoiluat_ready {int(ready)}"]
            lines += ["# TYPE hoiluat_requests_total counter"]
            for (route, status), times in sorted(self._requests.items()):
                lines.append(f'hoiluat_requests_total{{route="{route}",status="{status}"}} {times}')
            lines += ["# TYPE hoiluat_request_seconds_total counter"]
            lines += [f'hoiluat_request_seconds_total{{route="{r}"}} {s:.3f}' for r, s in sorted(self._seconds.items())]
            lines += ["# TYPE hoiluat_answers_total counter"]
            for (status_, model), times in sorted(self._answers.items()):
                lines.append(f'hoiluat_answers_total{{status="{status_}",model="{model}"}} {times}')
        return "\n".join(lines) + "\n"
