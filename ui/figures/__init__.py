"""The figures of a year in words: each a chart with its table, for screen, paper and spreadsheet."""
