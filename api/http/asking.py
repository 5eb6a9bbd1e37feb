"""`POST /ask` as JSON and as a stream, and `GET /search`."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from api.advisor import Delta, Event, PassagesFound
from api.answer import Answer, FoundPassage, Inquiry
from api.citing import stored, summary_of
from api.http.household import Household
from api.http.metrics import Metrics
from api.http.problems import Problem, of_error
from api.http.readiness import Readiness, Stage
from api.inquiry import LONGEST, cleaned
from api.messages import AnswerMessage, AskRequest, Day, PassageMessage, safety_message
from corpus.day import today

log = logging.getLogger("hoiluat.serve")
COMMENT_EACH = 15.0
"""Seconds after which a silent stream says that it is alive."""
RETRY_AFTER = 3
"""Seconds after which to ask again while the service is getting ready."""


class Asking:
    """Asks a house's advisor once it is ready."""

    def __init__(self, house: Household, readiness: Readiness, metrics: Metrics) -> None:
        self._house = house
        self._readiness = readiness
        self._metrics = metrics

    def require_ready(self) -> None:
        """Raise the 503 that says which part is still being made ready."""
        state = self._readiness.state
        headers = {"Retry-After": str(RETRY_AFTER)}
        if state.stage is Stage.LOADING:
            raise Problem(503, f"HỏiLuật đang chuẩn bị: {state.detail}. Hãy thử lại sau vài giây.", headers=headers)
        if state.stage is Stage.FAILED:
            raise Problem(503, f"HỏiLuật chưa dùng được: {state.detail}", headers={"Retry-After": "60"})

    def answer(self, inquiry: Inquiry) -> AnswerMessage:
        """The whole answer."""
        answer = self._house.advisor.ask(inquiry)
        self._metrics.answered(answer.status.value, answer.model)
        return AnswerMessage.of(answer)

    async def stream(self, inquiry: Inquiry) -> AsyncIterator[str]:
        """The events of one answer in the text/event-stream format."""
        queue: asyncio.Queue[Event | Problem | None] = asyncio.Queue()
        gone = threading.Event()
        loop = asyncio.get_running_loop()
        asked = loop.run_in_executor(None, self._fill, inquiry, lambda e: _put(loop, queue, e), gone)
        try:
            while True:
                try:
                    event = await asyncio.wait_for(queue.get(), COMMENT_EACH)
                except TimeoutError:
                    yield ": đang tra cứu\n\n"
                    continue
                if event is None:
                    return
                yield written(event)
        finally:
            gone.set()
            asked.cancel()

    def _fill(self, inquiry: Inquiry, put: Any, gone: threading.Event) -> None:
        try:
            for event in self._house.advisor.stream(inquiry):
                if gone.is_set():
                    return
                if isinstance(event, Answer):
                    self._metrics.answered(event.status.value, event.model)
                put(event)
        except Exception as error:
            log.exception("answering failed")
            put(of_error(error))
        finally:
            put(None)


def _put(loop: asyncio.AbstractEventLoop, queue: asyncio.Queue[Any], event: object) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(queue.put_nowait, event)


def written(event: Event | Problem) -> str:
    """One event as text."""
    if isinstance(event, PassagesFound):
        found = [PassageMessage.of(passage).model_dump(mode="json") for passage in event.passages]
        safety = safety_message(event.safety).model_dump(mode="json")
        return _sse("passages", {"passages": found, "safety": safety})
    if isinstance(event, Delta):
        return _sse("delta", {"text": event.text})
    if isinstance(event, Problem):
        return _sse("error", event.body())
    return _sse("answer", AnswerMessage.of(event).record())


def _sse(name: str, value: object) -> str:
    return f"event: {name}\ndata: {json.dumps(value, ensure_ascii=False)}\n\n"


def router(house: Household, asking: Asking) -> APIRouter:
    """The routes that answer questions."""
    routes = APIRouter(tags=["hỏi đáp"])

    @routes.post("/ask", response_model=AnswerMessage)
    def ask(body: AskRequest, request: Request) -> Response:
        """Question → cited answer. `Accept: text/event-stream`: events passages, delta (many), answer or error."""
        asking.require_ready()
        if "text/event-stream" in request.headers.get("accept", ""):
            headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
            return StreamingResponse(asking.stream(body.inquiry()), media_type="text/event-stream", headers=headers)
        return JSONResponse(asking.answer(body.inquiry()).record())

    @routes.get("/search")
    def search(
        q: Annotated[str, Query(min_length=1, max_length=LONGEST)],
        k: Annotated[int, Query(ge=1, le=50)] = 8,
        as_of: Annotated[Day | None, Query()] = None,
    ) -> dict[str, list[PassageMessage]]:
        """Ranked passages."""
        asking.require_ready()
        day = as_of or today()
        ranked = house.searcher.search(cleaned(q), k, day)
        held = (r for r in ranked if stored(r.passage, house.corpus))
        found = [FoundPassage(r.passage, r.score, summary_of(r.passage, day)) for r in held]
        return {"passages": [PassageMessage.of(passage) for passage in found]}

    return routes
