from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from dutydesk.domain.dates import Period
from dutydesk.domain.leave import Leave, LeaveState
from dutydesk.domain.settling import How
from dutydesk.domain.swaps import SwapKind, SwapState
from dutydesk.errors import SituationChangedError, SwapBreaksRuleError, UnsettledDutiesError
from dutydesk.services import roster, settling, swaps, undo
from dutydesk.services.changes import Topic
from dutydesk.storage.leave import LEAVES
from tests.invented import BY, a_copy, journalled, plan, published_store
from tests.services.leave.office import agree, asked, leave_store, planned
from tests.services.random_leaves import proven

DECEMBER = Period(date(2026, 12, 1), date(2026, 12, 31))
JANUARY = Period(date(2027, 1, 1), date(2027, 1, 31))


@pytest.fixture(autouse=True, scope="module")
def _short():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dutydesk.domain.planner.resettle.STEPS", 2_000)
        yield


@pytest.fixture(scope="module")
def published():
    return published_store(DECEMBER)


@pytest.fixture
def store(published):
    return a_copy(published)


def busy(store, post="officer"):
    """Somebody with two duties of December at least, and these."""
    places = {}
    for place, duty in roster.grid(store, DECEMBER).duties.items():
        if place.post == post:
            places.setdefault(duty.actual, []).append(place)
    person = max(places, key=lambda each: len(places[each]))
    return person, sorted(places[person])


def a_leave(store, **facts):
    """A pending request over all duties of somebody in December."""
    person, _ = busy(store)
    plain = {"id": "l", "person": person, "type": "annual", "period": DECEMBER, "state": LeaveState.PENDING}
    return Leave(**{**plain, "reason": "探亲", **facts})


def stood(store, period=DECEMBER):
    return {place: (duty.planned, duty.actual) for place, duty in roster.grid(store, period).duties.items()}


def test_a_proposal_writes_nothing_and_names_every_duty(store):
    before = journalled(store)
    leave = a_leave(store)
    _, places = busy(store)
    proposal = settling.settlement(store, leave, BY.at)
    assert [line.place for line in proposal.lines] == places
    assert proposal.unsettled == proposal.begun == ()
    assert journalled(store) == before


def test_all_is_one_deed_and_one_undo(store):
    leave, before = a_leave(store), stood(store)
    version = roster.grid(store, DECEMBER).version
    proposal = settling.settlement(store, leave, BY.at)
    changes = settling.settle_all(store, proposal, by=BY)
    assert changes.topics == Topic.ROSTER | Topic.SWAPS
    assert leave.person not in {actual for _, actual in stood(store).values()}
    assert {place: planned for place, (planned, _) in stood(store).items()} == {
        place: planned for place, (planned, _) in before.items()
    }
    undo.undo(store, by=BY)
    assert stood(store) == before
    assert roster.grid(store, DECEMBER).version == version
    assert swaps.swaps(store) == ()
    settling.settle_all(store, settling.settlement(store, leave, BY.at), by=BY)
    assert roster.grid(store, DECEMBER).version == version + 2  # the one taken back may hang on a wall


def test_what_was_published_becomes_a_new_version_and_says_who_must_be_told(store):
    leave = a_leave(store)
    proposal = settling.settlement(store, leave, BY.at)
    told = settling.to_tell(store, proposal)
    assert {each.person.id for each in told} == {leave.person, *(line.after for line in proposal.lines)}
    assert all(each.person.phone for each in told)
    settling.settle_all(store, proposal, by=BY)
    grid = roster.grid(store, DECEMBER)
    assert (grid.version, grid.changed, grid.news) == (2, frozenset(), ())
    assert {place for place, duty in grid.duties.items() if duty.stood_in} == set(dict(proposal.cells))
    assert grid.renewed == set(dict(proposal.cells))


def test_what_else_was_changed_since_stays_to_be_published(store):
    leave = a_leave(store)
    other = next(place for place in stood(store) if place.post == "driver")
    roster.assign(store, [(other, None)], by=BY)
    settling.settle_all(store, settling.settlement(store, leave, BY.at), by=BY)
    assert roster.grid(store, DECEMBER).changed == {other}


def test_a_newer_version_of_one_week_outlasts_a_leave_that_touches_the_month(store):
    _, places = busy(store)
    last = places[-1].day
    leave = a_leave(store, period=Period(last, last))
    other = next(place for place in stood(store) if place.post == "driver" and place.day < last)
    roster.assign(store, [(other, None)], by=BY)
    roster.publish(store, Period(other.day, other.day), by=BY)
    proposal = settling.settlement(store, leave, BY.at)
    settling.settle_all(store, proposal, by=BY)
    grid = roster.grid(store, DECEMBER)
    assert (grid.changed, grid.news) == (frozenset(), ())
    assert grid.renewed == set(dict(proposal.cells))


def test_a_draft_is_settled_without_a_version(store):
    plan(store, JANUARY)
    person = next(
        duty.actual for place, duty in roster.grid(store, JANUARY).duties.items() if place.post == "officer"
    )
    leave = Leave("l", person, "annual", Period(date(2027, 1, 2), date(2027, 1, 31)))
    proposal = settling.settlement(store, leave, BY.at)
    assert settling.to_tell(store, proposal) == ()
    settling.settle_all(store, proposal, by=BY)
    assert roster.grid(store, JANUARY).version == 0


