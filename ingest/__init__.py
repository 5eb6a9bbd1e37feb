"""Outside files of law become documents with provisions."""
