"""People as they are found at the door: by name, pinyin and initials."""

from dutydesk.domain.people import Person
from dutydesk.services import people
from ui.session import Session
from ui.widgets.name_edit import Name


def names_of(session: Session, everybody: tuple[Person, ...]) -> tuple[Name, ...]:
    """Names to choose from, with section and title behind."""
    staff = session.read(people.staff)
    return tuple(
        Name(
            each.id,
            staff.named(each.id),
            tuple(filter(None, (*each.initials.split("|"), *each.pinyin.replace(" ", "").split("|")))),
            " ".join(filter(None, (staff.section_name(each), each.title))),
        )
        for each in everybody
    )
