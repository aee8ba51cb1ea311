"""The user's guide: opened by F1 at the page that belongs to where one is."""
