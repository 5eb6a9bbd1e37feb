"""The ranking and the model behind LangChain's own classes."""

from datetime import date

import numpy as np
import pytest
from langchain_core.documents import Document
from langchain_core.runnables import RunnableLambda

from retriever.hashing_embedder import HashingEmbedder
from retriever.index import memory_index
from retriever.langchain_bridge import LawEmbeddings, LawRetriever
from retriever.retriever import Retriever
from tests.retriever.law import library

CORPUS = library()


def ids(found: list[Document]) -> list[str | None]:
    return [one.id for one in found]


@pytest.fixture(scope="module")
def searcher() -> Retriever:
    index = memory_index(HashingEmbedder(256))
    index.sync(CORPUS)
    return Retriever(CORPUS, index)


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2026, 11, 23)])
def test_a_chain_gets_the_ranking_of_the_day(searcher: Retriever, day: date) -> None:
    chain = LawRetriever(searcher=searcher, k=2, as_of=day) | RunnableLambda(ids)
    ranked = searcher.search("đất bỏ hoang bị thu hồi", 2, day)
    assert ranked
    assert chain.invoke("đất bỏ hoang bị thu hồi") == [str(one.passage.ref) for one in ranked]


def test_a_document_can_be_cited(searcher: Retriever) -> None:
    for one in LawRetriever(searcher=searcher, as_of=date(2026, 11, 23)).invoke("ly hôn"):
        told = one.metadata
        revision = CORPUS.revision(told["ref"].partition("#")[0], told["source_sha256"])
        assert revision is not None
        assert revision.text[told["start"] : told["end"]] == one.page_content


def test_embeddings_are_those_of_the_index() -> None:
    embedder = HashingEmbedder(32)
    embeddings = LawEmbeddings(embedder)
    assert np.allclose(embeddings.embed_documents(["ly hôn", "đất"]), embedder.embed_passages(["ly hôn", "đất"]))
    assert np.allclose(embeddings.embed_query("ly hôn"), embedder.embed_query("ly hôn"))
    assert embeddings.embed_documents([]) == []
