"""The law itself: provisions, references, validity, the store and its versions."""
