"""`hoiluat model`: prepare the embedding model now, so that nobody waits for it later."""

from __future__ import annotations

import argparse
import sys

from api.house import House
from api.settings import read_settings
from retriever.embedding_choice import embedder_for


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are none: the setting HOILUAT_EMBEDDING_MODEL says which model."""


def run(args: argparse.Namespace) -> int:
    """Prepare the model of the settings, once for all homes, and say what it is."""
    house = House(read_settings())
    settings = house.settings
    embedder = embedder_for(
        settings.embedding_model or None,
        house.cache,
        settings.embedding_api_key or None,
        lambda text: print(text, file=sys.stderr),
    )
    if embedder is None:
        print("HOILUAT_EMBEDDING_MODEL=none: chỉ tìm theo từ, không dùng mô hình nhúng.")
        return 0
    length = len(embedder.embed_query("thử"))
    print(f"Mô hình nhúng đã sẵn sàng: {embedder.fingerprint} ({length} chiều), bộ đệm {house.cache}")
    return 0
