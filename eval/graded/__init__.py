"""Answers judged by a model: three measures on a described scale, every exchange kept, agreement with a hand beside."""
