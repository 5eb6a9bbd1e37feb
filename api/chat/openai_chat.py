"""Any OpenAI-compatible server as a chat model. The only module that imports `openai`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import openai

from api.seams import ChatFailed

_TIMEOUT = openai.Timeout(60.0, connect=5.0)


@dataclass(frozen=True, slots=True)
class Sampling:
    """How a model is to draw its words. `seed` is left out where None, and for a server that refuses it."""

    temperature: float = 0.2
    seed: int | None = None
    most_tokens: int = 900


STEADY = Sampling(temperature=0.0, seed=13)
"""The same words for the same messages, as far as the server can."""


class OpenAIChat:
    """Plain chat completions: `max_tokens` (servers ignore newer names), no schema, one retry, always a timeout."""

    def __init__(
        self,
        base_url: str,
        model: str,
        api_key: str = "",
        timeout: openai.Timeout = _TIMEOUT,
        sampling: Sampling = Sampling(),
    ) -> None:
        self.name = model
        self.sampling = sampling
        self._client = openai.OpenAI(
            base_url=base_url, api_key=api_key or "none", timeout=timeout, max_retries=1
        )  # fmt: skip

    def complete(self, messages: Sequence[tuple[str, str]]) -> str:
        """The reply; raise `ChatFailed` when the server fails, is late or says nothing."""
        try:
            reply = self._completion(messages)
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

    def _completion(self, messages: Sequence[tuple[str, str]]) -> Any:
        try:
            return self._client.chat.completions.create(stream=False, **self._request(messages))
        except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
            if self.sampling.seed is None or "seed" not in str(error):
                raise
        self.sampling = replace(self.sampling, seed=None)
        return self._client.chat.completions.create(stream=False, **self._request(messages))

    def _request(self, messages: Sequence[tuple[str, str]]) -> dict[str, Any]:
        seed = {} if self.sampling.seed is None else {"seed": self.sampling.seed}
        return seed | {
            "model": self.name,
            "messages": [{"role": role, "content": text} for role, text in messages],
            "max_tokens": self.sampling.most_tokens,
            "temperature": self.sampling.temperature,
        }
