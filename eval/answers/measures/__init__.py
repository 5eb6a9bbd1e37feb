"""One file a kind of question that is asked of a reply; each ends with the measures that it holds."""
