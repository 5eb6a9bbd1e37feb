"""Templates, and the pure functions that fill them and check what comes back."""
