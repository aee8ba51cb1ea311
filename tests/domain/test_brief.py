from dataclasses import replace

import pytest

from dutydesk.domain.brief import Keep, brief
from dutydesk.domain.duties import Turn
from dutydesk.domain.office import PlanRules
from dutydesk.domain.people import Pair
from dutydesk.domain.planner.problem import Pair as Together
from dutydesk.domain.planner.problem import Wish as Asked
from dutydesk.domain.roster import Wish
from dutydesk.errors import NoShiftsError, NoStaffError
from tests.builders import (
    MONDAY,
    a_duty,
    a_place,
    a_preset,
    a_shift,
    an_office,
    day,
    days,
    drawn,
    the_calendar,
)


def test_an_office_without_shifts_or_people_cannot_be_planned():
    with pytest.raises(NoShiftsError):
        brief(an_office(shifts=()))
    with pytest.raises(NoStaffError):
        brief(an_office(0))


def test_the_slots_are_the_places_in_the_order_of_time():
    made = a_preset()
    asked = brief(
        an_office(4, days("2026-10-01", 3), posts=made.posts, shifts=made.shifts, calendar=the_calendar())
    )
    assert len(asked.places) == len(asked.problem.slots) == len(asked.before) == 15
    assert [place.day.toordinal() for place in asked.places] == [slot.day for slot in asked.problem.slots]
    starts = [slot.starts for slot in asked.problem.slots]
    assert starts == sorted(starts)
    assert all(slot.ends - slot.starts == 24 * 60 for slot in asked.problem.slots)


def test_who_may_stand_is_put_as_bits_and_who_stands_now_as_a_number():
    asked = brief(drawn("ann *x.\nbob .*x"))
    assert [f"{slot.eligible:02b}" for slot in asked.problem.slots] == ["10", "00", "01"]
    assert asked.before == (0, 1, None)


def test_ann_is_barred_on_the_eve_of_her_leave_already():
    assert [slot.eligible for slot in brief(drawn("ann .x")).problem.slots] == [0, 0]


def test_only_a_lock_holds_whatever_it_breaks():
    asked = brief(drawn("ann #*.\nbob ..."))
    assert [slot.held for slot in asked.problem.slots] == [0, None, None]


@pytest.mark.parametrize(("keep", "kept"), [(Keep.PUBLISHED, {1}), (Keep.ENTERED, {0, 1})])
def test_what_is_mended_instead_of_planned_afresh(keep, kept):
    office = replace(drawn("ann *..\nbob .*."), kept=frozenset({a_place("2026-11-17")}))
    assert brief(office, keep).kept == kept


def test_a_published_place_that_was_empty_stays_in_what_is_mended():
    office = replace(drawn("ann ..."), kept=frozenset({a_place("2026-11-17")}))
    assert brief(office).kept == {1}


def test_duties_beside_the_period_cast_their_rest_into_it_and_far_ones_do_not():
    duties = tuple(a_duty("p0", on) for on in ("2026-11-01", "2026-11-15", "2026-11-24", "2026-12-05"))
    asked = brief(an_office(2, days(MONDAY, 7), duties=duties))
    assert [duty.day for duty in asked.problem.outside] == [
        day("2026-11-15").toordinal(),
        day("2026-11-24").toordinal(),
    ]


def test_a_duty_of_an_older_pattern_casts_its_rest_too():
    gone = a_shift(id="gone", places=())
    office = an_office(2, shifts=(a_shift(), gone), duties=(a_duty("p0", MONDAY, shift="gone"),))
    assert [duty.day for duty in brief(office).problem.outside] == [MONDAY.toordinal()]


def test_whoever_began_the_week_goes_on_with_it():
    begun = tuple(a_duty("p1", on) for on in days(MONDAY, 2))
    office = an_office(3, days("2026-11-18", 8), shifts=(a_shift(turn=Turn.WEEK),), duties=begun)
    slots = brief(office).problem.slots
    assert [slot.held for slot in slots] == [1] * 5 + [None] * 3
    assert [slot.block for slot in slots] == [0] * 5 + [1] * 3
    assert brief(office).problem.outside == ()


def test_the_rules_of_the_office_are_the_rules_of_the_engine():
    rules = PlanRules(
        rest_hours=10, consecutive_days=True, week_limit=0, pairs_apart=False, sections_apart=True
    )
    found = brief(an_office(rules=rules)).problem.rules
    assert (found.rest_minutes, found.consecutive_days_allowed, found.week_limit) == (600, True, None)
    assert (found.pairs_apart, found.sections_apart) == (False, True)


def test_a_pair_counts_while_it_lasts_and_its_people_are_there():
    pairs = (
        Pair("now", "p0", "p1", days(MONDAY, 2)),
        Pair("past", "p1", "p2", days("2026-11-01", 2)),
        Pair("strange", "p0", "gone", days(MONDAY, 2)),
    )
    assert brief(an_office(pairs=pairs)).problem.pairs == (
        Together(0, 1, MONDAY.toordinal(), MONDAY.toordinal() + 1),
    )


def test_a_wish_is_put_to_the_places_its_person_may_stand():
    made = a_preset()
    people = [replace(each, posts=frozenset({"driver"})) for each in an_office(2).people]
    wishes = (Wish("w", "p1", MONDAY, wants=False), Wish("x", "gone", MONDAY, wants=True))
    asked = brief(an_office(people, days(MONDAY, 2), posts=made.posts, shifts=made.shifts, wishes=wishes))
    (driving,) = [number for number, place in enumerate(asked.places) if place == a_place(post="driver")]
    assert asked.problem.wishes == (Asked(1, driving, -1),)
