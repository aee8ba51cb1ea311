"""Everything a person touches: the windows and the command line."""
