"""Ingest, search and corpus commands on invented law, with words alone (no model)."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from api.house import open_house
from api.settings import read_settings
from cli.main import main

GARDEN = """---
number: 7/2031/QH99
type: Luật
title: Vườn rau
issuer: Quốc hội
issued_on: 2031-02-03
in_force_from: 2020-07-01
---
Điều 1. Người giữ vườn
Mỗi vườn rau có một người giữ vườn.
Điều 2. Việc của người giữ vườn
1. Tưới rau mỗi ngày.
2. Đuổi gà ra khỏi vườn trong 03 giờ.
"""


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the starter corpus, indexed by words alone."""
    folder = tmp_path_factory.mktemp("furnished") / "home"
    house = open_house(read_settings({"HOILUAT_HOME": str(folder), "HOILUAT_EMBEDDING_MODEL": "none"}))
    house.sync()
    return folder


@pytest.fixture
def files(tmp_path: Path, furnished: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOILUAT_EMBEDDING_MODEL", "none")
    shutil.copytree(furnished, home)
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "vuon.md").write_text(GARDEN, encoding="utf-8")
    return folder


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(words)
    out, err = capsys.readouterr()
    return code, out, err


def test_the_first_command_loads_the_starter_corpus_once(
    files: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(home)
    code, out, err = said(capsys, "corpus", "list", "--json")
    documents = {row["id"]: row for row in json.loads(out)}
    assert code == 0
    assert documents["52/2014/QH13"]["origin"] == "digest"
    assert documents["91/2015/QH13"]["origin"] == "snapshot"
    assert "bộ khởi đầu" in err
    assert said(capsys, "corpus", "list", "--json")[2] == ""


def test_ingest_reports_every_file_and_the_second_time_nothing_changes(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (files / "rac.pdf").write_bytes(b"no pdf at all")
    code, out, _ = said(capsys, "ingest", str(files), "--json")
    assert code == 1, "a refused file is code 1"
    outcomes = {Path(row["path"]).name: row["outcome"] for row in json.loads(out)["files"]}
    assert outcomes == {"vuon.md": "added", "rac.pdf": "refused"}
    (files / "rac.pdf").unlink()
    code, out, _ = said(capsys, "ingest", str(files), "--json")
    assert (code, json.loads(out)["counts"]) == (0, {"unchanged": 1})


def test_search_finds_without_diacritics_and_shows_the_stored_words(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["ingest", str(files)])
    capsys.readouterr()
    _, out, _ = said(capsys, "search", "duoi ga ra khoi vuon rau", "--json", "-k", "1")
    (found,) = json.loads(out)["passages"]
    assert found["ref"] == "7/2031/QH99#dieu_2__khoan_2"
    assert found["text"] == "2. Đuổi gà ra khỏi vườn trong 03 giờ."
    _, text, _ = said(capsys, "search", "duoi ga ra khoi vuon rau", "--explain")
    assert "hạng 1" in text


EXPECTED = [
    ("7/2031/QH99#dieu_2__khoan_2", "shown", "được tìm thấy: hạng 1"),
    ("7/2031/QH99#dieu_77", "not_held", "không có trong kho luật"),
]


@pytest.mark.parametrize(("ref", "stage", "told"), EXPECTED)
def test_search_tells_what_became_of_what_was_expected(
    ref: str, stage: str, told: str, files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["ingest", str(files)])
    capsys.readouterr()
    asked = ("search", "đuổi gà ra khỏi vườn rau", "-k", "2", "--expect", ref)
    assert f"{ref} {told}" in said(capsys, *asked)[1]
    explanation = json.loads(said(capsys, *asked, "--json")[1])["explanation"]
    assert (explanation["expected"]["ref"], explanation["expected"]["stage"]) == (ref, stage)
    assert [place["words"] for place in explanation["places"]][:1] == [1]


def test_an_expected_place_that_is_none_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["search", "gà", "--expect", "1/2020/QH99#điều 5"])
    assert ended.value.code == 2
    assert "52/2014/QH13#dieu_56__khoan_1" in capsys.readouterr().err


def test_an_empty_search_says_what_made_it_so(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "không điều nào trùng từ" in said(capsys, "search", "qzx wvy", "--explain")[1]


def test_batch_search_writes_a_trec_run(files: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    main(["ingest", str(files)])
    queries, out = tmp_path / "queries.jsonl", tmp_path / "run.trec"
    queries.write_text('{"_id": "q1", "text": "tưới rau"}\n\n{"_id": "q2", "text": "giữ vườn rau"}\n', encoding="utf-8")
    assert main(["search", "--queries", str(queries), "-k", "3", "--run", str(out)]) == 0
    rows = [line.split() for line in out.read_text(encoding="utf-8").splitlines()]
    assert {row[0] for row in rows} == {"q1", "q2"}
    assert rows[0][1:4] == ["Q0", "7/2031/QH99#dieu_2__khoan_1", "1"]


@pytest.mark.parametrize(
    "words", [["search"], ["search", "--queries", "x"], ["search", "a", "--queries", "x", "--run", "y"]]
)
def test_search_wants_one_way_of_asking(words: list[str], files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, *words)[0] == 2


@pytest.mark.parametrize(
    ("ref", "printed"),
    [
        ("7/2031/QH99#dieu_2__khoan_2", "2. Đuổi gà ra khỏi vườn trong 03 giờ.\n"),
        ("7/2031/QH99", "Điều 2. Việc của người giữ vườn"),
    ],
)
def test_show_prints_the_stored_words(ref: str, printed: str, files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["ingest", str(files)])
    capsys.readouterr()
    code, out, err = said(capsys, "corpus", "show", ref)
    assert code == 0
    assert printed in out
    assert "còn hiệu lực" in err


@pytest.mark.parametrize(
    "words",
    [
        ["corpus", "show", "1/1900/QH1"],
        ["corpus", "show", "52/2014/QH13#dieu_9999"],
        ["corpus", "show", "luật hôn nhân#điều 5"],
        ["corpus", "history", "1/1900/QH1"],
        ["corpus", "remove", "1/1900/QH1"],
    ],
)
def test_what_is_not_there_is_said_with_a_remedy(
    words: list[str], files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said(capsys, *words)
    assert (code, out) == (1, "")
    assert words[2] in err


def test_what_is_exported_comes_back_whole(files: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    main(["ingest", str(files)])
    out = tmp_path / "kho.jsonl"
    assert main(["corpus", "export", str(out)]) == 0
    capsys.readouterr()
    _, before, _ = said(capsys, "corpus", "show", "7/2031/QH99#dieu_1")
    assert main(["corpus", "remove", "7/2031/QH99"]) == 0
    assert main(["corpus", "show", "7/2031/QH99#dieu_1"]) == 1
    assert main(["corpus", "import", str(out)]) == 0
    capsys.readouterr()
    assert said(capsys, "corpus", "show", "7/2031/QH99#dieu_1")[1] == before


def test_a_removed_starter_document_stays_away(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", "remove", "95/2015/QH13"]) == 0
    capsys.readouterr()
    _, out, _ = said(capsys, "corpus", "list", "--json")
    assert "95/2015/QH13" not in {row["id"] for row in json.loads(out)}


def test_an_official_text_takes_the_place_of_the_digest(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    official = GARDEN.replace("7/2031/QH99", "11/2017/QH14").replace("2031-02-03", "2017-06-20")
    (files / "vuon.md").write_text(official, encoding="utf-8")
    main(["ingest", str(files)])
    capsys.readouterr()
    _, out, _ = said(capsys, "corpus", "history", "11/2017/QH14")
    assert [line[0] for line in out.splitlines()] == [" ", "*"]


def test_a_damaged_index_is_built_again(files: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["ingest", str(files)])
    (home / "index" / "manifest.json").write_text("{broken", encoding="utf-8")
    capsys.readouterr()
    code, out, _ = said(capsys, "search", "đuổi gà ra khỏi vườn rau", "-k", "1")
    assert code == 0
    assert "7/2031/QH99" in out


def test_a_damaged_corpus_is_a_sentence_not_a_traceback(
    files: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "corpus.sqlite").write_bytes(b"\x00garbage" * 999)
    code, _, err = said(capsys, "corpus", "list")
    assert code == 1
    assert "hoiluat ingest" in err
    assert "Traceback" not in err


def test_the_measure_of_first_passages_runs_over_the_corpus_as_it_stands(
    files: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    main(["ingest", str(files)])
    suite = tmp_path / "suite.jsonl"
    row = {"id": "a", "question": "Ai đuổi gà ra khỏi vườn rau?", "answerable": True, "tags": ["vuon"]}
    suite.write_text(json.dumps(row | {"gold": ["7/2031/QH99#dieu_2"]}), encoding="utf-8")
    capsys.readouterr()
    code, out, _ = said(capsys, "eval", "passages", str(suite), "--json")
    assert code == 0
    assert json.loads(out)["success"] == {name: {"all": 1.0, "vuon": 1.0} for name in ("diacritics", "no_diacritics")}


@pytest.mark.parametrize("content", ["no json", '{"id": "a"}'])
def test_a_suite_that_cannot_be_read_is_named(
    content: str, files: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    suite = tmp_path / "suite.jsonl"
    suite.write_text(content, encoding="utf-8")
    code, _, err = said(capsys, "eval", "passages", str(suite))
    assert code == 2
    assert "line 1" in err
