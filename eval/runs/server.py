"""Any server that speaks the contract, asked over HTTP; and the law as that server holds it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import quote

import httpx

from corpus.reference import ProvisionRef
from eval.answers.law import Held
from eval.runs.system import AskFailed
from eval.suites.suite import Row

_TRIES = 4
_BUSY = frozenset({429, 502, 503, 504})


def client_of(url: str, key: str | None = None, timeout: float = 120.0) -> httpx.Client:
    """A client for the server at `url`, to be closed by whoever opened it. `timeout` is in seconds."""
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    return httpx.Client(base_url=url.rstrip("/"), headers=headers, timeout=timeout)


class Server:
    """A server. An answer of 429 or 5xx is asked again after a pause, four times at most."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def describe(self) -> Mapping[str, str]:
        """The address; versions stand in each answer."""
        return {"name": str(self._client.base_url).rstrip("/")}

    def ask(self, row: Row) -> Mapping[str, Any]:
        """`POST /ask`."""
        body: dict[str, Any] = {"question": row.question, "channel": "eval"}
        if row.as_of:
            body["as_of"] = row.as_of.isoformat()
        if row.event_date:
            body["event_date"] = row.event_date.isoformat()
        response = self._sent(body)
        if response.status_code != 200:
            raise AskFailed(f"POST /ask: {response.status_code} {response.text[:300]}")
        try:
            found = response.json()
        except ValueError as error:
            raise AskFailed(f"POST /ask: no JSON ({error})") from error
        if not isinstance(found, dict):
            raise AskFailed("POST /ask: the answer is no object")
        return found

    def _sent(self, body: Mapping[str, Any]) -> httpx.Response:
        for turn in range(1, _TRIES + 1):
            try:
                response = self._client.post("/ask", json=body)
            except httpx.HTTPError as error:
                if turn == _TRIES or isinstance(error, httpx.ConnectError):
                    raise AskFailed(f"POST /ask: {type(error).__name__}: {error}") from error
            else:
                if response.status_code not in _BUSY or turn == _TRIES:
                    return response
                time.sleep(_pause(response, turn))
        raise AssertionError("the last turn returns or raises")


class ServedLaw:
    """The law as a server holds it: `GET /documents/{id}/text` and `…/provisions/{path}`."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client
        self._texts: dict[tuple[str, str], str | None] = {}
        self._provisions: dict[tuple[str, date], Held | None] = {}
        self._bases: dict[str, str] = {}

    def text(self, document: str, sha256: str) -> str | None:
        """The stored text of a revision; asked once."""
        key = (document, sha256)
        if key not in self._texts:
            response = self._got(f"/documents/{quote(document, safe='')}/text", {"sha256": sha256})
            self._texts[key] = response.content.decode("utf-8") if response is not None else None
        return self._texts[key]

    def provision(self, ref: ProvisionRef, day: date) -> Held | None:
        """A provision as it stood on a day; asked once."""
        key = (str(ref), day)
        if key not in self._provisions:
            document, _, path = str(ref).partition("#")
            where = f"/documents/{quote(document, safe='')}/provisions/{quote(path, safe='')}"
            response = self._got(where, {"as_of": day.isoformat()})
            self._provisions[key] = _held(response.json()) if response is not None else None
        return self._provisions[key]

    def base(self, document: str) -> str:
        """The law that a consolidated text repeats, where the server tells it (`repeats`); asked once."""
        if document not in self._bases:
            response = self._got(f"/documents/{quote(document, safe='')}", {})
            told = response.json().get("repeats") if response is not None else None
            self._bases[document] = told if isinstance(told, str) and told else document
        return self._bases[document]

    def _got(self, path: str, params: Mapping[str, str]) -> httpx.Response | None:
        try:
            response = self._client.get(path, params=dict(params))
        except httpx.HTTPError:
            return None
        return response if response.status_code == 200 else None


def _held(record: Mapping[str, Any]) -> Held:
    return Held(
        str(record.get("text") or ""),
        str(record.get("status") or "unknown"),
        str(record.get("label") or ""),
        str(record.get("heading") or ""),
    )


def _pause(response: httpx.Response, turn: int) -> float:
    """Seconds to wait: as the server asks, at most 30, else 1, 2, 4."""
    asked = response.headers.get("retry-after", "")
    return min(float(asked), 30.0) if asked.isdigit() else float(2 ** (turn - 1))
