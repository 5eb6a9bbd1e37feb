"""What can go wrong with models and indexes. Messages are Vietnamese and end with the remedy.

Fault
├── ModelMissing   no embedding model where the setting says
├── IndexStale     the index was built with another model, schema or corpus
├── IndexCorrupt   the files of the index cannot be read
├── IndexBusy      another process writes the index
└── DiskFull       the disk took no more
"""

from __future__ import annotations

import errno

_FULL = ("disk is full", "no space left on device", "disk quota exceeded")


class Fault(Exception):
    """`str()` is a whole sentence for a reader: what happened, with the value, and what mends it."""


class ModelMissing(Fault):
    """The embedding model cannot be found, read or reached."""


class IndexStale(Fault):
    """The index does not belong to the model, the schema or the corpus in use."""


class IndexCorrupt(Fault):
    """The index on disk cannot be opened; it can be rebuilt from the corpus without embedding again."""


class IndexBusy(Fault):
    """Another process holds the index for writing."""


class RankerUnreadable(Fault):
    """A file of trees of one's own cannot be read."""


class NothingToLearn(Fault):
    """None of the examples has a right candidate."""


class TrainingMissing(Fault):
    """A package that only training needs is not installed."""


class DiskFull(Fault):
    """The disk took no more; what was stored before is still there."""

    def __init__(self) -> None:
        super().__init__("Ổ đĩa đã đầy nên chưa ghi được. Không có gì bị mất: hãy dọn chỗ trống rồi chạy lại lệnh này.")


def disk_is_full(error: BaseException) -> bool:
    """Whether an error, of whatever library, comes from a full disk."""
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return True
    return any(words in str(error).lower() for words in _FULL)


def is_panic(error: BaseException) -> bool:
    """Whether this is how a library written in Rust tells of a failed assumption of its own (it is no `Exception`)."""
    return type(error).__name__ == "PanicException"
