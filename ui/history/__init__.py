"""The history of records: the list of their changes, and the dialog that shows it of any record."""
