"""A figure as it is shown: what it is called, what it says, its chart, and the table behind it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from dutydesk.domain.people import Person
from dutydesk.services.people import Staff
from ui.widgets.charts import Chart


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of the table; the cells of a number are numbers in a spreadsheet too."""

    title: str
    number: bool = False
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a year; `note` says in one line how to read it. Without rows there is nothing to show."""

    title: str
    note: str
    chart: Chart
    columns: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Of what the figures are: a year as of today, one section or all (empty), as `viewer` may see it."""

    year: int
    today: date
    viewer: str
    staff: Staff
    section: str = ""

    @property
    def day(self) -> date:
        """The day as of which the year is told: today, or its last one."""
        return min(self.today, date(self.year, 12, 31))

    def people(self, of: Collection[str]) -> tuple[Person, ...]:
        """Those of the section among some (ids), in the order of the address list."""
        return tuple(
            each for each in self.staff.people if each.id in of and self.section in {"", each.section}
        )

    def name(self, person: Person) -> str:
        """What to call somebody."""
        return self.staff.named(person.id)

    def section_of(self, person: Person) -> str:
        """The name of somebody's section."""
        return self.staff.section_name(person)


def number(value: float) -> str:
    """A number with at most one digit after the point."""
    return f"{round(value, 1):g}"
