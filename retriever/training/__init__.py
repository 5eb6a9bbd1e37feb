"""How the ranking is trained: questions with their articles, features gathered by the ranker itself, boosted trees."""
