"""A printed form or file from plain rows."""
