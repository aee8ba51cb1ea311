"""DutyDesk: rosters, watch and account of a duty room that never closes."""

__version__ = "0.1.0"
