"""Lists and dialogs that are typed into, and what is typed as the value it means."""
