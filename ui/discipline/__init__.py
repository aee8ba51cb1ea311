"""Discipline: what was noted, violations and their course, the year's sheets, spot checks."""