def test_each_duty_is_filed_as_a_swap_for_the_leave(store):
    leave = a_leave(store)
    proposal = settling.settlement(store, leave, BY.at)
    settling.settle_all(store, proposal, by=BY)
    filed = sorted(swaps.swaps(store), key=lambda each: each.place)
    assert [(each.place, each.applicant, each.counterpart) for each in filed] == [
        (line.place, line.before, line.after) for line in proposal.lines
    ]
    assert {(each.kind, each.state, each.leave, each.reason) for each in filed} == {
        (SwapKind.COVER, SwapState.APPLIED, "l", "")
    }
    assert {each.filing for each in filed} == {f"2026-{n:03}" for n in range(1, len(filed) + 1)}


def test_the_named_stand_in_comes_first(store):
    _, places = busy(store)
    first = settling.settlement(store, a_leave(store), BY.at)
    stand_in = first.lines[-1].after
    proposal = settling.settlement(store, a_leave(store, stand_in=stand_in), BY.at)
    assert How.STAND_IN in {line.how for line in proposal.lines}
    assert [line.place for line in proposal.lines] == places


def test_a_leave_that_is_saved_or_approved_meanwhile_does_not_disturb(store):
    leave = a_leave(store)
    proposal = settling.settlement(store, leave, BY.at)
    with store.write(BY, "leave", deed_id="leave") as writing:
        writing.put(LEAVES, replace(leave, state=LeaveState.APPROVED))
    settling.settle_all(store, proposal, by=BY)
    assert settling.settlement(store, leave, BY.at).lines == ()


def test_a_roster_changed_meanwhile_refuses_it(store):
    proposal = settling.settlement(store, a_leave(store), BY.at)
    roster.assign(store, [(proposal.lines[0].place, None)], by=BY)
    before = journalled(store)
    with pytest.raises(SituationChangedError):
        settling.settle_all(store, proposal, by=BY)
    assert journalled(store) == before


def test_somebody_chosen_by_hand_is_judged_like_in_a_swap(store):
    leave = a_leave(store)
    proposal = settling.settlement(store, leave, BY.at)
    place = proposal.lines[0].place
    neighbour = stood(store)[replace(place, seat=1 - place.seat)][1]
    with pytest.raises(SwapBreaksRuleError):
        settling.settle_all(store, proposal.choose(place, neighbour), by=BY)


def test_what_has_begun_stays(store):
    leave = a_leave(store)
    _, places = busy(store)
    noon = datetime.combine(places[0].day, datetime.min.time(), tzinfo=UTC) + timedelta(hours=4)
    proposal = settling.settlement(store, leave, noon)
    assert proposal.begun == (places[0],)
    settling.settle_all(store, proposal, by=replace(BY, at=noon))
    assert [place for place, (_, actual) in stood(store).items() if actual == leave.person] == [places[0]]


def test_an_exchange_is_filed_as_one():
    """Two leaders on days in a row: neither is free for both days."""
    store = published_store(DECEMBER, 14)
    leading = [place for place in stood(store) if place.post == "leader"]
    fifteenth, sixteenth = (next(each for each in leading if each.day.day == day) for day in (15, 16))
    roster.clear(store, leading, by=BY)
    roster.assign(store, [(fifteenth, "p0"), (sixteenth, "p7")], by=BY)
    leave = Leave("l", "p0", "annual", Period(fifteenth.day, fifteenth.day), reason="探亲")
    proposal = settling.settlement(store, leave, BY.at)
    assert {line.how for line in proposal.lines} == {How.EXCHANGE}
    settling.settle_all(store, proposal, by=BY)
    (filed,) = swaps.swaps(store)
    assert (filed.kind, filed.places) == (SwapKind.EXCHANGE, (fifteenth, sixteenth))
    assert (filed.applicant, filed.counterpart) == ("p0", "p7")


def test_a_duty_for_which_nobody_is_found_stays_as_it_is():
    store = published_store(DECEMBER, 14)
    drivers = sorted(place for place in stood(store) if place.post == "driver" and place.day.day < 15)
    stander = stood(store)[drivers[0]][1]
    roster.assign(store, [(place, None) for place in drivers[1:]], by=BY)
    other = "p13" if stander == "p6" else "p6"
    with store.write(BY, "other", deed_id="other") as writing:
        writing.put(LEAVES, Leave("o", other, "annual", Period(DECEMBER.first, date(2026, 12, 10))))
    leave = Leave("l", stander, "annual", Period(drivers[0].day, drivers[0].day))
    proposal = settling.settlement(store, leave, BY.at)
    assert proposal.unsettled == (drivers[0],)
    settling.settle_all(store, proposal, by=BY)
    assert stood(store)[drivers[0]][1] == stander
    assert swaps.swaps(store) == ()


def test_scenario_4_settling_the_saturday_lets_the_leave_be_approved():
    store = leave_store()
    planned(store, "ann", "2026-11-21")
    number = asked(store, first="2026-11-19", last="2026-11-22")
    agree(store, number, "head")
    with pytest.raises(UnsettledDutiesError):
        agree(store, number, "second")
    leave = store.get(LEAVES, number)
    settling.settle_all(store, settling.settlement(store, leave, BY.at), by=BY)
    agree(store, number, "second")
    assert store.get(LEAVES, number).state is LeaveState.APPROVED
    (filed,) = swaps.swaps(store)
    assert (filed.applicant, filed.leave) == ("ann", number)


def test_after_any_leave_nobody_away_has_a_duty_and_no_rule_is_broken_that_held():
    for seed in range(12):
        proven(seed)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(10))
def test_the_same_of_three_hundred_rosters(part):
    for seed in range(100 + 30 * part, 130 + 30 * part):
        proven(seed)
