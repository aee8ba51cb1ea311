"""The page of this moment."""
