"""What people and duties are called outside the grid: in lists, dialogs, sheets and on the command line."""

from dataclasses import dataclass
from functools import cached_property

from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.people import Person
from dutydesk.services.duties import Pattern, pattern
from dutydesk.services.files import Store
from dutydesk.services.people import Staff, staff
from ui.i18n import long_day, tr, weekday


@dataclass(frozen=True)
class DutyNames:
    """The names of everybody and everything a duty is made of."""

    staff: Staff
    pattern: Pattern

    @cached_property
    def people(self) -> dict[str, Person]:
        """Everybody by id."""
        return {each.id: each for each in self.staff.people}

    def person(self, person_id: str | None) -> str:
        """A person's name, with the section where somebody has the same; empty for nobody."""
        return self.staff.named(person_id or "")

    def post(self, place: PlaceKey) -> str:
        """The heading of a place: its seat's own name or the post's."""
        found = next((each for each in self.pattern.posts if each.id == place.post), None)
        return found.seat_name(place.seat) if found else place.post

    def shift(self, place: PlaceKey) -> str:
        """The name of a place's shift."""
        return next((each.name for each in self.pattern.shifts if each.id == place.shift), place.shift)

    def duty(self, place: PlaceKey) -> str:
        """A place in one line: 11月16日 周一 24小时班 主班."""
        day = f"{long_day(place.day)} {weekday(place.day)}"
        return tr("{day} {shift} {post}", day=day, shift=self.shift(place), post=self.post(place))


def duty_names(store: Store) -> DutyNames:
    """Read all names at once."""
    return DutyNames(staff(store), pattern(store))
