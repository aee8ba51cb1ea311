"""The page of the journal: every change that was ever made, narrowed down and taken out."""
