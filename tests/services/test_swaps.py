from dataclasses import replace
from datetime import date, timedelta

import pytest

from dutydesk.domain.calendar import CalendarDay, LegalClass
from dutydesk.domain.dates import Period
from dutydesk.domain.moves import broken_by
from dutydesk.domain.swaps import SwapKind, SwapState
from dutydesk.errors import (
    DutyInSwapError,
    ForeignDutyError,
    MissingFieldError,
    MonthNotPlannedError,
    NotALeaderError,
    NotAllowedError,
    NotFoundError,
    OwnMatterError,
    PaperMissingError,
    SamePersonTwiceError,
    ShiftBegunError,
    ShortNoticeError,
    StillUsedError,
    SwapBreaksRuleError,
    SwapClosedError,
)
from dutydesk.services import people, roster, swaps, undo
from dutydesk.services.calendar import save_days
from dutydesk.services.changes import Topic
from dutydesk.services.fairness import fairness
from dutydesk.services.people import staff
from dutydesk.services.rights import entered_for
from dutydesk.storage.people import PEOPLE
from tests.invented import BY, a_copy, journalled, plan, published_store
from tests.services.doors import opened
from tests.services.swapping import DECEMBER, PLACE, at, away, free, leader, partner, stands

JANUARY = Period(date(2027, 1, 1), date(2027, 1, 31))
PAPER = "换班单3号"


@pytest.fixture(scope="module")
def published():
    return published_store(DECEMBER)


@pytest.fixture
def store(published):
    return a_copy(published)


def led(store, by=BY):
    """The clerk entering what a duty leader decided on paper."""
    return entered_for(store, by, leader(store), PAPER)


def asked(store, by=BY, **facts):
    """A request for a cover, entered from paper."""
    plain = {"place": PLACE, "counterpart": free(store), "reason": "外出培训", **facts}
    wanted = swaps.draw_up(store, **plain, by=by)
    swaps.propose(store, wanted, by=by)
    return wanted.id


def agreed(store, **facts):
    number = asked(store, **facts)
    swaps.agree(store, number, by=BY)
    return number


def test_an_exchange_needs_two_words_and_a_leader_and_keeps_whose_turn_it_was(store):
    other, returned = partner(store)
    mine = stands(store, PLACE)[0]
    wanted = swaps.draw_up(store, PLACE, other, returned=returned, reason="外出培训", by=BY)
    assert (wanted.kind, wanted.applicant) == (SwapKind.EXCHANGE, mine)
    assert swaps.propose(store, wanted, by=BY).topics == Topic.SWAPS
    swaps.agree(store, wanted.id, by=BY)
    assert stands(store, PLACE) == (mine, mine)
    changes = swaps.approve(store, wanted.id, by=led(store, BY))
    assert changes.topics == Topic.SWAPS | Topic.ROSTER
    assert (stands(store, PLACE), stands(store, returned)) == ((mine, other), (other, mine))
    done = swaps.swap(store, wanted.id)
    assert (done.state, done.filing, done.applied_at) == (SwapState.APPLIED, "2026-001", BY.at)
    assert [each.paper for each in (done.asked, done.agreed, done.approved)] == ["", "", PAPER]


def test_the_journal_names_who_entered_it_and_who_said_so(store):
    number = asked(store)
    other = swaps.swap(store, number).counterpart
    swaps.agree(store, number, by=entered_for(store, BY, other, PAPER))
    sql = "select actor, on_behalf_of from journal where deed = 'agree_swap'"
    assert list(store.ask(sql)) == [("王敏", f"{staff(store).named(other)} ({PAPER})")]
    assert swaps.swap(store, number).agreed.paper == PAPER


def test_where_people_sign_in_nobody_speaks_for_another_without_a_paper(store):
    number = asked(store)
    request = swaps.swap(store, number)
    clerk = replace(BY, person="p40")
    with pytest.raises(PaperMissingError):
        swaps.agree(store, number, by=clerk)
    with pytest.raises(PaperMissingError):
        swaps.propose(store, replace(request, id="another"), by=clerk)
    swaps.agree(store, number, by=replace(BY, person=request.counterpart))
    assert swaps.swap(store, number).agreed.paper == ""


