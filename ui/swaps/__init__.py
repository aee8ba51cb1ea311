"""The page of exchanges and covers: who asks what of whom, and what is to be done about it."""
