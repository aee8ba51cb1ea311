"""Violations as a list, and one of them in full with every step of its course."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dutydesk.domain.violations import COUNTING, State, Step, Violation
from ui.clock import local
from ui.i18n import full_day, long_day, tr
from ui.widgets.table_model import RIGHT, Column
from ui.words.discipline import kind_text, points_text, state_text
from ui.words.duty_names import DutyNames

_ORDER = list(State)


@dataclass(frozen=True)
class ViolationLine:
    """One violation with its names; `appeal_until` is the last day for an appeal, if it is confirmed."""

    violation: Violation
    names: DutyNames
    appeal_until: date | None

    @property
    def person(self) -> str:
        """The accused."""
        return self.names.person(self.violation.person)

    @property
    def initials(self) -> str:
        """By what else than the texts the line is found."""
        person = self.names.people.get(self.violation.person)
        return person.initials if person else ""


def violation_columns() -> list[Column[ViolationLine]]:
    """Number, day, who, what, how far, and the points."""
    return [
        Column("number", tr("Number"), lambda line: line.violation.title),
        Column("day", tr("Date"), lambda line: long_day(line.violation.day), lambda line: line.violation.day),
        Column("person", tr("Name"), lambda line: line.person),
        Column("kind", tr("Kind"), lambda line: kind_text(line.violation.kind)),
        Column(
            "state",
            tr("State"),
            lambda line: state_text(line.violation.state),
            lambda line: _ORDER.index(line.violation.state),
            ink=_ink,
        ),
        Column(
            "points",
            tr("Points taken"),
            lambda line: points_text(line.violation.points),
            lambda line: line.violation.points,
            align=RIGHT,
        ),
        Column("what", tr("What was found"), lambda line: line.violation.what, width=30),
    ]


def _ink(line: ViolationLine) -> str:
    if line.violation.is_open:
        return "warning"
    return "error" if line.violation.state in COUNTING else "dim"


def course_words(line: ViolationLine, steps: Iterable[Step]) -> list[str]:
    """Everything that is known of a violation, a line each."""
    found = line.violation
    heads = [
        tr(
            "{number} {person}, {day}: {kind}. {what}",
            number=found.title,
            person=line.person,
            day=full_day(found.day),
            kind=kind_text(found.kind),
            what=found.what,
        ),
        tr("By the rule of that day: {points} points.", points=points_text(found.due)),
        tr("It rests on a record made while the clock was in doubt.") if found.doubtful else "",
        tr("The leader on duty answers for it too.") if found.joint_of else "",
        tr("May be appealed until {day}.", day=full_day(line.appeal_until))
        if line.appeal_until and found.state is State.CONFIRMED
        else "",
    ]
    return [*filter(None, heads), *map(_step_words, steps)]


def _step_words(step: Step) -> str:
    at = local(step.at)
    parts = (f"{full_day(at.date())} {at:%H:%M}", step.by, state_text(step.state), step.words)
    return "　".join(filter(None, parts))