def test_a_cover_is_one_way_and_undone_at_once(store):
    mine, other = stands(store, PLACE)[0], free(store)
    number = agreed(store, counterpart=other)
    swaps.approve(store, number, by=led(store, BY))
    assert stands(store, PLACE) == (mine, other)
    undo.undo(store, by=BY)
    assert stands(store, PLACE) == (mine, mine)
    assert swaps.swap(store, number).state is SwapState.AGREED


def test_the_duty_counts_for_whoever_stands_it(store):
    mine, other = stands(store, PLACE)[0], free(store)

    def count(person):
        return sum(each.count for each in fairness(store, DECEMBER) if each.person == person)

    before = count(mine), count(other)
    swaps.approve(store, agreed(store, counterpart=other), by=led(store, BY))
    assert (count(mine), count(other)) == (before[0] - 1, before[1] + 1)


def test_what_was_swapped_stays_when_the_month_is_planned_again(store):
    plan(store, JANUARY)
    place = replace(PLACE, day=date(2027, 1, 15))
    situation = roster.situation_of(store, JANUARY)
    other = next(
        each.id
        for each in situation.people
        if not broken_by(situation, [(place, each.id)]) and each.id != situation.duty[place].actual
    )
    swaps.approve(store, agreed(store, place=place, counterpart=other), by=led(store, BY))
    was = stands(store, place)
    plan(store, JANUARY)
    assert stands(store, place) == was


def test_a_request_is_refused_without_a_reason_or_another_person(store):
    wanted = swaps.draw_up(store, PLACE, free(store), reason="培训", by=BY)
    before = journalled(store)
    with pytest.raises(MissingFieldError):
        swaps.propose(store, replace(wanted, reason=""), by=BY)
    with pytest.raises(SamePersonTwiceError):
        swaps.propose(store, replace(wanted, counterpart=wanted.applicant), by=BY)
    with pytest.raises(NotFoundError):
        swaps.swap(store, wanted.id)
    assert journalled(store) == before


def test_only_what_somebody_stands_can_be_given(store):
    with pytest.raises(ForeignDutyError):
        swaps.draw_up(store, replace(PLACE, day=date(2027, 3, 1)), "p1", by=BY)
    with pytest.raises(ForeignDutyError):
        asked(store, returned=replace(PLACE, day=date(2026, 12, 20), post="leader"))


def test_a_duty_is_in_one_open_request_only(store):
    number = asked(store)
    with pytest.raises(DutyInSwapError):
        asked(store)
    swaps.cancel(store, number, "不需要了", by=BY)
    asked(store)


@pytest.mark.parametrize(("hour", "refused"), [(7, False), (8, True), (9, True)])
def test_only_before_the_shift_starts(store, hour, refused):
    by = at(PLACE.day, hour)
    if refused:
        with pytest.raises(ShiftBegunError):
            asked(store, by)
    else:
        asked(store, by)


def test_approval_too_comes_before_the_shift_starts(store):
    number = agreed(store)
    with pytest.raises(ShiftBegunError):
        swaps.approve(store, number, by=led(store, at(PLACE.day, 8)))


@pytest.mark.parametrize(("notice", "refused"), [(3, False), (2, False), (1, True)])
def test_scenario_9_the_day_before_a_holiday_it_needs_a_reason(store, notice, refused):
    save_days(store, [CalendarDay(PLACE.day, LegalClass.STATUTORY_HOLIDAY, "节日")], by=BY)
    by = at(PLACE.day - timedelta(days=notice))
    if not refused:
        asked(store, by)
        return
    with pytest.raises(ShortNoticeError) as refusal:
        asked(store, by)
    assert refusal.value.notice == 2
    number = asked(store, by, urgency="家属急诊住院")
    swaps.agree(store, number, by=by)
    swaps.approve(store, number, by=led(store, by))
    assert swaps.swap(store, number).urgency == "家属急诊住院"


def test_leave_approved_meanwhile_refuses_it_with_the_reason(store):
    number = agreed(store)
    away(store, swaps.swap(store, number).counterpart, PLACE.day)
    with pytest.raises(SwapBreaksRuleError) as refusal:
        swaps.approve(store, number, by=led(store, BY))
    assert refusal.value.rule == "on_leave"
    assert isinstance(swaps.in_the_way(store, swaps.swap(store, number), BY.at), SwapBreaksRuleError)
    assert stands(store, PLACE)[0] == stands(store, PLACE)[1]
    swaps.refuse(store, number, "对方已请假", by=BY)
    assert swaps.swap(store, number).closing == "对方已请假"


