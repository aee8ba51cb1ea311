"""The page of the accounts: who signs in, and what each of them is."""
