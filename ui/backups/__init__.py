"""Backups as the user sees them: their list, what going back would change, and a damaged file's ways out."""
