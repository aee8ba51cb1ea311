"""Random rosters and one leave after the other, each settled: what must hold of every one of them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from dutydesk.domain.brief import brief
from dutydesk.domain.dates import Period
from dutydesk.domain.leave import Half, Leave, LeaveState
from dutydesk.domain.leave.duties import duties_inside
from dutydesk.domain.moves import broken_by
from dutydesk.domain.presets import PresetKind
from dutydesk.domain.rules import Rule, Severity, check
from dutydesk.services import roster, settling, undo
from dutydesk.storage.leave import LEAVES
from dutydesk.storage.roster import DUTIES, PUBLICATIONS
from dutydesk.storage.swaps import SWAPS
from tests.invented import BY, published_store

MONTH = Period(date(2026, 12, 1), date(2026, 12, 31))
KINDS = (PresetKind.FULL_DAY, PresetKind.GAPS, PresetKind.DAY_NIGHT, PresetKind.WEEKLY)


@dataclass
class Count:
    """How many leaves were settled, how many duties they held, and how many of these nobody could take."""

    leaves: int = 0
    duties: int = 0
    unsettled: int = 0


def proven(seed):
    """Settle a random sequence of leaves in a random roster and prove each; returns what was met."""
    dice = Random(seed)  # noqa: S311 - the same rosters at every run
    store = published_store(MONTH, dice.randrange(21, 56), dice.choice(KINDS))
    count = Count()
    for number in range(dice.randrange(1, 5)):
        _settle_one(store, _a_leave(dice, store, number), count)
    store.close()
    return count


def _a_leave(dice, store, number):
    busy = sorted({duty.actual for duty in store.all(DUTIES) if duty.actual})
    person, stand_in = dice.sample(busy, 2)
    first = MONTH.first + timedelta(days=dice.randrange(len(MONTH)))
    period = Period(first, first + timedelta(days=dice.choice((0, 1, 4, 13))))
    halves = dice.choice(list(Half)), dice.choice([Half.AFTERNOON, Half.AFTERNOON, Half.MORNING])
    if len(period) == 1:
        halves = (Half.MORNING, Half.AFTERNOON)
    stand_in = dice.choice(["", stand_in])
    return Leave(f"l{number}", person, "annual", period, *halves, stand_in=stand_in, state=LeaveState.PENDING)


def _settle_one(store, leave, count):
    before, errors = _content(store), _errors(store)
    proposal = settling.settlement(store, leave, BY.at)
    changes = settling.settle_all(store, proposal, by=BY)
    count.leaves += 1
    count.duties += proposal.least
    count.unsettled += len(proposal.unsettled)
    if changes.rows:
        undo.undo(store, by=BY)
        assert _content(store) == before, "undo gives back another roster"
        undo.redo(store, by=BY)
    with store.write(BY, "approve", deed_id=f"approve-{leave.id}") as writing:
        writing.put(LEAVES, replace(leave, state=LeaveState.APPROVED))
    situation = roster.situation_of(store, MONTH)
    left = {each.place for each in duties_inside(situation.duties, situation.shift, leave)}
    assert left == set(proposal.unsettled), "somebody on leave has a duty"
    for place in left:
        free = (each.id for each in situation.people if place.post in each.posts)
        assert all(broken_by(situation, [(place, person)]) for person in free if person != leave.person)
    broken = {each for each in _errors(store) if each not in errors}
    assert {each.place for each in broken} <= left, "a rule that held is broken"


def _content(store):
    return [store.all(table) for table in (DUTIES, PUBLICATIONS, SWAPS)]


def _errors(store):
    found = check(brief(roster.situation_of(store, MONTH)))
    return {each for each in found if each.severity is Severity.ERROR and each.rule is not Rule.EMPTY_PLACE}
