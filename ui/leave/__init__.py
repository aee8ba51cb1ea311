"""The page of leave."""
