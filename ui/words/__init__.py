"""Codes, records and refusals in the user's words, for window, paper and command line alike."""
