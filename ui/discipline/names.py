"""Everybody to choose from, by name and by the initials of it."""

from dutydesk.services.people import Staff
from ui.widgets.name_edit import Name


def person_names(staff: Staff) -> list[Name]:
    """The staff in the order of the address list."""
    return [Name(each.id, staff.named(each.id), tuple(each.initials.split("|"))) for each in staff.people]
