from dataclasses import replace
from datetime import datetime

import pytest

from dutydesk.domain.duties import Turn
from dutydesk.domain.leave import Half, LeaveState
from dutydesk.domain.office import PlanRules
from dutydesk.domain.settling import How, around, settle
from tests.builders import MONDAY, a_duty, a_leave, a_place, a_shift, day, days, drawn


@pytest.fixture(autouse=True, scope="module")
def _short():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dutydesk.domain.planner.resettle.STEPS", 2_000)
        yield


at = datetime.fromisoformat
BEFORE = at("2026-11-15T12:00")
FREE = PlanRules(rest_hours=0, consecutive_days=True, week_limit=0)


def office(drawing, **facts):
    """A drawing within the weeks that a settlement looks at."""
    found = drawn(drawing, **facts)
    return replace(found, period=days("2026-10-19", "2026-12-20"))


def settled(situation, leave, now=BEFORE):
    return [
        (line.place.day.day, line.before, line.after, line.how)
        for line in settle(situation, leave, now).lines
    ]


def test_each_duty_inside_the_leave_goes_to_whose_turn_it_is():
    situation = office("ann *...*..\nbob ..*....\ncat .......")
    assert settled(situation, a_leave("ann", MONDAY, "2026-11-20")) == [
        (16, "ann", "cat", How.COVER),
        (20, "ann", "cat", How.COVER),
    ]


def test_how_far_somebody_is_behind_the_others_is_told():
    (line,) = settle(office("ann *......\nbob ..*....\ncat ......."), a_leave("ann", MONDAY), BEFORE).lines
    assert line.after == "cat"
    assert line.behind == pytest.approx(1 / 3, abs=0.01)


def test_the_named_stand_in_comes_first_where_free():
    situation = office("ann *...*..\nbob ..*....\ncat .......")
    leave = a_leave("ann", MONDAY, "2026-11-20", stand_in="bob")
    assert settled(situation, leave) == [
        (16, "ann", "bob", How.STAND_IN),
        (20, "ann", "cat", How.COVER),
    ]


def test_a_stand_in_who_would_cost_others_their_place_is_not_taken():
    situation = office("ann *.*\nbob ...\ncat ..x", rules=PlanRules(week_limit=1))
    leave = a_leave("ann", MONDAY, "2026-11-18", stand_in="bob")
    assert settled(situation, leave) == [(16, "ann", "cat", How.COVER), (18, "ann", "bob", How.STAND_IN)]


def test_where_nobody_is_free_two_duties_are_exchanged():
    situation = office("ann *......\nbob .*.*...", rules=PlanRules(week_limit=2))
    leave = a_leave("ann", MONDAY)
    proposal = settle(situation, leave, BEFORE)
    assert [(each.place.day.day, each.after, each.how) for each in proposal.lines] == [
        (16, "bob", How.EXCHANGE),
        (17, "ann", How.EXCHANGE),
    ]
    assert {line.because for line in proposal.lines} == {a_place()}
    assert proposal.least == 1


def test_where_no_two_can_exchange_room_is_made():
    situation = office("ann *.*....\nbob .*.*...\ncat x......")
    leave = a_leave("ann", MONDAY, "2026-11-19")
    proposal = settle(situation, leave, BEFORE)
    assert proposal.unsettled == ()
    assert How.REPLAN in {line.how for line in proposal.lines}


def test_a_duty_that_nobody_can_take_is_told():
    proposal = settle(office("ann *......"), a_leave("ann", MONDAY), BEFORE)
    assert proposal.unsettled == (a_place(),)
    assert [line.how for line in proposal.lines] == [How.NOBODY]


def test_a_duty_of_an_older_pattern_is_told_too():
    situation = office("ann *......\nbob .......")
    old = a_duty("ann", MONDAY, seat=1)
    proposal = settle(replace(situation, duties=(*situation.duties, old)), a_leave("ann", MONDAY), BEFORE)
    assert proposal.unsettled == (old.place,)
    assert len(proposal.lines) == 2


def test_no_other_duty_is_left_empty_for_one_inside_the_leave():
    """Whoever could take it would leave a place that nobody else may stand."""
    situation = office("ann *......\nbob .*.....\ncat xx.....")
    proposal = settle(situation, a_leave("ann", MONDAY, "2026-11-17"), BEFORE)
    assert proposal.unsettled == (a_place(),)
    assert len(proposal.lines) == 1


