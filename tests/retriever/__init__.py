"""Tests of retriever."""
