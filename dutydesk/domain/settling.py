"""What becomes of the duties inside a leave: the fewest changes that leave nobody on duty while away.

A cover is one change, an exchange two, making room two or more (domain.md §5.5).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from dutydesk.domain.brief import Brief, Keep, brief
from dutydesk.domain.dates import Period, week_of
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.leave import Leave, LeaveState
from dutydesk.domain.leave.duties import duties_inside
from dutydesk.domain.planner.problem import HUNDREDTHS, Problem
from dutydesk.domain.planner.repair import DAYS_AROUND
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

    `behind` are the duties that the new person still owed in that queue: why it is their turn.
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
    lost = [place for place in inside if place not in begun]
    if not lost:
        return Settlement(leave, without, (), begun)
    away = replace(leave, state=LeaveState.APPROVED)
    asked = brief(replace(without, leaves=(*without.leaves, away)), Keep.ENTERED)
    slots = _lost_slots(asked, lost, now)
    problem = _fixed(asked, slots, now)
    found = relief(problem, asked.before, slots, without.index.get(leave.stand_in))
    return Settlement(leave, without, _lines(asked, problem, found, leave), begun)


def _inside(situation: Situation, leave: Leave) -> tuple[PlaceKey, ...]:
    """The duties inside a leave that the duty leader did not let stand."""
    places = (duty.place for duty in duties_inside(situation.duties, situation.shift, leave))
    return tuple(place for place in places if (place, leave.person) not in situation.waived)


def _lost_slots(asked: Brief, lost: Iterable[PlaceKey], now: datetime) -> tuple[int, ...]:
    """The slots of the lost duties; a week's turn is lost as a whole, but for what of it has begun."""
    wanted = set(lost)
    slots = {number for number, place in enumerate(asked.places) if place in wanted}
    blocks = {(asked.problem.slots[each].block, asked.before[each]) for each in slots}
    return tuple(
        number
        for number, (slot, person) in enumerate(zip(asked.problem.slots, asked.before, strict=True))
        if number in slots
        or (
            slot.block is not None
            and (slot.block, person) in blocks
            and not has_begun(asked.situation, asked.places[number], now)
        )
    )


def _fixed(asked: Brief, lost: Iterable[int], now: datetime) -> Problem:
    """The problem with everybody held who may not be moved: by a lock, or because the shift has begun.

    Nobody is moved out of a week's turn that several people share: it is no turn any more.
    """
    gone = set(lost)
    sharing = Counter(
        block
        for block, _ in {
            (slot.block, person)
            for slot, person in zip(asked.problem.slots, asked.before, strict=True)
            if slot.block is not None
        }
    )
    slots = []
    for number, (slot, person) in enumerate(zip(asked.problem.slots, asked.before, strict=True)):
        stays = slot.held is not None or has_begun(asked.situation, asked.places[number], now)
        stays = stays or (slot.block is not None and sharing[slot.block] > 1)
        slots.append(replace(slot, held=person if stays and number not in gone else None))
    return replace(asked.problem, slots=tuple(slots))


def _lines(asked: Brief, problem: Problem, found: Relief, leave: Leave) -> tuple[Line, ...]:
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
        behind = 0.0
        if change.after is not None:
            behind = -standing(problem, found.chosen, change.slot).ahead[change.after] / HUNDREDTHS
        place, because = asked.places[change.slot], asked.places[change.because]
        lines.append(Line(place, names.get(change.before), after, how, because, behind))
    return tuple(sorted(lines, key=lambda each: each.place))
