"""A check of the whole corpus: `kinds` of findings, small lints, and `checks`, the table of them."""
