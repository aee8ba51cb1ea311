"""Keeps the open file safe: its checks, backups and seals, and the way back when something failed."""
