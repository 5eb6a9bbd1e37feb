"""Which embedding model the setting HOILUAT_EMBEDDING_MODEL means."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from retriever.embedder import Embedder

NONE = "none"
SERVER_PREFIX = "openai:"


def embedder_for(
    setting: str | None, cache: Path, api_key: str | None = None, tell: Callable[[str], None] = lambda _: None
) -> Embedder | None:
    """The model of a setting; None for `none`. Raise `ModelMissing` where there is no such model.

    Unset: the bundled e5, unpacked below `cache` on first use. A folder or hub name: sentence-transformers.
    `openai:<model>@<base_url>`: a server that speaks OpenAI's embeddings. `hashing`: the twin, for tests and dry runs.
    """
    if setting == NONE:
        return None
    if setting == "hashing":
        from retriever.hashing_embedder import HashingEmbedder

        return HashingEmbedder()
    if setting and setting.startswith(SERVER_PREFIX):
        from retriever.server_embedder import ServerEmbedder

        return ServerEmbedder.parse(setting.removeprefix(SERVER_PREFIX), api_key)
    from retriever.e5_weights import prepared_model
    from retriever.sentence_embedder import SentenceEmbedder

    return SentenceEmbedder(setting or prepared_model(cache, tell))
