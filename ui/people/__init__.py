"""The page of the staff: people, exemptions, pairs, sections and opening tallies."""
