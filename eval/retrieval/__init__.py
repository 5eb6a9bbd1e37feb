"""Retrieval: BEIR folders and TREC run files in, measures question by question out. Any ranking can be measured."""
