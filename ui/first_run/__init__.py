"""The first steps with a new file: from nothing to the printed week of a real office."""
