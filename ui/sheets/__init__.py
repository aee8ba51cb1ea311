"""The printed forms (domain.md §13): facts put into words on a sheet, one form a module."""