def test_somebody_else_put_there_meanwhile_refuses_it(store):
    number = agreed(store)
    assert swaps.in_the_way(store, swaps.swap(store, number), BY.at) is None
    roster.assign(store, [(PLACE, None)], by=BY)
    with pytest.raises(ForeignDutyError):
        swaps.approve(store, number, by=led(store, BY))


def test_only_a_leader_who_is_not_concerned_approves(store):
    number = agreed(store)
    request = swaps.swap(store, number)
    officer = next(
        each.id
        for each in staff(store).people
        if "leader" not in each.posts and each.id not in {request.applicant, request.counterpart}
    )
    with pytest.raises(NotALeaderError):
        swaps.approve(store, number, by=replace(BY, principal=officer))
    for concerned in (request.applicant, request.counterpart):
        with pytest.raises(OwnMatterError):
            swaps.approve(store, number, by=replace(BY, principal=concerned))
    with pytest.raises(MissingFieldError):
        swaps.approve(store, number, by=BY)


def test_where_people_sign_in_a_duty_leader_approves_for_themselves(store):
    other, returned = partner(store)
    number = agreed(store, counterpart=other, returned=returned)
    opened(store)
    with pytest.raises(NotAllowedError):
        swaps.approve(store, number, by=replace(BY, person="p2"))
    swaps.approve(store, number, by=replace(BY, person="p1"))
    assert swaps.swap(store, number).approved.person == "p1"


def test_steps_are_taken_in_turn_and_once(store):
    number = asked(store)
    with pytest.raises(SwapClosedError):
        swaps.approve(store, number, by=led(store, BY))
    with pytest.raises(SwapClosedError):
        swaps.apply_pending(store, number, by=BY)
    swaps.agree(store, number, by=BY)
    with pytest.raises(SwapClosedError):
        swaps.agree(store, number, by=BY)
    with pytest.raises(MissingFieldError):
        swaps.refuse(store, number, " ", by=BY)
    swaps.refuse(store, number, "人手不足", by=BY)
    with pytest.raises(SwapClosedError):
        swaps.cancel(store, number, "撤回", by=BY)
    assert swaps.swaps(store, only_open=True) == ()
    assert [each.id for each in swaps.swaps(store)] == [number]


def test_the_other_month_may_not_be_planned_yet(store):
    other = free(store)
    number = agreed(store, counterpart=other, returned=date(2027, 1, 20))
    swaps.approve(store, number, by=led(store, BY))
    waiting = swaps.swap(store, number)
    assert (waiting.state, waiting.month, waiting.kind) == (
        SwapState.PENDING, date(2027, 1, 1), SwapKind.EXCHANGE,
    )  # fmt: skip
    assert not swaps.is_ripe(store, waiting)
    with pytest.raises(MonthNotPlannedError):
        swaps.apply_pending(store, number, by=BY)
    mine, returned = stands(store, PLACE)[0], replace(PLACE, day=date(2027, 1, 20))
    roster.assign(store, [(returned, other), (replace(returned, day=date(2027, 1, 21)), mine)], by=BY)
    assert swaps.is_ripe(store, waiting)
    with pytest.raises(MonthNotPlannedError):
        swaps.apply_pending(store, number, by=BY)  # he would stand two days in a row
    roster.assign(store, [(replace(returned, day=date(2027, 1, 21)), None)], by=BY)
    swaps.apply_pending(store, number, by=BY)
    assert swaps.swap(store, number).returned == returned
    assert (stands(store, PLACE), stands(store, returned)) == ((mine, other), (other, mine))


def test_nobody_named_in_a_request_is_removed(store):
    people.save_people(store, [replace(store.get(PEOPLE, "p1"), id="new", name="新来")], by=BY)
    asked(store, counterpart="new")
    with pytest.raises(StillUsedError):
        people.remove_people(store, ["new"], by=BY)


def test_a_month_that_is_over_returns_nothing(store):
    with pytest.raises(ShiftBegunError):
        asked(store, returned=date(2026, 10, 1))
