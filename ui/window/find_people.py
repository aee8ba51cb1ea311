"""People for the search box: by name, by pinyin and by its initials."""

from collections.abc import Callable, Iterable

from dutydesk.domain.people import Person
from dutydesk.services.people import staff
from dutydesk.services.veils import veiled
from ui.icons import icon
from ui.session import Session
from ui.widgets.name_edit import Name, found
from ui.widgets.suggest_edit import Suggestion
from ui.window.top_strip import Finder


def people_finder(session: Session, go: Callable[[str], None]) -> Finder:
    """A finder whose answers call `go` with the id of the person."""

    def find(text: str) -> Iterable[Suggestion]:
        if not text:
            return
        everybody = session.read(staff)
        sections = {section.id: section.name for section in everybody.sections}
        seen = session.read(
            veiled, session.person, everybody.people
        )  # else a phone could be guessed digit by digit
        names = [_name(person, sections.get(person.section, "")) for person in seen]
        for name in found(names, text):
            yield Suggestion(name.label, lambda key=name.key: go(key), name.detail, icon("person"))

    return find


def _name(person: Person, section: str) -> Name:
    readings = [reading.replace(" ", "") for reading in person.pinyin.split("|")]
    words = (*person.initials.split("|"), *readings, person.phone)
    detail = " ".join(filter(None, (section, person.title)))
    return Name(person.id, person.name, tuple(filter(None, words)), detail)
