"""HỏiLuật in a chain of LangChain: its ranking as a `BaseRetriever`, its model as `Embeddings`.

Imported only by who wants it: langchain-core takes a second to load. What a document carries is enough to cite it: the
span and the hash of the stored text (docs/architecture.md).
"""

from __future__ import annotations

from datetime import date

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.retrievers import BaseRetriever

from retriever.embedder import Embedder
from retriever.retriever import Ranked, Retriever


class LawRetriever(BaseRetriever):
    """The best `k` passages of the law of a day (today in Việt Nam by default)."""

    searcher: Retriever
    k: int = 8
    as_of: date | None = None

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        return [document_of(one) for one in self.searcher.search(query, self.k, self.as_of)]


class LawEmbeddings(Embeddings):
    """The embedding model that the index uses; vectors have unit length."""

    def __init__(self, embedder: Embedder) -> None:
        """Wrap an embedder."""
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """A vector per text, read as passages."""
        return [[float(number) for number in row] for row in self._embedder.embed_passages(texts)] if texts else []

    def embed_query(self, text: str) -> list[float]:
        """The vector of a text, read as a question."""
        return [float(number) for number in self._embedder.embed_query(text)]


def document_of(one: Ranked) -> Document:
    """A passage as LangChain passes it on: the stored text, with what a citation needs."""
    passage = one.passage
    return Document(
        id=str(passage.ref),
        page_content=passage.text,
        metadata={
            "ref": str(passage.ref),
            "label": passage.label,
            "context": passage.context,
            "origin": passage.document.origin.value,
            "start": passage.span.start,
            "end": passage.span.end,
            "source_sha256": passage.sha256,
            "score": one.score,
        },
    )
