"""A BERT encoder in numpy for single questions: ready in a second, where PyTorch needs ten and a gigabyte.

The network is Devlin et al. 2019 (arXiv:1810.04805): post-norm layers, exact GELU, mean pooling, unit length.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from retriever.embedder import Vector, unit
from retriever.weights_file import WeightsFile

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Linear:
    weight: Floats
    bias: Floats

    def __call__(self, x: Floats) -> Floats:
        product: Floats = x @ self.weight + self.bias
        return product


@dataclass(frozen=True, slots=True)
class _Norm:
    weight: Floats
    bias: Floats
    epsilon: float

    def __call__(self, x: Floats) -> Floats:
        centred = x - x.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + self.epsilon)
        normed: Floats = centred / spread * self.weight + self.bias
        return normed


@dataclass(frozen=True, slots=True)
class _Layer:
    mix: _Linear  # queries, keys and values side by side
    attended: _Linear
    attention_norm: _Norm
    widen: _Linear
    narrow: _Linear
    output_norm: _Norm
    heads: int

    def __call__(self, x: Floats) -> Floats:
        x = self.attention_norm(x + self.attended(self._attend(x)))
        return self.output_norm(x + self.narrow(gelu(self.widen(x))))

    def _attend(self, x: Floats) -> Floats:
        length, hidden = x.shape
        mixed = self.mix(x).reshape(length, 3, self.heads, hidden // self.heads).transpose(1, 2, 0, 3)
        queries, keys, values = mixed
        scores = queries @ keys.transpose(0, 2, 1) / np.float32(math.sqrt(hidden // self.heads))
        weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
        weights /= weights.sum(axis=-1, keepdims=True)
        found: Floats = (weights @ values).transpose(1, 0, 2).reshape(length, hidden)
        return found


def gelu(x: Floats) -> Floats:
    """x·Φ(x) with the error function to 1.5e-7 (Abramowitz and Stegun 1964, formula 7.1.26)."""
    z = np.abs(x) * np.float32(math.sqrt(0.5))
    t = 1.0 / (1.0 + np.float32(0.3275911) * z)
    poly = ((((1.061405429 * t - 1.453152027) * t) + 1.421413741) * t - 0.284496736) * t + 0.254829592
    erf = np.sign(x) * (1.0 - poly * t * np.exp(-z * z))
    result: Floats = (0.5 * x * (1.0 + erf)).astype(np.float32)
    return result


def can_read(folder: Path) -> bool:
    """Whether a sentence-transformers folder holds a BERT with mean pooling and unit length, stored plainly."""
    try:
        config = _read(folder / "config.json")
        modules = [str(module["type"]).rsplit(".", 1)[-1] for module in _read(folder / "modules.json")]
        pooling = _read(folder / "1_Pooling" / "config.json")
    except (OSError, ValueError, KeyError, TypeError):
        return False
    mean = pooling.get("pooling_mode_mean_tokens") or pooling.get("pooling_mode") == "mean"
    plain = config.get("model_type") == "bert" and config.get("hidden_act") == "gelu"
    whole = all((folder / name).is_file() for name in ("model.safetensors", "tokenizer.json"))
    return bool(plain and mean and whole and modules == ["Transformer", "Pooling", "Normalize"])


class LightEncoder:
    """Embeds one text at a time from a folder that `can_read` accepts."""

    def __init__(self, folder: Path) -> None:
        from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]
        from tokenizers import Tokenizer

        self._threads = ThreadpoolController()
        config = _read(folder / "config.json")
        self._weights = WeightsFile(folder / "model.safetensors")
        self._words = self._weights.tensor("embeddings.word_embeddings.weight")
        self._places = self._weights.floats("embeddings.position_embeddings.weight")
        self._places = self._places + self._weights.floats("embeddings.token_type_embeddings.weight")[0]
        self._epsilon = float(config["layer_norm_eps"])
        self._first_norm = self._norm("embeddings.LayerNorm")
        heads = int(config["num_attention_heads"])
        self._layers = [self._layer(number, heads) for number in range(int(config["num_hidden_layers"]))]
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(int(config["max_position_embeddings"]))

    def encode(self, text: str) -> Vector:
        """The vector of one text, prompt included by the caller."""
        numbers = self._tokenizer.encode(text).ids
        x = self._words[numbers].astype(np.float32) + self._places[: len(numbers)]
        # One thread: on a busy machine several wait for each other many times longer than they compute.
        with self._threads.limit(limits=1, user_api="blas"):
            x = self._first_norm(x)
            for layer in self._layers:
                x = layer(x)
            return unit(x.mean(axis=0))

    def _layer(self, number: int, heads: int) -> _Layer:
        at = f"encoder.layer.{number}."
        parts = [self._linear(f"{at}attention.self.{name}") for name in ("query", "key", "value")]
        mix = _Linear(np.hstack([p.weight for p in parts]), np.hstack([p.bias for p in parts]))
        return _Layer(
            mix,
            self._linear(at + "attention.output.dense"),
            self._norm(at + "attention.output.LayerNorm"),
            self._linear(at + "intermediate.dense"),
            self._linear(at + "output.dense"),
            self._norm(at + "output.LayerNorm"),
            heads,
        )

    def _linear(self, name: str) -> _Linear:
        weight = np.ascontiguousarray(self._weights.floats(name + ".weight").T)
        return _Linear(weight, self._weights.floats(name + ".bias"))

    def _norm(self, name: str) -> _Norm:
        weight, bias = self._weights.floats(name + ".weight"), self._weights.floats(name + ".bias")
        return _Norm(weight, bias, self._epsilon)


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
