"""DutyDesk: rosters, watch and account of a duty room that never closes."""
