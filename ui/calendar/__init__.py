"""The page of the calendar: a year at a glance, its special days, and sensitive periods."""
