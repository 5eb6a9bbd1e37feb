"""Reports of runs: one HTML file each, with everything inside, that opens from disk."""
