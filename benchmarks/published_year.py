"""An office of sixty whose year is planned and published, and leaves of fourteen days settled in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING

from dutydesk.domain.accounts import Author
from dutydesk.domain.dates import Period
from dutydesk.domain.leave import Leave, LeaveState, LeaveType
from dutydesk.domain.office import Office
from dutydesk.domain.people import Person, Section
from dutydesk.domain.presets import PresetKind, preset
from dutydesk.domain.rostering import make_plan
from dutydesk.services import roster, settling, undo
from dutydesk.services.office import Founding, found
from dutydesk.services.people import save_people, save_sections
from dutydesk.storage.leave import LEAVE_TYPES
from dutydesk.storage.store import Store, memory

if TYPE_CHECKING:
    from dutydesk.domain.roster import Duty

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
BY = Author("benchmark", datetime(2025, 12, 20, 1, tzinfo=UTC))
PEOPLE, SECTIONS = 60, 8
POSTS = ("leader", "officer", "officer", "officer", "driver")


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of one leave; `least` is the lower bound: the duties inside it."""

    least: int
    changed: int
    unsettled: int
    proposing: float
    """Milliseconds until the proposal stands."""
    adopting: float
    """Milliseconds for the deed with its new version, in memory."""


def published_year() -> Store:
    """Plan and publish the year."""
    store = memory()
    found(store, Founding(Office(name="office"), preset(PresetKind.FULL_DAY, str), (), ()), by=BY)
    save_sections(store, [Section(f"s{number}", f"s{number}", number) for number in range(SECTIONS)], by=BY)
    save_people(store, [_person(number) for number in range(PEOPLE)], by=BY)
    with store.write(BY, "types", deed_id="types") as writing:
        writing.put(LEAVE_TYPES, LeaveType("annual", "annual"))
    situation = roster.situation_of(store, YEAR)
    roster.adopt_plan(store, situation, make_plan(situation), by=BY)
    roster.publish(store, YEAR, by=BY)
    return store


def _person(number: int) -> Person:
    post = POSTS[number % len(POSTS)]
    posts = frozenset({post, "mid_level"} if number % 3 == 1 else {post})
    return Person(f"p{number}", f"p{number}", f"s{number % SECTIONS}", posts=posts, sort=number)


def settle_leaves(store: Store, count: int, days: int) -> list[Settled]:
    """Settle so many leaves, each in the year as it was published, for people on duty during them."""
    dice = Random(count)
    duties = [duty for duty in roster.grid(store, YEAR).duties.values() if duty.actual]
    return [_settled(store, _leave(dice, duties[dice.randrange(len(duties))], days)) for _ in range(count)]


def _leave(dice: Random, duty: Duty, days: int) -> Leave:
    first = max(YEAR.first, duty.place.day - timedelta(days=dice.randrange(days)))
    period = Period(first, min(first + timedelta(days=days - 1), YEAR.last))
    return Leave("l", duty.actual or "", "annual", period, state=LeaveState.PENDING)


def _settled(store: Store, leave: Leave) -> Settled:
    begun = perf_counter()
    proposal = settling.settlement(store, leave, BY.at)
    proposed = perf_counter()
    settling.settle_all(store, proposal, by=BY)
    adopted = perf_counter()
    undo.undo(store, by=BY)
    return Settled(
        proposal.least,
        len(proposal.lines),
        len(proposal.unsettled),
        (proposed - begun) * 1000,
        (adopted - proposed) * 1000,
    )
