"""Everything works with the cable pulled: the model that is shipped, both indexes, the page, the service."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from api.house import House
from api.settings import read_settings
from retriever.embedding_choice import embedder_for
from tests.cli.test_corpus_commands import GARDEN


def test_a_whole_day_without_a_network(cable_pulled: tuple[str, ...], home: Path, tmp_path: Path) -> None:
    house = House(read_settings())
    embedder_for(None, house.cache)  # unpacked once for all homes, from what is installed
    law = tmp_path / "vuon.md"
    law.write_text(GARDEN, encoding="utf-8")
    day = Path(__file__).with_name("offline_day.py")
    environment = os.environ | {"HOILUAT_CACHE": str(house.cache)}
    done = subprocess.run(
        [*cable_pulled, sys.executable, str(day), str(law)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["ingest"]["counts"] == {"added": 1}
    assert told["search"]["passages"][0]["ref"] == "7/2031/QH99#dieu_2__khoan_2"
    for answer in (told["ask"], told["serve"]):
        assert answer["status"] == "answered"
        assert any(citation["ref"].startswith("52/2014/QH13#dieu_56") for citation in answer["citations"])
    assert told["serve"]["page"].lower().startswith("<!doctype html")
