"""Tests of the documentation: every command in it runs."""
