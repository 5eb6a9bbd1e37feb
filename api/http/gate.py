"""What stands before every route: size, rate, headers, and a log that never holds a question."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.metrics import Metrics
from api.http.problems import TITLES, Problem
from api.seams import Limit

log = logging.getLogger("hoiluat.access")
LARGEST = 64 * 1024
"""Bytes of a request body."""

_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    (b"content-security-policy", _CSP.encode()),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), interest-cohort=()"),
)


class BodyLimit:
    """Refuses bodies over `LARGEST` before any of them is parsed."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the whole body (it is small), then hand it on in one piece."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self._app(scope, receive, send)
            return
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            body += message.get("body", b"")
            if len(body) > LARGEST:
                await _refuse(Problem(413, TITLES[413], f"Tối đa {LARGEST // 1024} KB."), scope, receive, send)
                return
            if not message.get("more_body"):
                break
        await self._app(scope, _replayed(bytes(body), receive), send)


def _replayed(body: bytes, receive: Receive) -> Receive:
    sent = False

    async def replay() -> Message:
        nonlocal sent
        if sent:
            return await receive()
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay


class RateLimit:
    """Counts what each address sends: asking strictly, reading ten times as freely. Files and health are free."""

    def __init__(self, app: ASGIApp, limit: Limit, clock: Callable[[], float] = time.monotonic) -> None:
        self._app = app
        self._asking = Buckets(limit.count, limit.seconds, clock)
        self._reading = Buckets(limit.count * 10, limit.seconds, clock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass, or answer 429 with the seconds to wait."""
        buckets = self._buckets(scope) if scope["type"] == "http" else None
        wait = buckets.take((scope.get("client") or ("?",))[0]) if buckets else 0
        if wait:
            title = f"Bạn gửi hơi nhanh. Hãy đợi {wait} giây rồi gửi lại."
            await _refuse(Problem(429, title, headers={"Retry-After": str(wait)}), scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _buckets(self, scope: Scope) -> Buckets | None:
        path = scope["path"]
        if path == "/ask" or path == "/search" or path == "/feedback":
            return self._asking if scope["method"] != "OPTIONS" else None
        return self._reading if path.startswith(("/documents", "/support")) else None


class Buckets:
    """One leaking bucket an address; the least recently seen of more than `most` addresses are forgotten."""

    def __init__(self, count: int, seconds: float, clock: Callable[[], float], most: int = 10_000) -> None:
        self._count = count
        self._each = seconds / count
        self._clock = clock
        self._most = most
        self._full: OrderedDict[str, float] = OrderedDict()

    def take(self, address: str) -> int:
        """0 when one more is allowed, else the seconds to wait, at least 1."""
        now = self._clock()
        drained = max(self._full.pop(address, now), now)
        wait = drained + self._each - now - self._count * self._each
        self._full[address] = drained if wait > 1e-9 else drained + self._each
        while len(self._full) > self._most:
            self._full.popitem(last=False)
        return max(1, round(wait + 0.5)) if wait > 1e-9 else 0


class Watch:
    """Adds the headers, counts and logs each request by its route: never a query string, a body or an address."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, with headers on what comes back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, status = time.perf_counter(), 500

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", []), *_missing(message.get("headers", []))]
            await send(message)

        try:
            await self._app(scope, receive, watched)
        finally:
            route = getattr(scope.get("route"), "path", None) or "(other)"
            seconds = time.perf_counter() - started
            self._metrics.count(route, status, seconds)
            log.info("%s %s %d %.0fms", scope["method"], route, status, seconds * 1000)


def _missing(present: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    names = {name.lower() for name, _ in present}
    added = (*_HEADERS, (b"cache-control", b"no-store"))
    return [(name, value) for name, value in added if name not in names]


async def _refuse(problem: Problem, scope: Scope, receive: Receive, send: Send) -> None:
    await problem.response()(scope, receive, send)
