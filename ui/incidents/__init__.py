"""The page of urgent information."""
