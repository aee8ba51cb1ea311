"""Violations: their course from report to appeal, and what counts at which instant (domain.md §9.3).

Nothing of it is ever deleted: a violation that does not stand keeps its place with no points.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from dutydesk.domain.calendar import Calendar, RotationClass
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.duties import PlaceKey


class State(StrEnum):
    """How far a violation has come; each is reached by a step of its own."""

    REPORTED = "reported"
    INFORMED = "informed"
    HEARD = "heard"
    VERIFIED = "verified"
    CONFIRMED = "confirmed"
    EXCUSED = "excused"
    DROPPED = "dropped"
    APPEALED = "appealed"
    MAINTAINED = "maintained"
    CHANGED = "changed"
    CANCELLED = "cancelled"


_BEFORE_JUDGEMENT: Final = frozenset({State.REPORTED, State.INFORMED, State.HEARD, State.VERIFIED})
_NEXT: Final[Mapping[State, frozenset[State]]] = {
    State.REPORTED: frozenset({State.INFORMED}),
    State.INFORMED: frozenset({State.HEARD, State.VERIFIED}),
    State.HEARD: frozenset({State.HEARD, State.VERIFIED}),
    State.VERIFIED: frozenset({State.CONFIRMED}),
    State.CONFIRMED: frozenset({State.APPEALED, State.CANCELLED}),
    State.APPEALED: frozenset({State.MAINTAINED, State.CHANGED, State.CANCELLED}),
    State.MAINTAINED: frozenset({State.CANCELLED}),
    State.CHANGED: frozenset({State.CANCELLED}),
}
COUNTING: Final = frozenset({State.CONFIRMED, State.APPEALED, State.MAINTAINED, State.CHANGED})
"""While an appeal is not decided the points stay taken."""
TAKING_NOTHING: Final = frozenset({State.EXCUSED, State.DROPPED, State.CANCELLED})
"""How one ends that takes no points."""
DECISIONS: Final = (State.MAINTAINED, State.CHANGED, State.CANCELLED)
"""How an appeal may end: 维持, 变更, 撤销."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """What somebody is held to account for, as it stands now.

    `day` is the day whose rules judge it and to whose year it belongs: that on which the shift began. `due`
    are the hundredths of a point by the rule, `rule` the id of that rule's row (empty for the default).
    `points` are those that are taken now. `joint_of` is the id of the violation for which a leader answers
    too. `reporter` is the person who brought it, by id; empty where nobody signs in. `doubtful` says that a
    record it rests on was made while the clock was in doubt.
    """

    id: str
    number: int
    kind: ViolationKind
    person: str
    at: datetime
    day: date
    what: str
    due: int
    place: PlaceKey | None = None
    records: tuple[tuple[str, str], ...] = ()
    candidate: str = ""
    rule: str = ""
    joint_of: str = ""
    reporter: str = ""
    doubtful: bool = False
    state: State = State.REPORTED
    points: int = 0
    informed_on: date | None = None
    confirmed_on: date | None = None

    @property
    def title(self) -> str:
        """The number under which it is spoken of: 2026-007."""
        return f"{self.day.year}-{self.number:03}"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self.state in _BEFORE_JUDGEMENT or self.state is State.APPEALED

    def may_become(self, state: State) -> bool:
        """Whether the state may be the next one."""
        ends = {State.EXCUSED, State.DROPPED}
        return state in _NEXT.get(self.state, ()) or (self.state in _BEFORE_JUDGEMENT and state in ends)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a violation's course; `points` are taken from then on, `words` say why or what was said.

    `number` counts the steps of one violation from 1; `by` is a name, as the journal has it.
    """

    id: str
    violation: str
    number: int
    state: State
    at: datetime
    by: str
    words: str = ""
    points: int = 0


class Verdict(StrEnum):
    """What somebody made of a candidate."""

    REGISTERED = "registered"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Somebody's word on a candidate, under its id; `reason` why it was dismissed."""

    id: str
    verdict: Verdict
    at: datetime
    by: str
    reason: str = ""


def standing_at(steps: Iterable[Step], until: datetime) -> Mapping[str, Step]:
    """The newest step of every violation that was reported before an instant, by the violation's id."""
    found: dict[str, Step] = {}
    for each in sorted(steps, key=lambda step: step.number):
        if each.at < until:
            found[each.violation] = each
    return found


def working_day_after(calendar: Calendar, day: date, count: int) -> date:
    """The working day that is so many working days after a day."""
    found = day
    for _ in range(count):
        found += timedelta(days=1)
        while calendar.day(found).rotation is not RotationClass.WORKDAY:
            found += timedelta(days=1)
    return found


def appeal_until(violation: Violation, calendar: Calendar, days: int) -> date | None:
    """The last day for an appeal; None for a violation that is not confirmed."""
    if violation.informed_on is None or violation.confirmed_on is None:
        return None
    return working_day_after(calendar, max(violation.informed_on, violation.confirmed_on), days)
