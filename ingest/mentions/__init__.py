"""References found in the text of a law, each resolved to the provision that it means or left open with the reason.

The files are the steps: `place` and `act` find the pieces, `chain` joins them, `standing` and `scene` tell where they
stand, `documents` and `resolve` say what they mean, `find` does it all.
"""

from ingest.mentions.find import dangling, find_mentions
from ingest.mentions.mention import Kind, Mention
from ingest.mentions.names import names_of

__all__ = ["Kind", "Mention", "dangling", "find_mentions", "names_of"]
