"""How facts are kept: rows to values and back, over one SQLite file."""
