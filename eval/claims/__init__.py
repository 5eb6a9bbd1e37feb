"""How well the check on every answer tells claims that their provisions carry from claims that they do not."""
