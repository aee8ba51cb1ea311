"""What a duty room knows: frozen values and pure functions."""
