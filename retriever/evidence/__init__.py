"""What speaks for an article: the words of the candidates counted against the question, as numbers to rank by."""
