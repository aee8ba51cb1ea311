"""The page of the duty log."""
