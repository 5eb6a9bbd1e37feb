"""What went wrong, as a Vietnamese sentence that ends with what mends it. Loads nothing of what it explains."""

from __future__ import annotations

import errno

_FULL = "Ổ đĩa đã đầy nên chưa ghi được. Không có gì bị mất: hãy dọn chỗ trống rồi chạy lại lệnh này."
_EXPLAINED = frozenset(  # by name, so that reading the help loads none of these modules
    {
        "api.settings.InvalidSetting",
        "corpus.sqlite_shelves.CorpusUnreadable",
        "corpus.interchange.InvalidRecord",
        "ingest.refusal.Refusal",
        "retriever.fault.Fault",
    }
)
_OF_FILES = {
    errno.EISDIR: "Ở {name} có một thư mục, chỗ ấy cần một tệp. Hãy đổi tên thư mục đó rồi chạy lại.",
    errno.ENOTDIR: "Đường dẫn {name} đi qua một tệp, chỗ ấy cần thư mục. Hãy đổi tên tệp đó hoặc chọn đường dẫn khác.",
    errno.EEXIST: "Ở {name} đã có một tệp, chỗ ấy cần thư mục. Hãy đổi tên tệp đó hoặc chọn đường dẫn khác.",
    errno.ENOENT: "Không có {name}. Hãy kiểm tra lại đường dẫn.",
    errno.EROFS: "Ổ đĩa chứa {name} chỉ cho đọc. Hãy đặt HOILUAT_HOME và HOILUAT_CACHE sang nơi ghi được.",
    errno.EIO: "Ổ đĩa báo lỗi khi đọc hoặc ghi {name}. Hãy kiểm tra ổ đĩa rồi chạy lại lệnh này.",
}
_OF_SQLITE = (
    (
        ("readonly database", "unable to open database"),
        "Không mở hoặc không ghi được kho trong thư mục HOILUAT_HOME. "
        "Hãy kiểm tra quyền ghi của thư mục đó, hoặc đặt HOILUAT_HOME sang thư mục khác.",
    ),
    (
        ("database is locked",),
        "Một tiến trình khác đang ghi kho văn bản. Không có gì bị mất: hãy đợi nó xong rồi chạy lại lệnh này.",
    ),
    (
        ("disk i/o error",),
        "Ổ đĩa báo lỗi khi đọc hoặc ghi kho văn bản. Hãy xem ổ đĩa còn chỗ trống và còn tốt không, rồi chạy lại.",
    ),
)


def explained(error: BaseException) -> str | None:
    """The sentence for an error that a person can mend, or None for a defect of ours."""
    for kind in type(error).__mro__:
        if f"{kind.__module__}.{kind.__qualname__}" in _EXPLAINED:
            return str(error)
    if _is_full(error):
        return _FULL
    if isinstance(error, OSError):
        return _of_file(error)
    if type(error).__module__ == "sqlite3":
        said = str(error).lower()
        return next((sentence for words, sentence in _OF_SQLITE if any(word in said for word in words)), None)
    return None


def _is_full(error: BaseException) -> bool:
    """Libraries in other languages tell of it in words alone."""
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return True
    said = str(error).lower()
    return any(words in said for words in ("disk is full", "no space left on device", "disk quota exceeded"))


def _of_file(error: OSError) -> str | None:
    if error.filename is None:
        return None
    if isinstance(error, PermissionError):
        return f"Không có quyền ghi hoặc đọc {error.filename}. Hãy đổi quyền, hoặc đặt HOILUAT_HOME sang thư mục khác."
    sentence = _OF_FILES.get(error.errno or 0)
    return sentence.format(name=error.filename) if sentence else None
