"""A stand-in for a server of models: says again what a passage says, with its marker; turns words into vectors.

Run by path with a port: it speaks just as much of OpenAI's protocol as `docs/language-model.md` and
`docs/model-graded.md` need.
"""

import hashlib
import json
import re
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

DIMENSION = 64


def reply_to(prompt: str) -> str:
    """The first sentence of each of the first two passages of a prompt, marked; to a judge's prompt a score."""
    if "Câu trả lời cần chấm:" in prompt:
        return '{"score": 3, "why": "giữa thang"}'
    passages = re.findall(r"^\[(\d+)\] [^\n]*\n<<<\w+\n(.*?)\n\w+>>>", prompt, re.DOTALL | re.MULTILINE)
    said = []
    for number, text in passages[:2]:
        words = re.sub(r"^(Điều \d+\w?\. [^\n]*\n)?(\d+\w?\.|[a-zđ]\))?\s*", "", text)
        sentence = re.split(r"[.;:](?:\s|$)", words)[0].strip()
        said.append(f"{sentence} [{number}].")
    return "\n".join(said) or "KHÔNG ĐỦ CĂN CỨ"


def vector_of(text: str) -> list[float]:
    """The words of a text, each counted in one of `DIMENSION` places."""
    vector = [0.0] * DIMENSION
    for word in text.lower().split():
        vector[hashlib.sha256(word.encode()).digest()[0] % DIMENSION] += 1.0
    return vector


class Handler(BaseHTTPRequestHandler):
    """`/v1/chat/completions` and `/v1/embeddings`."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Answer one request."""
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        if self.path == "/v1/embeddings":
            texts = asked["input"] if isinstance(asked["input"], list) else [asked["input"]]
            rows = [{"object": "embedding", "index": n, "embedding": vector_of(t)} for n, t in enumerate(texts)]
            self._send({"object": "list", "model": asked["model"], "data": rows})
        else:
            said = {"role": "assistant", "content": reply_to(asked["messages"][-1]["content"])}
            choice = {"index": 0, "message": said, "finish_reason": "stop"}
            self._send({"id": "1", "object": "chat.completion", "model": asked["model"], "choices": [choice]})

    def log_message(self, *said: Any) -> None:
        """Say nothing."""

    def _send(self, value: dict[str, Any]) -> None:
        body = json.dumps(value | {"created": 0}).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
