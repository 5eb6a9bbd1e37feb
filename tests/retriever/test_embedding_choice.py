"""Which model a setting means, and servers that lend one."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

from retriever.embedding_choice import embedder_for
from retriever.fault import ModelMissing
from retriever.hashing_embedder import HashingEmbedder
from retriever.server_embedder import ServerEmbedder


class Lender(BaseHTTPRequestHandler):
    """Speaks `/embeddings`: the vector of a text is its length and a one; rows come in any order."""

    asked: list[dict[str, object]] = []  # noqa: RUF012
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append(body | {"key": self.headers["Authorization"]})
        known = body["model"] == "e5-tiny"
        rows = [{"object": "embedding", "index": i, "embedding": [len(t), 1.0]} for i, t in enumerate(body["input"])]
        answer = {
            "object": "list",
            "model": "e5-tiny",
            "data": rows[::-1],
            "usage": {"prompt_tokens": 1, "total_tokens": 1},
        }
        content = json.dumps(answer if known else {"error": {"message": "no such model"}}).encode()
        self.send_response(200 if known else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Lender) as lender:
        lender.daemon_threads = True
        Lender.asked.clear()
        threading.Thread(target=lender.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{lender.server_address[1]}/v1"
        lender.shutdown()


def test_a_server_lends_vectors(server: str, tmp_path: Path) -> None:
    embedder = embedder_for(f"openai:e5-tiny@{server}", tmp_path, "secret")
    assert embedder is not None
    vectors = embedder.embed_passages(["a" * (n % 7) for n in range(100)])
    assert vectors.shape == (100, 2)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, rtol=1e-5)
    assert vectors[0][0] < vectors[6][0], "rows are put in order"
    embedder.embed_query("hỏi")
    assert Lender.asked[-1]["input"] == ["query: hỏi"]
    assert Lender.asked[-1]["key"] == "Bearer secret"
    assert embedder.dimension == 2
    assert "secret" not in repr(embedder) + embedder.fingerprint


def test_what_a_server_refuses_is_told(server: str, tmp_path: Path) -> None:
    embedder = embedder_for(f"openai:other@{server}", tmp_path)
    assert embedder is not None
    with pytest.raises(ModelMissing, match="HOILUAT_EMBEDDING_MODEL"):
        embedder.embed_query("hỏi")


@pytest.mark.parametrize("setting", ["openai:", "openai:bge-m3", "openai:@http://x", "openai:bge-m3@ftp://x"])
def test_half_a_server_is_told(setting: str, tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="openai:<tên mô hình>@<địa chỉ>"):
        embedder_for(setting, tmp_path)


def test_none_and_the_twin(tmp_path: Path) -> None:
    assert embedder_for("none", tmp_path) is None
    assert isinstance(embedder_for("hashing", tmp_path), HashingEmbedder)
    assert ServerEmbedder.parse("a@http://b@c").base_url == "http://b@c"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="Không có thư mục"):
        embedder_for(str(tmp_path / "absent"), tmp_path)


def test_a_folder_that_is_no_model_is_told(tmp_path: Path) -> None:
    embedder = embedder_for(str(tmp_path), tmp_path)
    assert embedder is not None
    with pytest.raises(ModelMissing, match="HOILUAT_EMBEDDING_MODEL"):
        embedder.embed_query("hỏi")
