"""What all parts of the page stand on: the book of leave, what waits for whom, and today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dutydesk.domain.leave import Leave
from dutydesk.domain.leave.book import LeaveBook
from dutydesk.domain.leave.chain import LeaveStep
from dutydesk.domain.lists.roll import Roll
from dutydesk.domain.people import Person
from dutydesk.domain.roster import Duty
from dutydesk.services.files import Store
from dutydesk.services.leave.book import leave_book, waiting_steps
from ui.widgets.name_edit import Name
from ui.words.duty_names import DutyNames, duty_names


@dataclass(frozen=True)
class Ground:
    """The book, the steps that wait, and the names of duties as they were read last."""

    book: LeaveBook
    waiting: Mapping[str, LeaveStep]
    duties: DutyNames
    today: date

    def leave(self, leave_id: str) -> Leave | None:
        """The leave with this id."""
        return next((each for each in self.book.leaves if each.id == leave_id), None)

    def name(self, person_id: str) -> str:
        """What to call somebody; nothing for nobody."""
        return self.book.names.get(person_id, "")

    def section(self, person_id: str) -> str:
        """The name of somebody's section."""
        return self.book.section(self.book.person(person_id)).name

    def named(self, text: str) -> str:
        """The id of the person with this name; empty for an empty text, refused for nobody and several."""
        return Roll(self.book.people, self.book.sections).find(text).id if text.strip() else ""

    def names(self) -> list[Name]:
        """Everybody who serves, to choose from by name, pinyin and section."""
        return [self._name(each) for each in self.book.people if each.serves(self.today)]

    def _name(self, person: Person) -> Name:
        initials = (*person.initials.split("|"), person.pinyin.replace(" ", ""))
        return Name(person.id, self.name(person.id), tuple(filter(None, initials)), self.section(person.id))

    def found_by(self, leave: Leave) -> str:
        """By what else than the shown texts a leave is found: its person's initials and pinyin."""
        person = self.book.person(leave.person)
        return f"{person.initials} {person.pinyin.replace(' ', '')}"

    def duty_text(self, duty: Duty) -> str:
        """A duty in a list."""
        return self.duties.duty(duty.place)


def ground(store: Store, today: date) -> Ground:
    """Read everything that the page shows."""
    return Ground(leave_book(store, today), waiting_steps(store), duty_names(store), today)
