"""Suites: questions with what a right answer must be, how they are parted and checked, and those that ship."""
