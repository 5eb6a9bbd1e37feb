"""Any OpenAI-compatible server as a chat model. The only module that imports `openai`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import openai

from api.seams import ChatFailed

_TIMEOUT = openai.Timeout(60.0, connect=5.0)
_MOST_TOKENS = 900


class OpenAIChat:
    """Plain chat completions: `max_tokens` (servers ignore newer names), no schema, one retry, always a timeout."""

    def __init__(self, base_url: str, model: str, api_key: str = "", timeout: openai.Timeout = _TIMEOUT) -> None:
        self.name = model
        self._client = openai.OpenAI(
            base_url=base_url, api_key=api_key or "none", timeout=timeout, max_retries=1
        )  # fmt: skip

    def complete(self, messages: Sequence[tuple[str, str]]) -> str:
        """The reply; raise `ChatFailed` when the server fails, is late or says nothing."""
        try:
            reply = self._client.chat.completions.create(stream=False, **self._request(messages))
        except openai.OpenAIError as error:
            raise ChatFailed(f"{self.name}: {type(error).__name__}: {error}") from error
        text = reply.choices[0].message.content if reply.choices else None
        if not text or not text.strip():
            raise ChatFailed(f"{self.name}: an empty reply")
        return str(text)

    def stream(self, messages: Sequence[tuple[str, str]]) -> Iterator[str]:
        """The reply in pieces; raise `ChatFailed` when the server fails."""
        try:
            for chunk in self._client.chat.completions.create(stream=True, **self._request(messages)):
                if chunk.choices and chunk.choices[0].delta.content:
                    yield chunk.choices[0].delta.content
        except openai.OpenAIError as error:
            raise ChatFailed(f"{self.name}: {type(error).__name__}: {error}") from error

    def _request(self, messages: Sequence[tuple[str, str]]) -> dict[str, Any]:
        return {
            "model": self.name,
            "messages": [{"role": role, "content": text} for role, text in messages],
            "max_tokens": _MOST_TOKENS,
            "temperature": 0.2,
        }
