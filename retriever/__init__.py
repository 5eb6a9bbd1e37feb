"""From a question to ranked passages: lexical and dense indexes, their fusion, and what the ranking is sure of."""
