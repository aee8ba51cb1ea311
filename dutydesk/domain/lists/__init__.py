"""Lists as offices have them, understood: which column is what, and what each row says."""
