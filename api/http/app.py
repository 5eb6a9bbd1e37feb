"""The web service of one house."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

from api.http import asking, documents, pages, problems, service
from api.http.gate import BodyLimit, RateLimit, Watch
from api.http.household import Household
from api.http.metrics import Metrics
from api.http.readiness import Readiness
from api.messages import ProblemMessage


def create_app(house: Household) -> FastAPI:
    """The service; it begins to make the house ready when it starts, and the page is open meanwhile."""
    readiness, metrics = Readiness(house), Metrics()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        readiness.start()
        yield

    app = FastAPI(
        title="HỏiLuật",
        version="1",
        summary="Tra cứu, cung cấp thông tin pháp luật có trích dẫn điều, khoản.",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        responses={"4XX": {"model": ProblemMessage, "description": "Đối tượng lỗi RFC 9457"}},
    )
    app.state.readiness = readiness
    problems.install(app)
    app.include_router(asking.router(house, asking.Asking(house, readiness, metrics)))
    app.include_router(documents.router(house))
    app.include_router(service.router(house, readiness, metrics))
    pages.install(app)
    _guard(app, house, metrics)
    return app


def _guard(app: FastAPI, house: Household, metrics: Metrics) -> None:
    """Innermost first."""
    app.add_middleware(BodyLimit)
    if house.settings.rate_limit is not None:
        app.add_middleware(RateLimit, limit=house.settings.rate_limit)
    if house.settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(house.settings.cors_origins),
            allow_methods=["GET", "POST"],
            allow_headers=["content-type", "accept"],
            expose_headers=["retry-after"],
        )
    app.add_middleware(Watch, metrics=metrics)
