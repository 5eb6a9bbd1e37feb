"""Any server that speaks OpenAI's `/embeddings`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from retriever.embedder import Vector, Vectors, unit
from retriever.fault import ModelMissing

_BATCH = 64
_SECONDS = 60.0
_SETTING = "HOILUAT_EMBEDDING_MODEL"


class ServerEmbedder:
    """Sends texts away: whoever sets this decides that questions may leave the machine."""

    def __init__(self, model: str, base_url: str, api_key: str | None = None) -> None:
        self.model, self.base_url = model, base_url
        self._key = api_key or "none"
        e5 = "e5" in model.lower()
        self._query_prompt, self._passage_prompt = ("query: ", "passage: ") if e5 else ("", "")

    def __repr__(self) -> str:
        return f"ServerEmbedder({self.model!r}, {self.base_url!r})"

    @classmethod
    def parse(cls, place: str, api_key: str | None = None) -> ServerEmbedder:
        """Read `<model>@<base_url>`."""
        model, at, base_url = place.partition("@")
        if not (model and at and base_url.startswith(("http://", "https://"))):
            raise ModelMissing(
                f"{_SETTING}=openai:{place} không đúng dạng. Hãy viết openai:<tên mô hình>@<địa chỉ>, "
                "ví dụ openai:bge-m3@http://127.0.0.1:8080/v1."
            )
        return cls(model, base_url, api_key)

    @property
    def fingerprint(self) -> str:
        """Model and server; the vectors of one model served twice are not taken for equal."""
        return f"openai:{self.model}@{self.base_url}"

    @cached_property
    def dimension(self) -> int:
        """Length of a vector, asked of the server once."""
        return int(self._embed(["."]).shape[1])

    def embed_query(self, text: str) -> Vector:
        """The vector of a question."""
        vector: Vector = self._embed([self._query_prompt + text])[0]
        return vector

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """The vectors of passages, in order."""
        batches = [texts[start : start + _BATCH] for start in range(0, len(texts), _BATCH)]
        parts = [self._embed([self._passage_prompt + text for text in batch]) for batch in batches]
        return np.vstack(parts) if parts else np.zeros((0, self.dimension), np.float32)

    def _embed(self, texts: list[str]) -> Vectors:
        import openai

        try:
            answer = self._client.embeddings.create(model=self.model, input=texts, encoding_format="float")
        except openai.OpenAIError as error:
            raise ModelMissing(
                f"Máy chủ nhúng {self.base_url} (mô hình {self.model}) không trả lời được ({str(error).rstrip('.')}). "
                f"Hãy kiểm tra máy chủ, hoặc bỏ {_SETTING} để dùng mô hình đi kèm."
            ) from error
        rows = sorted(answer.data, key=lambda row: row.index)
        return unit(np.array([row.embedding for row in rows], np.float32))

    @cached_property
    def _client(self) -> Any:
        import openai

        return openai.OpenAI(base_url=self.base_url, api_key=self._key, timeout=_SECONDS, max_retries=2)
