"""Statistics: the figures of a year as charts and tables."""
