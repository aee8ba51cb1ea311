"""Taking in a list: what was understood is shown before anything is written."""
