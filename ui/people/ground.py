"""What all lists of the page stand on: the staff, the posts, and today."""

from dataclasses import dataclass
from datetime import date

from dutydesk.domain.people import Person
from dutydesk.services.duties import Pattern
from dutydesk.services.people import Staff
from ui.widgets.name_edit import Name


@dataclass(frozen=True)
class Ground:
    """The staff and the posts as they were read last."""

    staff: Staff
    pattern: Pattern
    today: date

    def person(self, person_id: str) -> Person | None:
        """The person with this id."""
        return next((each for each in self.staff.people if each.id == person_id), None)

    def place(self, person_id: str) -> int:
        """A person's place in the address list."""
        person = self.person(person_id)
        return person.sort if person else 0

    def named(self, text: str) -> str:
        """The id of the person with this name; empty for an empty text, refused for nobody and several."""
        return self.staff.find(text).id if text.strip() else ""

    def names(self) -> list[Name]:
        """Everybody to choose from, found by name, pinyin and section."""
        return [
            Name(
                each.id,
                self.staff.named(each.id),
                tuple(filter(None, (*each.initials.split("|"), each.pinyin.replace(" ", "")))),
                self.staff.section_name(each),
            )
            for each in self.staff.people
        ]

    def posts_text(self, posts: frozenset[str]) -> str:
        """Posts by name in their order, as they are typed."""
        return "、".join(each.name for each in self.pattern.posts if each.id in posts)


def found_by(person: Person | None) -> str:
    """By what else than the shown texts a person is found: initials and pinyin."""
    return f"{person.initials} {person.pinyin.replace(' ', '')}" if person else ""
