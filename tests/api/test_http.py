"""The HTTP contract, on a small house of invented law."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from api.http.app import create_app
from api.http.gate import Buckets
from api.http.readiness import Stage
from api.settings import RateLimit
from retriever.fault import ModelMissing
from tests.api.twins import TwinHouse, TwinSettings, WordSearcher

LAW = "11%2F2020%2FQH99"
ANSWER_KEYS = {
    "answer_id", "conversation_id", "status", "answer", "citations", "passages", "notices", "suggestions", "safety",
    "disclosure", "as_of", "corpus_version", "model", "timings_ms",
}  # fmt: skip
CITATION_KEYS = {
    "marker", "ref", "origin", "label", "quote", "start", "end", "source_sha256", "document", "page", "url",
}  # fmt: skip
DOCUMENT_KEYS = {
    "id", "number", "type", "title", "issuer", "issued_on", "in_force_from", "in_force_until", "status", "source_url",
}  # fmt: skip
CONTACT_KEYS = {"name", "kind", "phone", "hours", "cost", "area", "source", "verified_at", "stale"}


def client_of(house: TwinHouse) -> TestClient:
    client = TestClient(create_app(house), raise_server_exceptions=False)
    client.__enter__()
    client.app.state.readiness.wait(5)  # type: ignore[attr-defined]
    return client


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    made = client_of(TwinHouse())
    yield made
    made.__exit__(None, None, None)


def ask(client: TestClient, question: str, **more: Any) -> dict[str, Any]:
    reply = client.post("/ask", json={"question": question, **more})
    assert reply.status_code == 200, reply.text
    return dict(reply.json())


def test_ask_has_the_shape_of_the_contract(client: TestClient) -> None:
    answer = ask(client, "Hồ sơ mượn vườn gồm những gì?")
    assert set(answer) == ANSWER_KEYS
    assert answer["status"] == "answered" and answer["model"] == "extractive"
    for citation in answer["citations"]:
        assert set(citation) == CITATION_KEYS and set(citation["document"]) == DOCUMENT_KEYS
    assert {"ref", "score", "text", "origin", "document"} <= set(answer["passages"][0])
    assert set(answer["safety"]) == {"level", "message", "contacts"}
    assert set(answer["timings_ms"]) == {"retrieve", "answer"}


def test_every_citation_can_be_checked_over_http(client: TestClient) -> None:
    for question in ("Hồ sơ mượn vườn gồm những gì?", "thùng ong cách lối đi bao xa", "trả vườn khi nào"):
        for citation in ask(client, question)["citations"]:
            document = citation["document"]["id"].replace("/", "%2F")
            text = client.get(f"/documents/{document}/text", params={"sha256": citation["source_sha256"]})
            assert text.headers["content-type"] == "text/plain; charset=utf-8"
            assert text.text[citation["start"] : citation["end"]] == citation["quote"]
            assert client.get(citation["url"]).json()["ref"] == citation["ref"]


def events_of(text: str) -> list[tuple[str, Any]]:
    blocks = [b for b in text.split("\n\n") if b and not b.startswith(":")]
    return [(b.split("\n")[0][7:], json.loads(b.split("\n")[1][6:])) for b in blocks]


def test_the_stream_has_its_order(client: TestClient) -> None:
    reply = client.post("/ask", json={"question": "trả vườn khi nào"}, headers={"Accept": "text/event-stream"})
    assert reply.headers["content-type"].startswith("text/event-stream")
    events = events_of(reply.text)
    names = [name for name, _ in events]
    assert names[0] == "passages" and names[-1] == "answer" and set(names[1:-1]) == {"delta"}
    assert "".join(v["text"] for n, v in events if n == "delta") == events[-1][1]["answer"]
    assert set(events[-1][1]) == ANSWER_KEYS


def test_the_stream_tells_of_a_failure(caplog: pytest.LogCaptureFixture) -> None:
    house = TwinHouse()
    client = client_of(house)
    house.contacts = None  # type: ignore[assignment]
    reply = client.post("/ask", json={"question": "trả vườn"}, headers={"Accept": "text/event-stream"})
    assert events_of(reply.text) == [("error", events_of(reply.text)[0][1])]
    assert events_of(reply.text)[0][1]["status"] == 500
    assert client.post("/ask", json={"question": "trả vườn"}).json()["status"] == 500


def test_a_fault_of_the_search_says_that_it_may_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> object:
        raise ModelMissing("Máy chủ nhúng không trả lời được.")

    monkeypatch.setattr(WordSearcher, "search", broken)
    client = client_of(TwinHouse())
    reply = client.post("/ask", json={"question": "trả vườn"})
    assert (reply.status_code, reply.headers["Retry-After"]) == (503, "60")
    assert "thử lại" in reply.json()["title"]
    streamed = client.post("/ask", json={"question": "trả vườn"}, headers={"Accept": "text/event-stream"})
    assert events_of(streamed.text)[-1][1]["status"] == 503


def test_a_silent_stream_says_that_it_is_alive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.http.asking.COMMENT_EACH", 0.05)
    go = threading.Event()
    house = TwinHouse()
    client = client_of(house)
    slow = house.contacts

    class Slow:
        def note(self, *args: Any) -> Any:
            go.wait(0.3)
            return slow.note(*args)

    house.contacts = Slow()  # type: ignore[assignment]
    reply = client.post("/ask", json={"question": "trả vườn"}, headers={"Accept": "text/event-stream"})
    assert reply.text.startswith(": ")


BAD: list[tuple[str, str, dict[str, Any], int, str]] = [
    ("POST", "/ask", {"json": {}}, 422, "câu hỏi (question) còn thiếu"),
    ("POST", "/ask", {"json": {"question": ""}}, 422, "đang trống"),
    ("POST", "/ask", {"json": {"question": " \x00\u200b "}}, 422, "đang trống"),
    ("POST", "/ask", {"json": {"question": "a" * 4001}}, 422, "tối đa 4000"),
    ("POST", "/ask", {"json": {"question": 5}}, 422, "phải là chữ"),
    ("POST", "/ask", {"json": {"question": "vườn", "as_of": "hôm qua"}}, 422, "phải là ngày dạng"),
    ("POST", "/ask", {"json": {"question": "vườn", "event_date": "2024-02-30"}}, 422, "ngày xảy ra sự việc"),
    ("POST", "/ask", {"json": {"question": "vườn", "max_passages": 0}}, 422, "từ 1 trở lên"),
    ("POST", "/ask", {"json": {"question": "vườn", "max_passages": 999}}, 422, "không được quá 50"),
    ("POST", "/ask", {"content": b"{", "headers": {"content-type": "application/json"}}, 422, "JSON"),
    ("POST", "/ask", {"content": b"\xff\xfe", "headers": {"content-type": "application/json"}}, 422, "JSON"),
    ("POST", "/ask", {"json": ["vườn"]}, 422, "đối tượng JSON"),
    ("POST", "/ask", {"json": {"question": "a" * 70000}}, 413, "quá lớn"),
    ("GET", "/ask", {}, 405, "cách gọi"),
    ("GET", "/nowhere", {}, 404, "địa chỉ"),
    ("GET", "/search", {}, 422, "câu tìm (q) còn thiếu"),
    ("GET", "/search?q=v&k=a", {}, 422, "số nguyên"),
    ("GET", "/documents/99%2F1999%2FQH1", {}, 404, "không có 99/1999/QH1"),
    ("GET", f"/documents/{LAW}/provisions/dieu_99", {}, 404, "không có Điều 99"),
    ("GET", f"/documents/{LAW}/provisions/xyz", {}, 404, "không phải vị trí"),
    ("GET", f"/documents/{LAW}/text?sha256={'0' * 64}", {}, 404, "bản lưu"),
    ("GET", f"/documents/{LAW}/text?sha256=1", {}, 422, "sha256"),
    ("GET", "/documents?limit=0", {}, 422, "từ 1 trở lên"),
    ("POST", "/feedback", {"json": {"answer_id": "a", "verdict": "bad"}}, 422, "một trong"),
]


@pytest.mark.parametrize(("method", "path", "sent", "status", "words"), BAD)
def test_errors_are_problems(
    client: TestClient, method: str, path: str, sent: dict[str, Any], status: int, words: str
) -> None:
    reply = client.request(method, path, **sent)
    assert reply.status_code == status, reply.text
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.json()["status"] == status and words in reply.json()["title"], reply.json()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_any_text_is_answered_or_refused(client: TestClient, question: str) -> None:
    body = json.dumps({"question": question}).encode()
    reply = client.post("/ask", content=body, headers={"content-type": "application/json"})
    assert reply.status_code in (200, 422), reply.text


def test_documents_are_listed_and_paged(client: TestClient) -> None:
    all_of_them = client.get("/documents").json()
    assert all_of_them["total"] == 2 and set(all_of_them["documents"][0]) >= DOCUMENT_KEYS
    page = client.get("/documents?limit=1&offset=1").json()
    assert [d["id"] for d in page["documents"]] == ["12/2021/QH99"]
    assert client.get("/documents?q=nuoi ong").json()["total"] == 1


def test_one_document_has_outline_and_revisions(client: TestClient) -> None:
    found = client.get(f"/documents/{LAW}").json()
    assert [entry["label"] for entry in found["outline"]] == ["Điều 1.", "Điều 2.", "Điều 3.", "Điều 4."]
    assert [r["current"] for r in found["revisions"]] == [True]


def test_a_provision_as_it_stood(client: TestClient) -> None:
    found = client.get(f"/documents/{LAW}/provisions/dieu_3__khoan_1__diem_đ").json()
    assert found["text"].startswith("đ) Giấy tờ") and found["status"] == "in_force"
    before = client.get(f"/documents/{LAW}/provisions/dieu_4?as_of=2019-01-01").json()
    assert before["status"] == "not_yet" and "01/01/2020" in before["why"]


def test_search(client: TestClient) -> None:
    found = client.get("/search", params={"q": "hồ sơ mượn vườn", "k": 2}).json()["passages"]
    assert len(found) == 2 and found[0]["ref"].startswith("11/2020/QH99#dieu_3")


def test_feedback_keeps_the_verdict_alone() -> None:
    house = TwinHouse()
    client = client_of(house)
    sent = {"answer_id": "ab12", "verdict": "wrong", "comment": "bí mật của tôi"}
    assert client.post("/feedback", json=sent).status_code == 204
    assert house.feedback.verdicts == {"ab12": "wrong"}


def test_support_lists_the_table(client: TestClient) -> None:
    found = client.get("/support?lat=16.05&lng=108.2").json()
    assert found["units"] == [] and {c["phone"] for c in found["contacts"]} == {"111", "113", "114", "115"}
    assert set(found["contacts"][0]) == CONTACT_KEYS


def test_while_getting_ready_the_page_is_open() -> None:
    go = threading.Event()

    def preparing(report: Any) -> None:
        report("nạp mô hình")
        go.wait(5)

    with TestClient(create_app(TwinHouse(preparing=preparing))) as client:
        assert client.get("/").status_code == 200
        assert client.get("/health/live").json() == {"status": "ok"}
        early = client.get("/health/ready")
        assert early.status_code == 503 and early.json()["status"] == "loading"
        refused = client.post("/ask", json={"question": "vườn"})
        assert refused.status_code == 503 and refused.headers["retry-after"] == "3"
        go.set()
        assert client.app.state.readiness.wait(5).stage is Stage.READY  # type: ignore[attr-defined]
        assert client.get("/health/ready").status_code == 200
        assert client.post("/ask", json={"question": "vườn mượn"}).status_code == 200


def test_a_house_that_cannot_get_ready_says_why() -> None:
    def preparing(report: Any) -> None:
        raise RuntimeError("Chưa có mô hình. Chạy `hoiluat model prepare`.")

    client = client_of(TwinHouse(preparing=preparing))
    assert "Chưa có mô hình" in client.get("/health/ready").json()["detail"]
    assert "Chưa có mô hình" in client.post("/ask", json={"question": "vườn"}).json()["title"]


def test_rate_limit_by_address() -> None:
    client = client_of(TwinHouse(settings=TwinSettings(rate_limit=RateLimit(2, 60))))
    codes = [client.post("/ask", json={"question": "vườn mượn"}).status_code for _ in range(3)]
    assert codes == [200, 200, 429]
    refused = client.post("/ask", json={"question": "vườn mượn"})
    assert int(refused.headers["retry-after"]) >= 1 and "đợi" in refused.json()["title"]
    assert client.get("/health/live").status_code == 200


def test_buckets_drain_with_time() -> None:
    now = [0.0]
    buckets = Buckets(2, 60, lambda: now[0], most=2)
    assert [buckets.take("a") for _ in range(3)] == [0, 0, 30]
    now[0] = 30.0
    assert [buckets.take("a"), buckets.take("b"), buckets.take("c")] == [0, 0, 0]
    assert buckets.take("a") == 0, "the least recently seen address was forgotten"


def test_headers_on_everything(client: TestClient) -> None:
    for path in ("/", "/health/live", "/nowhere", "/page/page.css", "/openapi.json"):
        headers = client.get(path).headers
        assert "script-src 'self'" in headers["content-security-policy"], path
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["referrer-policy"] == "no-referrer"
    assert client.post("/ask", json={"question": "vườn"}).headers["cache-control"] == "no-store"


def test_cors_only_where_set() -> None:
    asked = {"Origin": "https://hoi.example", "Access-Control-Request-Method": "POST"}
    allowed = client_of(TwinHouse(settings=TwinSettings(cors_origins=("https://hoi.example",))))
    reply = allowed.options("/ask", headers=asked)
    assert reply.headers["access-control-allow-origin"] == "https://hoi.example"
    assert "access-control-allow-origin" not in client_of(TwinHouse()).options("/ask", headers=asked).headers


def test_the_log_never_holds_a_question(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="hoiluat"):
        ask(client, "chồng đang đánh tôi ở vườn")
        client.get("/search", params={"q": "bí mật vườn"})
        client.get("/support?lat=16.054321&lng=108.2")
        client.get("/bi-mat-cua-toi")
        client.post("/ask", json={"question": "bí mật", "as_of": "bí mật"})
    hoiluat = "\n".join(r.getMessage() for r in caplog.records if r.name.startswith("hoiluat"))
    assert "POST /ask 200" in hoiluat
    for secret in ("chồng", "bí mật", "bi-mat", "16.05", "?"):
        assert secret not in hoiluat


def test_metrics_count_routes(client: TestClient) -> None:
    ask(client, "trả vườn")
    text = client.get("/metrics").text
    assert "hoiluat_ready 1" in text and 'hoiluat_requests_total{route="/ask",status="200"}' in text
    assert 'hoiluat_answers_total{status="answered",model="extractive"}' in text


def test_openapi_names_the_contract(client: TestClient) -> None:
    paths = set(client.get("/openapi.json").json()["paths"])
    assert {
        "/ask",
        "/search",
        "/documents",
        "/feedback",
        "/support",
        "/health/live",
        "/health/ready",
        "/metrics",
    } <= paths
    assert client.get("/docs").status_code == 200
