"""Words and manifest are one state, whatever a writer does meanwhile."""

from pathlib import Path

import pytest

from retriever.corpus_words import CorpusWords
from retriever.fault import IndexCorrupt
from retriever.index_record import Record
from retriever.manifest import Manifest
from retriever.unit import Unit


def words(text: str) -> CorpusWords:
    return CorpusWords().grown({"a": [Unit("a#1", "a#1", "a", "Điều 1", text)]}, {"a"})


def write(record: Record, text: str) -> None:
    name, files = record.write_words(words(text))
    record.write(Manifest(corpus_version=text, words=name, files=files))


def read(record: Record) -> tuple[str, str]:
    assert record.manifest is not None
    return record.manifest.corpus_version, record.words.table.vocabulary[-1]


def opened(folder: Path) -> Record:
    record = Record(folder)
    record.refresh()
    return record


def test_a_reader_that_starts_in_the_midst_reads_one_state(tmp_path: Path) -> None:
    writer = Record(tmp_path)
    write(writer, "nhà")
    name, files = writer.write_words(words("vườn"))
    assert read(opened(tmp_path)) == ("nhà", "nhà"), "new words lie there, but no manifest names them yet"
    writer.write(Manifest(corpus_version="vườn", words=name, files=files))
    assert read(opened(tmp_path)) == ("vườn", "vườn"), "the old words are not removed yet"
    writer.prune()
    assert read(opened(tmp_path)) == ("vườn", "vườn")
    assert [path.name for path in tmp_path.glob("words*")] == [name]


@pytest.mark.parametrize(("times", "last"), [(1, "vườn"), (3, "sân")])
def test_a_writer_quicker_than_the_reader_is_noticed(
    times: int, last: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the manifest and the words that it names, all is replaced and the old removed."""
    writer, load = Record(tmp_path), CorpusWords.load
    write(writer, "nhà")
    left = ["vườn", "ao", "sân"][:times]

    def late(folder: Path) -> CorpusWords:
        if left:
            write(writer, left.pop(0))
            writer.prune()
        return load(folder)

    monkeypatch.setattr(CorpusWords, "load", late)
    assert read(opened(tmp_path)) == (last, last)


def test_a_state_that_was_never_finished_is_not_read_and_goes(tmp_path: Path) -> None:
    writer = Record(tmp_path)
    write(writer, "nhà")
    writer.write_words(words("vườn"))
    later = opened(tmp_path)
    write(later, "ao")
    later.prune()
    assert read(opened(tmp_path)) == ("ao", "ao")
    assert len(list(tmp_path.glob("words*"))) == 1


def test_words_beside_the_manifest_as_they_once_lay(tmp_path: Path) -> None:
    words("nhà").save(tmp_path)
    Manifest(corpus_version="nhà").write(tmp_path / "manifest.json")
    record = opened(tmp_path)
    assert read(record) == ("nhà", "nhà")
    write(record, "vườn")
    record.prune()
    assert read(opened(tmp_path)) == ("vườn", "vườn")
    assert not (tmp_path / "words").exists()


def test_words_that_nobody_replaced_and_cannot_be_read_are_told(tmp_path: Path) -> None:
    writer = Record(tmp_path)
    write(writer, "nhà")
    (tmp_path / "words.1" / "words" / "names.json").write_text("{")
    with pytest.raises(IndexCorrupt, match="hoiluat corpus reindex"):
        opened(tmp_path)
