"""The structure of a law read from its text: a total parser. Any text gives a tree and problems.

A long article may have sections of its own (`II. NHIỆM VỤ`), whose clauses are `dieu_1__muc_II__khoan_1`.

Guarantees, for every text and document id:
1. It never raises, and its time grows linearly with the text.
2. Spans nest: a child lies inside its parent, children stand in the order of the text, `start <= text_end <= end`.
3. References are unique, and a child's reference continues its parent's (an article's starts afresh; a dotted section's
   leaves out the numbers that it repeats).
4. A label is the text's words at the provision's start; nothing is re-typed.
5. What looks like a provision and was not taken for one is a `Problem` with its place, and stays text.
6. Quoted articles of an amending act, table rows, signatures and what follows them are text, never provisions.
"""

from ingest.structure.parser import parse_provisions

__all__ = ["parse_provisions"]
