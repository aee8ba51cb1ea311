"""The year's duty sheet of a person: base, deductions, additions and what follows (domain.md §9.5).

It is a record of points; the grade of the appraisal is never written here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from dutydesk.domain.points import DisciplineRules
from dutydesk.domain.violations import COUNTING, State, Step, Violation


@dataclass(frozen=True, slots=True)
class Addition:
    """Points given (or, to correct that, taken) for something well done; hundredths of a point.

    `day` says to which year they belong, `at` from when on they count.
    """

    id: str
    number: int
    person: str
    day: date
    points: int
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Line:
    """One violation on a sheet: how it stood then, and the hundredths that it took."""

    violation: Violation
    state: State
    points: int


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """What stands to somebody's account in a year as of a day; hundredths of a point."""

    person: str
    year: int
    as_of: date
    base: int
    lines: tuple[Line, ...]
    additions: tuple[Addition, ...]
    net: int
    consequences: tuple[str, ...]

    @property
    def taken(self) -> int:
        """The sum of the deductions."""
        return sum(each.points for each in self.lines)

    @property
    def added(self) -> int:
        """The sum of the additions."""
        return sum(each.points for each in self.additions)


@dataclass(frozen=True, slots=True)
class Closed:
    """One person's sheet as it was when the year was closed."""

    person: str
    base: int
    taken: int
    added: int
    net: int
    consequences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearClosing:
    """A year whose sheets are final."""

    year: int
    closed_at: datetime
    by: str
    sheets: tuple[Closed, ...]


@dataclass(frozen=True)
class Account:
    """Everything that sheets of a year are made from, as it was known at the end of a day."""

    year: int
    as_of: date
    violations: tuple[Violation, ...]
    standing: Mapping[str, Step]
    additions: tuple[Addition, ...]
    rules: DisciplineRules

    def sheet(self, person: str) -> ScoreSheet:
        """One person's sheet."""
        lines = tuple(self._lines(person))
        given = tuple(each for each in self.additions if each.person == person)
        taken = sum(each.points for each in lines)
        net = self.rules.base - taken + sum(each.points for each in given)
        kinds = (each.violation.kind for each in lines if each.state in COUNTING)
        follows = self.rules.consequences(taken, kinds)
        floored = max(self.rules.floor, net)
        return ScoreSheet(person, self.year, self.as_of, self.rules.base, lines, given, floored, follows)

    def _lines(self, person: str) -> Iterable[Line]:
        for each in self.violations:
            step = self.standing.get(each.id)
            if each.person == person and each.day.year == self.year and step is not None:
                yield Line(each, step.state, step.points)


def closed(sheet: ScoreSheet) -> Closed:
    """A sheet in the form in which it is kept when the year is closed."""
    return Closed(sheet.person, sheet.base, sheet.taken, sheet.added, sheet.net, sheet.consequences)
