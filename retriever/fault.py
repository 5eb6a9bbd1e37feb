"""What can go wrong with models and indexes. Messages are Vietnamese and end with the remedy.

Fault
├── ModelMissing   no embedding model where the setting says
├── IndexStale     the index was built with another model, schema or corpus
├── IndexCorrupt   the files of the index cannot be read
└── IndexBusy      another process writes the index
"""

from __future__ import annotations


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
