"""Contacts, feedback, health and metrics."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from fastapi.responses import JSONResponse, PlainTextResponse

from api.http.household import Household
from api.http.metrics import Metrics
from api.http.readiness import Readiness, Stage
from api.messages import ContactMessage, FeedbackRequest
from corpus.day import today


def router(house: Household, readiness: Readiness, metrics: Metrics) -> APIRouter:
    """The routes beside asking and reading."""
    routes = APIRouter(tags=["vận hành"])

    @routes.get("/support")
    def support(
        area: Annotated[str | None, Query(max_length=100)] = None,
        lat: Annotated[float | None, Query(ge=-90, le=90)] = None,
        lng: Annotated[float | None, Query(ge=-180, le=180)] = None,
    ) -> dict[str, list[Any]]:
        """Whom to turn to; the query string is never logged. No contact has a position yet."""
        listed = house.contacts.listed(today(), area)
        return {"contacts": [ContactMessage.of(contact) for contact in listed], "units": []}

    @routes.post("/feedback", status_code=204)
    def feedback(body: FeedbackRequest) -> Response:
        """A verdict on an answer. Only the verdict is kept."""
        house.feedback.add(body.answer_id, body.verdict)
        return Response(status_code=204)

    @routes.get("/health/live")
    def live() -> dict[str, str]:
        """The process answers."""
        return {"status": "ok"}

    @routes.get("/health/ready")
    def ready() -> JSONResponse:
        """200 when questions can be answered; 503 with the part that is being made ready."""
        state = readiness.state
        body = {"status": state.stage.value, "detail": state.detail}
        headers = {} if state.stage is Stage.READY else {"Retry-After": "1"}
        return JSONResponse(body, 200 if state.stage is Stage.READY else 503, headers)

    @routes.get("/metrics", response_class=PlainTextResponse)
    def counters() -> PlainTextResponse:
        """Prometheus text."""
        shown = metrics.text(readiness.state.stage is Stage.READY)
        return PlainTextResponse(shown, media_type="text/plain; version=0.0.4; charset=utf-8")

    return routes
