"""What becomes of the duties inside a leave: the fewest changes that leave nobody on duty while away.

A cover is one change, an exchange two, making room two or more (domain.md §5.5).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import fmean

from dutydesk.domain.brief import Brief, Keep, brief
from dutydesk.domain.dates import Period, week_of
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.leave import Leave, LeaveState
from dutydesk.domain.leave.duties import duties_inside
from dutydesk.domain.planner.ground import persons_in
from dutydesk.domain.planner.problem import HUNDREDTHS, Problem
from dutydesk.domain.planner.repair import DAYS_AROUND, Change
from dutydesk.domain.planner.standing import standing
from dutydesk.domain.relief import Relief, relief
from dutydesk.domain.roster import News, news_between
from dutydesk.domain.situation import Situation
from dutydesk.domain.swaps import has_begun


class How(StrEnum):
    """In what way a duty is settled; the order is from the least change to the most."""

    STAND_IN = "stand_in"
    COVER = "cover"
    EXCHANGE = "exchange"
    REPLAN = "replan"
    NOBODY = "nobody"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Line:
    """One duty that changes hands; `because` is the duty of the leave for whose sake it does.

    `behind` are the duties, measured by what each owes, that the new person is behind the others of that
    queue: why it is their turn.
    """

    place: PlaceKey
    before: str | None
    after: str | None
    how: How
    because: PlaceKey
    behind: float = 0.0


@dataclass(frozen=True)
class Settlement:
    """A proposal for all duties inside a leave; nothing is written yet.

    `situation` is what it was made for, the leave itself left out. `begun` are duties inside the leave whose
    shift has started: they are taken over or waived, not settled.
    """

    leave: Leave
    situation: Situation
    lines: tuple[Line, ...]
    begun: tuple[PlaceKey, ...] = ()

    @property
    def cells(self) -> tuple[tuple[PlaceKey, str | None], ...]:
        """Who stands what once it is adopted."""
        return tuple((line.place, line.after) for line in self.lines)

    @property
    def unsettled(self) -> tuple[PlaceKey, ...]:
        """The duties for which nobody was found."""
        return tuple(line.place for line in self.lines if line.after is None)

    @property
    def least(self) -> int:
        """No settlement changes fewer duties: those inside the leave."""
        return len({line.because for line in self.lines})

    @property
    def published(self) -> tuple[PlaceKey, ...]:
        """The changed duties that were made known."""
        return tuple(line.place for line in self.lines if line.place in self.situation.kept)

    @property
    def news(self) -> tuple[News, ...]:
        """Who must be told what: everybody whose published duties change."""
        known = set(self.published)
        before = {line.place: line.before for line in self.lines if line.place in known}
        return news_between(before, {line.place: line.after for line in self.lines if line.place in known})

    def choose(self, place: PlaceKey, person: str | None) -> "Settlement":
        """The same with somebody else at one duty of the leave, what was moved for its sake left alone."""
        lines = (
            replace(line, after=person, how=How.CHOSEN, behind=0.0) if line.place == place else line
            for line in self.lines
            if line.place == place or line.because != place
        )
        return replace(self, lines=tuple(lines))


def around(leave: Leave) -> Period:
    """The whole weeks that a settlement looks at: the leave, and how far others may be moved for it."""
    first = leave.period.first - timedelta(days=DAYS_AROUND + 1)
    return Period(week_of(first).first, week_of(leave.period.last + timedelta(days=DAYS_AROUND)).last)


def settle(situation: Situation, leave: Leave, now: datetime) -> Settlement:
    """Propose who stands the duties inside a leave; `now` is the office's local time (naive).

    The named stand-in comes first, then whose turn it is; where nobody is free, two duties are exchanged, or
    the days around are replanned, whichever changes least. What has begun stays as it is.
    """
    without = replace(situation, leaves=tuple(each for each in situation.leaves if each.id != leave.id))
    inside = _inside(without, leave)
    begun = tuple(place for place in inside if has_begun(situation, place, now))
    lost = set(inside) - set(begun)
    if not lost:
        return Settlement(leave, without, (), begun)
    away = replace(leave, state=LeaveState.APPROVED)
    asked = brief(replace(without, leaves=(*without.leaves, away)), Keep.ENTERED)
    slots = [number for number, place in enumerate(asked.places) if place in lost]
    found = _relieved(asked, slots, without.index.get(leave.stand_in), now)
    old = (Line(place, leave.person, None, How.NOBODY, place) for place in lost - set(asked.places))
    lines = sorted((*_lines(asked, found, leave), *old), key=lambda each: each.place)
    return Settlement(leave, without, tuple(lines), begun)


def _inside(situation: Situation, leave: Leave) -> tuple[PlaceKey, ...]:
    """The duties inside a leave that the duty leader did not let stand."""
    places = (duty.place for duty in duties_inside(situation.duties, situation.shift, leave))
    return tuple(place for place in places if (place, leave.person) not in situation.waived)


def _relieved(asked: Brief, lost: Sequence[int], stand_in: int | None, now: datetime) -> Relief:
    """The relief with the fewest changes; what nobody can take stays where it is, and bars what is near.

    A duty that could only be taken by leaving another one empty is none that somebody can take.
    """
    left: set[int] = set()
    while True:
        wanted = [slot for slot in lost if slot not in left]
        found = relief(_fixed(asked, wanted, now), asked.before, wanted, stand_in)
        empty = {change.because for change in found.changes if change.after is None}
        if not empty:
            stay = (Change(slot, asked.before[slot], None, slot) for slot in sorted(left))
            return Relief(found.chosen, (*found.changes, *stay))
        left |= empty.intersection(wanted) or set(wanted)


def _fixed(asked: Brief, lost: Collection[int], now: datetime) -> Problem:
    """The problem with everybody held who may not be moved: by a lock, or because the shift has begun.

    Of a week's turn only the lost days change hands, and nobody is moved out of one that several share.
    """
    holders: dict[int | None, set[int | None]] = {}
    for slot, person in zip(asked.problem.slots, asked.before, strict=True):
        holders.setdefault(slot.block, set()).add(person)
    broken = {asked.problem.slots[each].block for each in lost}
    broken |= {block for block, people in holders.items() if len(people) > 1}
    slots = []
    for number, (slot, person) in enumerate(zip(asked.problem.slots, asked.before, strict=True)):
        stays = slot.held is not None or has_begun(asked.situation, asked.places[number], now)
        stays = stays or (slot.block is not None and slot.block in broken)
        slots.append(replace(slot, held=person if stays and number not in lost else None))
    return replace(asked.problem, slots=tuple(slots))


def _behind(problem: Problem, chosen: Sequence[int | None], change: Change) -> float:
    """How many duties fewer than the others of the queue whoever takes a place has; 0 for nobody."""
    queue = problem.slots[change.slot].queue
    members = persons_in(problem.queues[queue].members)
    if change.after is None or not members:
        return 0.0
    ahead = standing(problem, chosen, change.slot).ahead
    return (fmean(ahead[each] for each in members) - ahead[change.after]) / HUNDREDTHS


def _lines(asked: Brief, found: Relief, leave: Leave) -> tuple[Line, ...]:
    """The changes as duties and people, in order of days."""
    names: Mapping[int | None, str] = {number: each for each, number in asked.situation.index.items()}
    moved_for = {change.because for change in found.changes if change.slot != change.because}
    lines = []
    for change in found.changes:
        after = names.get(change.after)
        if after is None:
            how = How.NOBODY
        elif change.slot in found.exchanged:
            how = How.EXCHANGE
        elif change.slot != change.because or change.slot in moved_for:
            how = How.REPLAN
        else:
            how = How.STAND_IN if after == leave.stand_in else How.COVER
        behind = _behind(asked.problem, found.chosen, change)
        place, because = asked.places[change.slot], asked.places[change.because]
        lines.append(Line(place, names.get(change.before), after, how, because, behind))
    return tuple(lines)
