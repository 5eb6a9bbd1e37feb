"""A chat model that says what it was told to: for tests and for trying the page without a model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from api.seams import ChatFailed


class ScriptedChat:
    """Replies with each script in turn, the last one again and again; None fails."""

    def __init__(self, *replies: str | None, name: str = "scripted") -> None:
        self.name = name
        self.heard: list[Sequence[tuple[str, str]]] = []
        self._replies = list(replies)

    def complete(self, messages: Sequence[tuple[str, str]]) -> str:
        """The next reply; raise `ChatFailed` where the script says None."""
        self.heard.append(messages)
        reply = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        if reply is None:
            raise ChatFailed("scripted failure")
        return reply

    def stream(self, messages: Sequence[tuple[str, str]]) -> Iterator[str]:
        """The next reply, word by word."""
        for word in self.complete(messages).split(" "):
            yield word + " "
