"""Measuring answers: a system is asked, its replies are kept as they came, and each measure gives a verdict on each."""
