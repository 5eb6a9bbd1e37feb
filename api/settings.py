"""The settings: one reader of the environment and of `hoiluat.toml`, and one table that explains them."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FILE = Path("hoiluat.toml")


class InvalidSetting(ValueError):
    """A setting that cannot be used; the message (Vietnamese) has the name, the value and the remedy."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table: the name in the environment, the default, and what it means."""

    name: str
    default: str
    meaning: str
    secret: bool = False

    @property
    def key(self) -> str:
        """The name in `hoiluat.toml`: `embedding_model` for `HOILUAT_EMBEDDING_MODEL`."""
        return self.name.removeprefix("HOILUAT_").lower()


TABLE = (
    Setting("HOILUAT_HOME", "./.hoiluat", "thư mục chứa kho văn bản và chỉ mục"),
    Setting(
        "HOILUAT_CACHE", "", "thư mục chứa mô hình đã chuẩn bị, dùng chung cho mọi kho (để trống: bộ đệm người dùng)"
    ),
    Setting(
        "HOILUAT_EMBEDDING_MODEL",
        "",
        "mô hình nhúng: để trống là mô hình kèm theo; hoặc đường dẫn hay tên một mô hình sentence-transformers; "
        "hoặc openai:TÊN@ĐỊA_CHỈ cho máy chủ nhúng; hoặc none để chỉ tìm theo từ",
    ),
    Setting("HOILUAT_EMBEDDING_API_KEY", "", "khóa của máy chủ nhúng, nếu máy chủ đòi", secret=True),
    Setting("HOILUAT_RANKER", "", "tệp .npz mà `hoiluat train` đã ghi; để trống: cách xếp hạng đi kèm"),
    Setting("HOILUAT_CHROMA_URL", "", "địa chỉ máy chủ Chroma (để trống: Chroma chạy ngay trong chương trình)"),
    Setting(
        "HOILUAT_LLM_BASE_URL",
        "",
        "địa chỉ máy chủ ngôn ngữ kiểu OpenAI, ví dụ http://127.0.0.1:8080/v1 (để trống: trích nguyên văn)",
    ),
    Setting("HOILUAT_LLM_MODEL", "", "tên mô hình trên máy chủ ngôn ngữ"),
    Setting("HOILUAT_LLM_API_KEY", "", "khóa của máy chủ ngôn ngữ, nếu máy chủ đòi", secret=True),
    Setting("HOILUAT_API_KEY", "", "khóa gửi kèm khi đo một dịch vụ khác (`hoiluat eval … --target`)", secret=True),
    Setting(
        "HOILUAT_JUDGE_BASE_URL",
        "",
        "địa chỉ máy chủ kiểu OpenAI của mô hình chấm điểm câu trả lời, chỉ dùng cho `hoiluat eval grade`",
    ),
    Setting("HOILUAT_JUDGE_MODEL", "", "tên đúng của mô hình chấm điểm, kèm phiên bản nếu có"),
    Setting("HOILUAT_JUDGE_API_KEY", "", "khóa của máy chủ chấm điểm, nếu máy chủ đòi", secret=True),
    Setting("HOILUAT_CORS_ORIGINS", "", "các trang web được gọi dịch vụ từ trình duyệt, cách nhau bằng dấu phẩy"),
    Setting(
        "HOILUAT_RATE_LIMIT",
        "30/minute",
        "số câu hỏi mỗi địa chỉ được gửi: như 30/minute, 5/second, 500/hour; off để tắt",
    ),
)

_PAIRS = (("HOILUAT_LLM_BASE_URL", "HOILUAT_LLM_MODEL"), ("HOILUAT_JUDGE_BASE_URL", "HOILUAT_JUDGE_MODEL"))
"""A server without a model's name, or a name without a server, is half a setting."""
_LIMIT = re.compile(r"(\d+)/(second|minute|hour|day)")
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}


@dataclass(frozen=True, slots=True)
class RateLimit:
    """At most `count` requests in `seconds`."""

    count: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Settings:
    """What was set, read once at start-up."""

    home: Path
    cache: Path | None
    embedding_model: str
    embedding_api_key: str
    ranker: Path | None
    chroma_url: str
    llm_base_url: str
    llm_model: str
    llm_api_key: str
    api_key: str
    judge_base_url: str
    judge_model: str
    judge_api_key: str
    cors_origins: tuple[str, ...]
    rate_limit: RateLimit | None

    def __repr__(self) -> str:
        return f"Settings(home={str(self.home)!r}, embedding_model={self.embedding_model!r})"


def values(environment: Mapping[str, str], file: Path = FILE) -> dict[str, str]:
    """Every setting by name: the environment before the file before the default."""
    written = _written(file)
    known = {setting.key for setting in TABLE}
    for key in written:
        if key not in known:
            raise InvalidSetting(f"{file}: không có thiết lập nào tên {key!r}. Xem tên đúng bằng `hoiluat settings`.")
    return {s.name: environment.get(s.name, written.get(s.key, s.default)).strip() for s in TABLE}


def read_settings(environment: Mapping[str, str] | None = None, file: Path = FILE) -> Settings:
    """Read the settings; raise `InvalidSetting` for a value that cannot be used."""
    found = values(os.environ if environment is None else environment, file)
    for address, model in _PAIRS:
        if bool(found[address]) != bool(found[model]):
            raise InvalidSetting(f"Cần đặt cả {address} và {model}, hoặc để trống cả hai.")
    return Settings(
        home=Path(found["HOILUAT_HOME"] or "./.hoiluat").expanduser(),
        cache=Path(found["HOILUAT_CACHE"]).expanduser() if found["HOILUAT_CACHE"] else None,
        embedding_model=found["HOILUAT_EMBEDDING_MODEL"],
        embedding_api_key=found["HOILUAT_EMBEDDING_API_KEY"],
        ranker=Path(found["HOILUAT_RANKER"]).expanduser() if found["HOILUAT_RANKER"] else None,
        chroma_url=found["HOILUAT_CHROMA_URL"],
        llm_base_url=found["HOILUAT_LLM_BASE_URL"],
        llm_model=found["HOILUAT_LLM_MODEL"],
        llm_api_key=found["HOILUAT_LLM_API_KEY"],
        api_key=found["HOILUAT_API_KEY"],
        judge_base_url=found["HOILUAT_JUDGE_BASE_URL"],
        judge_model=found["HOILUAT_JUDGE_MODEL"],
        judge_api_key=found["HOILUAT_JUDGE_API_KEY"],
        cors_origins=tuple(part.strip() for part in found["HOILUAT_CORS_ORIGINS"].split(",") if part.strip()),
        rate_limit=_rate_limit(found["HOILUAT_RATE_LIMIT"]),
    )


def _written(file: Path) -> dict[str, str]:
    if not file.is_file():
        return {}
    try:
        read = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidSetting(f'{file}: không đọc được ({error}). Mỗi dòng cần có dạng ten = "giá trị".') from error
    return {str(key): str(value) for key, value in read.items()}


def _rate_limit(text: str) -> RateLimit | None:
    if text.lower() in ("off", "0", ""):
        return None
    match = _LIMIT.fullmatch(text.replace(" ", ""))
    if match is None or int(match[1]) == 0:
        raise InvalidSetting(f"HOILUAT_RATE_LIMIT={text!r}: cần có dạng như 30/minute, hoặc off.")
    return RateLimit(int(match[1]), _SECONDS[match[2]])
