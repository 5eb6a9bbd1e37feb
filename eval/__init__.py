"""The harness that measures every step from outside."""
