"""Prompts for a model that judges answers: one file a measure and version, filled by pure functions."""
