"""Leave: one function for each thing that a user does with it."""