def test_the_night_that_began_the_day_before_is_inside():
    situation = office("ann *......\nbob .......")
    assert settled(situation, a_leave("ann", "2026-11-17")) == [(16, "ann", "bob", How.COVER)]
    late = a_leave("ann", "2026-11-17", from_half=Half.AFTERNOON)
    assert settled(situation, late) == []


def test_what_the_duty_leader_lets_stand_stays():
    situation = replace(office("ann *...*..\nbob ......."), waived=frozenset({(a_place(), "ann")}))
    assert [number for number, *_ in settled(situation, a_leave("ann", MONDAY, "2026-11-20"))] == [20]


def test_what_has_begun_is_told_and_left_alone():
    situation = office("ann *.*....\nbob .......")
    proposal = settle(situation, a_leave("ann", MONDAY, "2026-11-20"), at("2026-11-16T09:00"))
    assert proposal.begun == (a_place(),)
    assert [line.place.day.day for line in proposal.lines] == [18]


def test_nobody_is_moved_whose_shift_has_begun_or_is_locked():
    situation = office("ann ..*....\nbob .#.*...")
    assert (
        settled(situation, a_leave("ann", "2026-11-18"))
        == [
            (18, "ann", "bob", How.EXCHANGE),
            (19, "bob", "ann", How.EXCHANGE),
        ]
        or settle(situation, a_leave("ann", "2026-11-18"), BEFORE).unsettled
    )


def test_a_locked_duty_inside_the_leave_is_settled_too():
    assert settled(office("ann #......\nbob ......."), a_leave("ann", MONDAY)) == [
        (16, "ann", "bob", How.COVER)
    ]


def test_what_else_is_wrong_or_empty_stays():
    situation = office("ann *......\nbob ..**...\ncat .......", rules=PlanRules())
    assert settled(situation, a_leave("ann", MONDAY)) == [(16, "ann", "cat", How.COVER)]


def test_an_older_state_of_the_same_leave_is_left_out_of_account():
    situation = office("ann *......\nbob .......")
    wide = a_leave("ann", MONDAY, "2026-11-20")
    asked = replace(situation, leaves=(wide,))
    narrow = replace(wide, period=days("2026-11-19", "2026-11-20"), state=LeaveState.PENDING)
    proposal = settle(asked, narrow, BEFORE)
    assert proposal.lines == ()
    assert proposal.situation.leaves == ()


def test_of_a_weeks_turn_the_days_away_go_to_one_person():
    situation = office("ann *******\nbob .......\ncat .......", shifts=(a_shift(turn=Turn.WEEK),), rules=FREE)
    leave = a_leave("ann", "2026-11-18", "2026-11-19", stand_in="cat")
    assert settled(situation, leave) == [(number, "ann", "cat", How.STAND_IN) for number in (17, 18, 19)]
    assert settled(situation, leave, at("2026-11-17T12:00")) == [
        (number, "ann", "cat", How.STAND_IN) for number in (18, 19)
    ]
    whole = settled(situation, a_leave("ann", MONDAY, "2026-11-22"))
    assert [number for number, *_ in whole] == list(range(16, 23))
    assert len({after for _, _, after, _ in whole}) == 1


def test_who_must_be_told_are_those_whose_published_duties_change():
    situation = office("ann *...*..\nbob .......")
    leave = a_leave("ann", MONDAY, "2026-11-20")
    assert settle(situation, leave, BEFORE).news == ()
    known = replace(situation, kept=frozenset({a_place()}))
    news = settle(known, leave, BEFORE).news
    assert [(each.person, each.gained, each.lost) for each in news] == [
        ("ann", (), (a_place(),)),
        ("bob", (a_place(),), ()),
    ]


def test_a_choice_by_hand_replaces_a_line_and_what_was_moved_for_it():
    situation = office("ann *......\nbob .*.*...", rules=PlanRules(week_limit=2))
    chosen = settle(situation, a_leave("ann", MONDAY), BEFORE).choose(a_place(), "bob")
    assert [(each.place.day.day, each.after, each.how) for each in chosen.lines] == [(16, "bob", How.CHOSEN)]
    assert chosen.cells == ((a_place(), "bob"),)


def test_whole_weeks_are_looked_at():
    assert around(a_leave("ann", "2026-11-18")) == days("2026-10-26", "2026-12-13")
    assert day("2026-10-26").weekday() == 0


@pytest.mark.parametrize("state", LeaveState)
def test_a_leave_is_settled_whatever_its_state(state):
    leave = replace(a_leave("ann", MONDAY), state=state)
    assert settled(office("ann *......\nbob ......."), leave) == [(16, "ann", "bob", How.COVER)]
