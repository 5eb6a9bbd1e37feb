"""Commands that are stopped in the middle, at a named step: the next one goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.house import House
from api.settings import read_settings
from retriever import e5_weights
from tests.reliability.garden_laws import ASKED, hoiluat, write_laws

STEPS = {
    "before the index is touched": ("retriever.index_writer", "IndexWriter.announce"),
    "after a document's vectors": ("retriever.tantivy_index", "TantivyIndex.add"),
    "before the words are durable": ("retriever.tantivy_index", "TantivyIndex.commit"),
    "before the manifest": ("retriever.stores", "DiskStores.files"),
}
ENDS = {"Ctrl-C": "os.kill(os.getpid(), signal.SIGINT); time.sleep(5)", "killed": "os._exit(9)"}


def stopped_at(module: str, name: str, end: str) -> str:
    """Python that makes a step end the process."""
    kind, _, method = name.partition(".")
    return (
        f"import os, signal, time\nfrom {module} import {kind}\n"
        f"def stop(*_, **__):\n    {ENDS[end]}\nif __name__ == '__main__': {kind}.{method} = stop"
    )


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("step", STEPS)
def test_ingest_goes_on_where_it_was_stopped(step: str, end: str, filled: Path, tmp_path: Path) -> None:
    laws = write_laws(tmp_path / "laws", 3)
    done = hoiluat("ingest", str(laws), prefix=stopped_at(*STEPS[step], end))
    assert "Traceback" not in done.stderr
    assert done.returncode == (9 if end == "killed" else 130)
    assert end == "killed" or "Đã dừng theo yêu cầu" in done.stderr
    house = House(read_settings())
    assert not house.index.is_current(house.corpus)
    reports = house.take([laws])
    house.index.check(house.corpus)
    assert {report.document for report in reports} == {f"{n}/2031/QH99" for n in (1, 2, 3)}
    found = house.searcher.search("vườn 3 lần 1", 12)
    assert len(found) == 12 and all(one.why.dense_rank and one.why.lexical_rank for one in found)


def test_a_stop_in_the_middle_is_not_forgotten_when_the_corpus_goes_back(filled: Path, tmp_path: Path) -> None:
    """The corpus is again what the index was built for, but vectors have been written since."""
    laws = write_laws(tmp_path / "laws", 3)
    hoiluat("ingest", str(laws), prefix=stopped_at("retriever.tantivy_index", "TantivyIndex.add", "killed"))
    house = House(read_settings())
    assert house.corpus.remove("3/2031/QH99")
    assert not house.index.is_current(house.corpus)
    house.sync()
    vectors = house.index.ranker().vectors
    manifest = house.index.manifest
    assert vectors is not None and manifest is not None and vectors.count() == manifest.articles


ROLLBACK_STEPS = STEPS | {
    "before the corpus is written": ("corpus.sqlite_shelves", "SqliteShelves.save"),
    "in the middle of the corpus": ("corpus.sqlite_shelves", "SqliteShelves.save_turns"),
}


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("step", ROLLBACK_STEPS)
def test_a_rollback_that_was_stopped_is_whole_when_it_is_run_again(
    step: str, end: str, filled: Path, tmp_path: Path
) -> None:
    laws = write_laws(tmp_path / "laws", 2)
    path = laws / "vuon-2.md"
    path.write_text(path.read_text(encoding="utf-8").replace("tưới rau", "tưới hoa"), encoding="utf-8")
    House(read_settings()).take([laws])
    done = hoiluat("corpus", "rollback", "2/2031/QH99", prefix=stopped_at(*ROLLBACK_STEPS[step], end))
    assert (done.returncode, "Traceback" in done.stderr) == (9 if end == "killed" else 130, False), done.stderr
    again = hoiluat("corpus", "rollback", "2/2031/QH99")
    assert again.returncode == 0, again.stderr
    house = House(read_settings())
    house.index.check(house.corpus)
    assert house.index.is_current(house.corpus)
    assert len(house.corpus.turns("2/2031/QH99")) == 1
    assert "tưới rau" in house.searcher.search(ASKED, 1)[0].passage.text


def test_ctrl_c_while_the_command_is_loaded_is_no_traceback(filled: Path) -> None:
    done = hoiluat("corpus", "list", prefix=_INTERRUPTED_IMPORT)
    assert (done.returncode, "Traceback" in done.stderr) == (130, False), done.stderr


_INTERRUPTED_IMPORT = """import importlib
def stop(name): raise KeyboardInterrupt
importlib.import_module = stop"""


def test_ctrl_c_reaches_all_processes_and_one_speaks(filled: Path, tmp_path: Path) -> None:
    """Twelve files are read by several processes; Ctrl-C on a terminal reaches all of them."""
    laws = write_laws(tmp_path / "laws", 12)
    end = "from api.ledger import Ledger\ndef stop(*_): os.killpg(0, signal.SIGINT); time.sleep(5)"
    prefix = f"import os, signal, time\n{end}\nif __name__ == '__main__':\n    os.setpgrp(); Ledger.note = stop"
    done = hoiluat("ingest", str(laws), prefix=prefix)
    assert (done.returncode, "Traceback" in done.stderr) == (130, False), done.stderr


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json", "fingerprint.json"])
def test_a_model_cut_off_is_not_taken_for_a_whole_one(name: str, tmp_path: Path) -> None:
    header = json.dumps({"a": {"dtype": "F16", "shape": [2], "data_offsets": [0, 4]}}).encode()
    (tmp_path / "model.safetensors").write_bytes(len(header).to_bytes(8, "little") + header + b"1234")
    for other in ("tokenizer.json", "config.json", "modules.json", "fingerprint.json"):
        (tmp_path / other).write_text("{}", encoding="utf-8")
    assert e5_weights.is_prepared(tmp_path)
    path = tmp_path / name
    path.write_bytes(path.read_bytes()[:-1] if name == "model.safetensors" else b"")
    assert not e5_weights.is_prepared(tmp_path)


def test_searching_goes_on_while_another_process_writes(filled: Path) -> None:
    from retriever.write_lock import write_lock

    house = House(read_settings())
    house.corpus.remove("1/2031/QH99")
    with write_lock(filled / "index" / "lock"):
        house.sync(wait=False)
        assert str(house.searcher.search(ASKED, 1)[0].passage.ref).startswith("2/2031/QH99#")
    house.sync()
    house.index.check(house.corpus)
