"""Runs: one system asked one set of rows, kept in a folder: what was asked, what came back, what the measures say."""
