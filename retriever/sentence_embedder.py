"""Any sentence-transformers model, from a folder or by its hub name."""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from retriever.e5_weights import FINGERPRINT
from retriever.embedder import Vector, Vectors, unit
from retriever.fault import ModelMissing
from retriever.light_encoder import LightEncoder, can_read
from retriever.tokens import segmented

_BATCH = 16
_FEW = 24
"""Up to so many passages are done before PyTorch would be loaded."""
_E5_PROMPTS = {"query": "query: ", "document": "passage: "}
"""What every e5 model was trained with; some of its folders do not say so."""


class SentenceEmbedder:
    """Many passages go through PyTorch, in half precision where the processor has it; questions and a few in numpy."""

    def __init__(self, model: str | Path) -> None:
        self.model = str(model)
        self._folder = Path(model) if Path(model).is_dir() else None
        if self._folder is None and (self.model.startswith((".", "/", "~")) or self.model.count("/") > 1):
            raise ModelMissing(
                f"Không có thư mục mô hình nhúng {self.model}. Hãy sửa HOILUAT_EMBEDDING_MODEL thành thư mục "
                "của một mô hình sentence-transformers, hoặc bỏ trống để dùng mô hình đi kèm."
            )

    @cached_property
    def fingerprint(self) -> str:
        """Name and content of a folder; the bare name of a hub model."""
        if self._folder is None:
            return f"hub:{self.model}"
        return _fingerprint_of(self._folder)

    @cached_property
    def dimension(self) -> int:
        """Length of a vector."""
        if self._folder is not None and (self._folder / "config.json").is_file() and can_read(self._folder):
            config = json.loads((self._folder / "config.json").read_text(encoding="utf-8"))
            return int(config["hidden_size"])
        return int(self._torch.get_embedding_dimension())

    def embed_query(self, text: str) -> Vector:
        """The vector of a question; text is brought to NFC, which these models were trained on."""
        text = unicodedata.normalize("NFC", text)
        if self._light is not None:
            return self._light.encode(self._prompts.get("query", "") + text)
        vector: Vector = self._encode([text], "query")[0]
        return vector

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """The vectors of passages, in order; what a text has beyond the model's limit is not seen."""
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        texts = [unicodedata.normalize("NFC", text) for text in texts]
        if len(texts) <= _FEW and "_torch" not in self.__dict__ and self._light is not None:
            return np.stack([self._light.encode(self._prompts.get("document", "") + text) for text in texts])
        return self._encode(texts, "document")

    def _encode(self, texts: list[str], kind: str) -> Vectors:
        if self._wants_words:
            texts = [segmented(text) for text in texts]
        prompt = self._prompts.get(kind, "")
        found = self._torch.encode(
            texts, prompt=prompt or None, batch_size=_BATCH, show_progress_bar=False, convert_to_tensor=True
        )
        return unit(found.float().numpy())

    @cached_property
    def _wants_words(self) -> bool:
        """Whether the model was trained on segmented Vietnamese."""
        return type(self._torch.tokenizer).__name__.lower().startswith("phobert")

    @cached_property
    def _light(self) -> LightEncoder | None:
        if self._folder is None or not can_read(self._folder):
            return None
        try:
            return LightEncoder(self._folder)
        except (KeyError, ValueError):  # an unusual number type or layout: PyTorch reads it
            return None

    @cached_property
    def _prompts(self) -> dict[str, str]:
        if self._folder is not None:
            path = self._folder / "config_sentence_transformers.json"
            said = json.loads(path.read_text(encoding="utf-8")).get("prompts", {}) if path.is_file() else {}
        else:
            said = dict(self._torch.prompts)
        said = {"document": said.get("passage", ""), **said}
        unsaid = not any(said.get(kind) for kind in _E5_PROMPTS)
        return _E5_PROMPTS if unsaid and "e5" in Path(self.model).name.lower() else said

    @cached_property
    def _torch(self) -> Any:
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        if self._folder is not None:
            os.environ.setdefault("HF_HUB_OFFLINE", "1")
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        half = {"torch_dtype": torch.bfloat16} if _half_is_quick() else {}
        try:
            return SentenceTransformer(
                self.model, device="cpu", local_files_only=self._folder is not None, model_kwargs=half
            )
        except (OSError, ValueError) as error:
            raise ModelMissing(
                f"Không mở được mô hình nhúng {self.model}: {error}. Hãy kiểm tra HOILUAT_EMBEDDING_MODEL "
                "và mạng, hoặc bỏ trống để dùng mô hình đi kèm."
            ) from error


def _half_is_quick() -> bool:
    """Whether this processor multiplies bfloat16 by itself (measured: 1.7 times as fast as float32)."""
    try:
        flags = Path("/proc/cpuinfo").read_text(encoding="ascii", errors="ignore")
    except OSError:
        return False
    return "avx512_bf16" in flags or "amx_bf16" in flags


def _fingerprint_of(folder: Path) -> str:
    digest = hashlib.sha256()
    if (folder / FINGERPRINT).is_file():  # unpacked by us: the same on every machine
        digest.update((folder / FINGERPRINT).read_bytes())
        return f"{folder.name}:{digest.hexdigest()[:16]}"
    for name in ("config.json", "modules.json", "config_sentence_transformers.json"):
        path = folder / name
        digest.update(path.read_bytes() if path.is_file() else b"-")
    for path in sorted(folder.glob("*.safetensors")):
        with path.open("rb") as file:
            digest.update(f"{path.name} {path.stat().st_size}".encode() + file.read(1 << 20))
            file.seek(-min(path.stat().st_size, 1 << 20), os.SEEK_END)
            digest.update(file.read())
    return f"{folder.name}:{digest.hexdigest()[:16]}"
