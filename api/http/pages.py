"""The web page and the API's own page: files of the package, nothing from elsewhere."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER = Path(str(files("api").joinpath("page")))


class PageFiles(StaticFiles):
    """Static files that a browser asks for again each time, and so never shows in an old version."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, marked to be revalidated."""
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "no-cache"
        return response


def install(app: FastAPI) -> None:
    """Serve `/`, `/docs` and the files that they need."""
    app.mount("/page", PageFiles(directory=FOLDER), name="page")

    @app.get("/", include_in_schema=False)
    def page() -> FileResponse:
        return FileResponse(FOLDER / "index.html", media_type="text/html; charset=utf-8")

    @app.get("/docs", include_in_schema=False)
    def docs() -> FileResponse:
        return FileResponse(FOLDER / "docs.html", media_type="text/html; charset=utf-8")

    @app.get("/favicon.ico", include_in_schema=False)
    def icon() -> FileResponse:
        return FileResponse(FOLDER / "icon.svg", media_type="image/svg+xml")
