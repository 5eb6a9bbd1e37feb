"""Errors as RFC 9457 problem objects whose title a reader can act on."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from retriever.fault import Fault

log = logging.getLogger("hoiluat.serve")
MEDIA_TYPE = "application/problem+json"


class Problem(Exception):
    """An error with its status, a Vietnamese title, what to do about it, and headers."""

    def __init__(self, status: int, title: str, detail: str = "", headers: Mapping[str, str] | None = None) -> None:
        super().__init__(title)
        self.status = status
        self.title = title
        self.detail = detail
        self.headers = dict(headers or {})

    def body(self) -> dict[str, Any]:
        """The problem object."""
        shown = {"type": "about:blank", "title": self.title, "status": self.status}
        return shown | ({"detail": self.detail} if self.detail else {})

    def response(self) -> JSONResponse:
        """The problem as a response."""
        return JSONResponse(self.body(), self.status, self.headers, MEDIA_TYPE)


TITLES = {
    400: "Yêu cầu không đọc được. Hãy gửi JSON mã UTF-8 đúng cú pháp.",
    404: "Không có trang hay dữ liệu này. Hãy kiểm tra lại địa chỉ.",
    405: "Địa chỉ này không nhận cách gọi vừa dùng. Xem /docs để biết cách gọi đúng.",
    413: "Nội dung gửi lên quá lớn. Hãy rút ngắn câu hỏi.",
    415: "Hãy gửi nội dung dạng application/json.",
    500: "Máy chủ gặp lỗi khi xử lý. Hãy thử lại sau ít phút.",
}
"""What each status says when nothing better is known."""

_FIELDS = {
    "question": "câu hỏi (question)",
    "as_of": "ngày tra cứu (as_of)",
    "event_date": "ngày xảy ra sự việc (event_date)",
    "max_passages": "số đoạn (max_passages)",
    "conversation_id": "mã hội thoại (conversation_id)",
    "verdict": "đánh giá (verdict)",
    "answer_id": "mã câu trả lời (answer_id)",
    "q": "câu tìm (q)",
    "k": "số đoạn (k)",
}
_REASONS = {
    "missing": "còn thiếu",
    "string_too_short": "đang trống",
    "string_too_long": "quá dài, tối đa {max_length} ký tự",
    "date_from_datetime_parsing": "phải là ngày dạng 2026-11-23",
    "date_parsing": "phải là ngày dạng 2026-11-23",
    "date_type": "phải là ngày dạng 2026-11-23",
    "json_invalid": "không phải JSON đúng cú pháp",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than_equal": "không được quá {le}",
    "literal_error": "phải là một trong: {expected}",
    "int_parsing": "phải là số nguyên",
    "int_type": "phải là số nguyên",
    "float_parsing": "phải là số",
    "string_type": "phải là chữ",
    "string_pattern_mismatch": "có ký tự không dùng được",
    "model_attributes_type": "phải là một đối tượng JSON",
    "extra_forbidden": "là tên không dùng ở đây",
}


def install(app: FastAPI) -> None:
    """Answer every error of an app with a problem object."""
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Fault, _faulty)
    app.add_exception_handler(Exception, _unexpected)


def of_status(status: int, headers: Mapping[str, str] | None = None) -> Problem:
    """The problem of a bare status."""
    title = TITLES.get(status) or f"Yêu cầu không thực hiện được ({status} {HTTPStatus(status).phrase})."
    return Problem(status, title, headers=headers)


def of_error(error: Exception) -> Problem:
    """The problem of an error that was not foreseen: 503 where the search has a fault that may pass, else 500."""
    if isinstance(error, Fault):
        title = "Bộ tìm kiếm đang gặp trục trặc. Hãy thử lại sau ít phút, hoặc báo người quản trị."
        return Problem(503, title, headers={"Retry-After": "60"})
    return of_status(500)


async def _problem(request: Request, error: Exception) -> JSONResponse:
    return cast(Problem, error).response()


async def _http(request: Request, error: Exception) -> JSONResponse:
    refused = cast(HTTPException, error)
    return of_status(refused.status_code, refused.headers).response()


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    """What is wrong with which field, without the value: it may be a question."""
    faults = [_fault(one) for one in cast(RequestValidationError, error).errors()]
    return Problem(422, f"Yêu cầu chưa đúng: {'; '.join(faults)}. Hãy sửa rồi gửi lại.").response()


def _fault(error: Mapping[str, Any]) -> str:
    name = next((str(part) for part in reversed(error["loc"]) if isinstance(part, str)), "")
    reason = _REASONS.get(error["type"], "không dùng được").format_map(_Known(error.get("ctx", {})))
    return f"{_FIELDS.get(name, name if name != 'body' else 'nội dung gửi lên')} {reason}"


class _Known(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"


async def _faulty(request: Request, error: Exception) -> JSONResponse:
    log.error("the search has a fault: %s", error)
    return of_error(error).response()


async def _unexpected(request: Request, error: Exception) -> JSONResponse:
    log.error("unhandled error at %s", getattr(request.scope.get("route"), "path", "?"), exc_info=error)
    return of_status(500).response()
