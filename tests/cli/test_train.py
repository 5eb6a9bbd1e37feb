"""`hoiluat train`, over a benchmark's folder of invented law."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from cli.main import main
from retriever.evidence.trained import own, trained
from retriever.evidence.trees import Trees
from retriever.fault import RankerUnreadable

Said = pytest.CaptureFixture[str]
_ROOMS = ("bếp", "vườn", "sân", "kho", "bến", "chợ", "đình", "giếng")


@pytest.fixture
def bench(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A town whose rule for each place names it in the heading; each is asked for by its heading."""
    monkeypatch.setenv("HOILUAT_EMBEDDING_MODEL", "none")
    folder = tmp_path / "bench"
    folder.mkdir()
    with gzip.open(folder / "corpus.jsonl.gz", "wt", encoding="utf-8") as out:
        for number, room in enumerate(_ROOMS, 1):
            title = f"Điều {number}. Giờ mở cửa {room} — Quy chế thị trấn"
            row = {"_id": f"1/2020/QH99#dieu_{number}", "title": title, "text": f"Mở cửa lúc {number} giờ sáng."}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    rows = [
        {"question": f"{room} mở cửa mấy giờ", "gold": [f"1/2020/QH99#dieu_{number}"]}
        for number, room in enumerate(_ROOMS, 1)
    ]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    (folder / "asked.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_trees_are_written_and_can_be_ranked_with(bench: Path, capsys: Said) -> None:
    out = bench / "mine.npz"
    asked = str(bench / "asked.jsonl")
    assert main(["train", asked, "--only", "--words", "--bench", str(bench), "--out", str(out)]) == 0
    said = capsys.readouterr()
    assert "Học từ 8 trên 8 câu" in said.err
    grown = Trees.load(out)
    assert f"{len(grown.feature)} cây" in said.out
    features = {name: np.zeros(3, np.float32) for name in grown.names}
    np.testing.assert_array_equal(own(out)(features), grown.score(features))


def test_bundled_trees_step_in_where_a_feature_is_missing(bench: Path) -> None:
    out = bench / "mine.npz"
    places, numbers = np.zeros((1, 1), np.int32), np.zeros((1, 1), np.float64)
    Trees(("meaning_range",), places, numbers, places, places, numbers, 0).save(out)
    words = {name: np.linspace(0, 1, 3, dtype=np.float32) for name in trained_names()}
    np.testing.assert_array_equal(own(out)(words), trained(words))


def trained_names() -> tuple[str, ...]:
    """The features of the bundled trees for words."""
    from retriever.evidence.trained import trees

    return trees("words").names


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--only"], 2, "--only"),
        (["none.jsonl"], 1, "Không có none.jsonl. Hãy kiểm tra lại đường dẫn."),
        (["{elsewhere}", "--only"], 1, "gold"),
    ],
)
def test_what_cannot_be_learned_from_is_told(
    bench: Path, capsys: Said, arguments: list[str], code: int, said: str
) -> None:
    elsewhere = bench / "elsewhere.jsonl"
    elsewhere.write_text('{"question": "chợ ở đâu", "gold": ["9/2000/QH99#dieu_1"]}', encoding="utf-8")
    words = [one.format(elsewhere=elsewhere) for one in arguments]
    out = bench / "mine.npz"
    assert main(["train", *words, "--words", "--bench", str(bench), "--out", str(out)]) == code
    assert said in capsys.readouterr().err
    assert not out.exists()


def test_a_file_that_is_no_ranking_is_told(bench: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    bad = bench / "bad.npz"
    bad.write_bytes(b"no trees")
    with pytest.raises(RankerUnreadable, match="HOILUAT_RANKER"):
        own(bad)
    monkeypatch.setenv("HOILUAT_RANKER", str(bad))
    assert main(["search", "mở cửa mấy giờ"]) == 1
    assert "HOILUAT_RANKER" in capsys.readouterr().err
