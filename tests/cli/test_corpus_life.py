"""History, differences and rollback of a document on the command line."""

from __future__ import annotations

import getpass
import json
from dataclasses import replace
from pathlib import Path

import pytest

from api.house import House
from api.settings import read_settings
from cli.main import main

ID = "7/2031/QH99"
HEAD = f"---\nnumber: {ID}\ntype: Luật\ntitle: Vườn rau\nissued_on: 2031-02-03\nin_force_from: 2020-07-01\n---\n"
FIRST = "Điều 1. Người giữ vườn\nMỗi vườn rau có một người giữ vườn.\nĐiều 2. Đuổi gà\nĐuổi gà trong 03 giờ.\n"
SECOND = FIRST.replace("03 giờ", "05 giờ") + "Điều 3. Mượn luống\nTrả lại luống đã mượn.\n"


@pytest.fixture
def garden(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A corpus with a law of two texts, and the file that it came from."""
    monkeypatch.setattr(House, "furnish", lambda *_, **__: None)  # the starter corpus is not what is asked here
    monkeypatch.setenv("HOILUAT_EMBEDDING_MODEL", "none")
    path = tmp_path / "vuon.md"
    for text in (FIRST, SECOND):
        path.write_text(HEAD + text, encoding="utf-8")
        assert main(["ingest", str(path)]) == 0
    capsys.readouterr()
    return path


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["corpus", *words])
    out, err = capsys.readouterr()
    return code, out, err


def revisions(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(said(capsys, "history", ID, "--json")[1])["revisions"]
    return rows


def test_history_says_which_when_who_and_from_where(garden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = revisions(capsys)
    assert [row["current"] for row in rows] == [False, True]
    assert {row["by"] for row in rows} == {getpass.getuser()}
    assert {row["source"] for row in rows} == {"vuon.md"}
    printed = said(capsys, "history", ID)[1]
    assert all(str(row["sha256"])[:12] in printed for row in rows) and getpass.getuser() in printed


def test_diff_shows_the_words_that_changed(garden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "diff", ID)
    assert code == 0
    assert "KHÁC LỜI  Điều 2" in out and "[-03-] {+05+}" in out
    assert "THÊM  Điều 3" in out and "1 thêm, 1 khác lời" in err
    changes = json.loads(said(capsys, "diff", ID, "--json")[1])["changes"]
    assert [(one["kind"], one["to"]["ref"]) for one in changes] == [
        ("changed", f"{ID}#dieu_2"), ("added", f"{ID}#dieu_3"),
    ]  # fmt: skip


def test_diff_of_two_named_revisions_goes_either_way(garden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = (str(row["sha256"])[:8] for row in revisions(capsys))
    assert "KHÔNG CÒN  Điều 3" in said(capsys, "diff", ID, "--from", new, "--to", old)[1]


def test_diff_of_two_documents(garden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    garden.write_text((HEAD + FIRST).replace(ID, "8/2031/QH99"), encoding="utf-8")
    main(["ingest", str(garden)])
    capsys.readouterr()
    assert "THÊM  Điều 3" in said(capsys, "diff", "8/2031/QH99", ID)[1]


def test_rollback_shows_the_text_before_and_the_index_follows(garden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "rollback", ID)[0] == 0
    assert "03 giờ" in said(capsys, "show", f"{ID}#dieu_2")[1]
    main(["search", "đuổi gà trong mấy giờ", "-k", "1", "--json"])
    assert "03 giờ" in json.loads(capsys.readouterr()[0])["passages"][0]["text"]
    assert "quay lại bản" in said(capsys, "history", ID)[1]


def test_rollback_a_second_time_changes_nothing(garden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = said(capsys, "rollback", ID)[1]
    assert said(capsys, "rollback", ID)[:2] == (0, first), "a command that was stopped is run again"
    assert len(json.loads(said(capsys, "history", ID, "--json")[1])["turns"]) == 1


def test_known_bytes_do_not_undo_a_rollback_and_new_ones_do(garden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "rollback", ID)
    main(["ingest", str(garden)])
    assert "không đổi" in capsys.readouterr()[0]
    assert "03 giờ" in said(capsys, "show", f"{ID}#dieu_2")[1]
    garden.write_text(HEAD + SECOND.replace("05 giờ", "07 giờ"), encoding="utf-8")
    main(["ingest", str(garden)])
    capsys.readouterr()
    assert "07 giờ" in said(capsys, "show", f"{ID}#dieu_2")[1]


def test_undo_leaves_it_to_the_order_of_rank_again(garden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = str(revisions(capsys)[0]["sha256"])
    assert old[:12] in said(capsys, "rollback", ID, old[:6])[1]
    assert said(capsys, "rollback", ID, "--undo")[0] == 0
    assert "05 giờ" in said(capsys, "show", f"{ID}#dieu_2")[1]


@pytest.mark.parametrize("words", [("rollback", "1/1900/QH1"), ("diff", "1/1900/QH1"), ("diff", ID, "1/1900/QH1")])
def test_an_unknown_document_is_named(words: tuple[str, ...], garden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, *words)
    assert (code, out) == (1, "") and "1/1900/QH1" in err and "corpus list" in err


@pytest.mark.parametrize("words", [("rollback", ID, "00000000"), ("diff", ID, "--from", "00000000")])
def test_an_unknown_revision_is_named(words: tuple[str, ...], garden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, *words)
    assert (code, out) == (1, "") and "00000000" in err and "corpus history" in err


def test_where_nothing_came_before_there_is_nothing_to_go_back_to(
    garden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    garden.write_text((HEAD + FIRST).replace(ID, "8/2031/QH99"), encoding="utf-8")
    main(["ingest", str(garden)])
    capsys.readouterr()
    for action in ("rollback", "diff"):
        code, out, err = said(capsys, action, "8/2031/QH99")
        assert (code, out) == (1, "") and "corpus history 8/2031/QH99" in err


@pytest.mark.parametrize("words", [("rollback", ID, "xyz"), ("rollback", ID, "abcd", "--undo"), ("diff",)])
def test_wrong_usage(words: tuple[str, ...], garden: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["corpus", *words])


def test_check_groups_by_document_and_names_the_remedy(garden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "check")
    assert (code, out) == (0, "1 văn bản: không có gì cần xem lại.\n") and "Kiểm tra kho" in err
    garden.write_text(HEAD.replace("issued_on: 2031-02-03\n", "") + FIRST + "Điều 9. Giếng\nNước giếng.\n", "utf-8")
    main(["ingest", str(garden)])
    capsys.readouterr()
    code, out, _ = said(capsys, "check")
    assert code == 0, "nothing of it is an error"
    assert out.splitlines()[0] == f"{ID}  Luật Vườn rau số {ID}"
    assert "thiếu Điều 3 đến 8 trước Điều 9" in out and "TỆP.yaml" in out
    one = json.loads(said(capsys, "check", "--only", "gap", "--json")[1])
    assert [(row["kind"], row["severity"], row["ref"]) for row in one["findings"]] == [
        ("gap", "warning", f"{ID}#dieu_9"),
    ]
    assert one["counts"] == {"error": 0, "warning": 1, "info": 0}


def test_an_error_is_exit_code_one(garden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    house = House(read_settings())
    revision = house.corpus.revision(ID)
    assert revision is not None
    house.corpus.put(replace(revision, provisions=()))
    code, out, _ = said(capsys, "check", "--only", "no_provisions")
    assert code == 1 and "LỖI" in out
    with pytest.raises(SystemExit, match="2"):
        main(["corpus", "check", "--only", "khong-co"])


HALT = f"""---
number: 9/2032/NĐ-CP
type: Nghị định
title: Ngưng hiệu lực một số quy định
issued_on: 2032-02-03
in_force_from: 2032-03-01
---
Điều 1. Ngưng hiệu lực
Tạm ngưng hiệu lực thi hành {{}} số {ID} đến hết ngày 30 tháng 6 năm 2032.
"""


@pytest.mark.parametrize(
    ("halted", "shown"),
    [("Điều 2 của Luật Vườn rau", f"{ID}#dieu_2"), ("Luật Vườn rau", f"{ID}#dieu_2"), ("Luật Vườn rau", ID)],
)
def test_show_says_suspended_on_the_days_on_which_it_is(
    halted: str, shown: str, garden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = garden.with_name("ngung.md")
    path.write_text(HALT.format(halted), encoding="utf-8")
    assert main(["ingest", str(path)]) == 0
    capsys.readouterr()
    days = ("2032-02-29", "2032-03-01", "2032-06-30", "2032-07-01")
    printed = [said(capsys, "show", shown, "--as-of", day)[2] for day in days]
    assert ["tạm ngưng hiệu lực. Áp dụng từ" in text for text in printed] == [False, True, True, False]
    assert "Ngưng hiệu lực một số quy định" in printed[1] and "đến trước ngày 01/07/2032" in printed[1]
