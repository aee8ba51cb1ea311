"""What a user can do: one function for each deed and each question."""
