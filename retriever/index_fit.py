"""Whether an index belongs to a corpus and a model; why not, and what mends it."""

from __future__ import annotations

from retriever.manifest import SCHEMA, Manifest

REMEDY = "Hãy chạy `hoiluat corpus reindex` để dựng lại (không nhúng lại những gì đã nhúng)."


def misfit(manifest: Manifest | None, model: str | None, corpus_version: str) -> str:
    """One sentence and the remedy; empty where it fits. Without a model any index will do."""
    if manifest is None:
        return f"Chưa có chỉ mục tìm kiếm. {REMEDY}"
    if manifest.schema != SCHEMA:
        return f"Chỉ mục thuộc bản {manifest.schema}, chương trình cần bản {SCHEMA}. {REMEDY}"
    if model is not None and manifest.model != model:
        return f"Chỉ mục được dựng bằng mô hình {manifest.model or '(không có)'}, nay đặt {model}. {REMEDY}"
    if manifest.corpus_version != corpus_version:
        return (
            f"Kho luật đã đổi (bản {corpus_version[:8]}) sau khi dựng chỉ mục "
            f"(bản {manifest.corpus_version[:8]}). {REMEDY}"
        )
    return ""
