from dataclasses import replace
from datetime import date

import pytest

from dutydesk.domain.calendar import SensitivePeriod
from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.presets import PresetKind
from dutydesk.domain.roster import News
from dutydesk.domain.rostering import make_plan
from dutydesk.errors import (
    NotFoundError,
    NothingPlannedError,
    SituationChangedError,
    TooLongPeriodError,
)
from dutydesk.services import roster
from dutydesk.services.calendar import save_sensitive_periods
from dutydesk.services.changes import Topic
from dutydesk.services.undo import undo
from tests.invented import BY, journalled, staffed_store

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
MONDAY = PlaceKey(date(2026, 11, 16), "full_day", "officer", 0)
TUESDAY = replace(MONDAY, day=date(2026, 11, 17))


@pytest.fixture
def store():
    return staffed_store(28)


@pytest.fixture
def planned(store):
    adopt(store)
    return store


def adopt(store, period=WEEK):
    situation = roster.situation_of(store, period)
    return roster.adopt_plan(store, situation, make_plan(situation), by=BY)


def stands(store, place):
    duty = roster.grid(store, WEEK).duties.get(place)
    return (duty.planned, duty.actual) if duty else None


def test_a_grid_has_a_column_for_each_seat(store):
    grid = roster.grid(store, WEEK)
    assert [column.title for column in grid.columns] == ["带班领导", "主班", "副班", "司机"]
    assert len(grid.needed) == 7 * 4
    assert grid.place(MONDAY.day, grid.columns[1]) == MONDAY
    assert grid.shift(MONDAY).name == "24小时班"
    assert grid.person(MONDAY) is None


def test_shifts_that_never_share_a_day_share_a_column():
    grid = roster.grid(staffed_store(28, PresetKind.GAPS), WEEK)
    leader = grid.columns[0]
    assert [shift.id for shift in leader.shifts] == ["night", "rest_day"]
    assert grid.place(date(2026, 11, 20), leader).shift == "night"
    assert grid.place(date(2026, 11, 21), leader).shift == "rest_day"


def test_two_shifts_of_one_day_stand_apart():
    titles = [column.title for column in roster.grid(staffed_store(28, PresetKind.DAY_NIGHT), WEEK).columns]
    assert titles == ["带班领导", "白班值班员", "夜班值班员", "司机"]


def test_sensitive_days_say_why(store):
    period = SensitivePeriod("s", Period(date(2026, 11, 18), date(2026, 11, 30)), "重要会议")
    save_sensitive_periods(store, [period], by=BY)
    assert roster.grid(store, WEEK).sensitive == {day: "重要会议" for day in WEEK if day.day >= 18}


@pytest.mark.parametrize("question", [roster.grid, roster.situation_of])
def test_more_than_two_years_are_refused(store, question):
    with pytest.raises(TooLongPeriodError):
        question(store, Period(date(2026, 1, 1), date(2028, 12, 31)))


def test_an_adopted_plan_is_planned_and_stood(planned):
    duties = roster.grid(planned, WEEK).duties.values()
    assert len(duties) == 28
    assert all(duty.planned == duty.actual for duty in duties)


def test_a_plan_for_another_situation_is_refused(store):
    situation = roster.situation_of(store, WEEK)
    plan = make_plan(situation)
    roster.assign(store, [(MONDAY, "p1")], by=BY)
    before = journalled(store)
    with pytest.raises(SituationChangedError):
        roster.adopt_plan(store, situation, plan, by=BY)
    assert journalled(store) == before


def test_planning_twice_changes_nothing(planned):
    before = journalled(planned)
    assert adopt(planned).rows == 0
    assert journalled(planned) == before


def test_what_the_pattern_no_longer_has_is_cleared_by_a_plan(planned):
    gone = replace(MONDAY, seat=5)
    roster.assign(planned, [(gone, "p1")], by=BY)
    assert gone in roster.grid(planned, WEEK).duties
    adopt(planned)
    assert gone not in roster.grid(planned, WEEK).duties


def test_entered_by_hand_is_planned_and_stood(store):
    changes = roster.assign(store, [(MONDAY, "p1"), (TUESDAY, "p2")], by=BY)
    assert (changes.topics, changes.rows) == (Topic.ROSTER, 2)
    assert stands(store, MONDAY) == ("p1", "p1")


def test_after_publication_the_turn_stays_with_whom_it_was(store):
    roster.assign(store, [(MONDAY, "p1")], by=BY)
    roster.publish(store, WEEK, by=BY)
    roster.assign(store, [(MONDAY, "p2")], by=BY)
    assert stands(store, MONDAY) == ("p1", "p2")


def test_one_unknown_person_keeps_all_from_being_entered(store):
    before = journalled(store)
    with pytest.raises(NotFoundError):
        roster.assign(store, [(MONDAY, "p1"), (TUESDAY, "nobody")], by=BY)
    assert journalled(store) == before


def test_two_places_exchange_their_people(store):
    roster.assign(store, [(MONDAY, "p1")], by=BY)
    roster.exchange(store, MONDAY, TUESDAY, by=BY)
    assert stands(store, MONDAY) == (None, None)
    assert stands(store, TUESDAY) == ("p1", "p1")


def test_a_locked_duty_outlives_a_plan(planned):
    other = next(each for each in ("p1", "p2") if each != stands(planned, MONDAY)[1])
    roster.assign(planned, [(MONDAY, other)], by=BY)
    roster.lock(planned, [MONDAY], locked=True, by=BY)
    adopt(planned)
    assert stands(planned, MONDAY)[1] == other
    roster.lock(planned, [MONDAY], locked=False, by=BY)
    assert not roster.grid(planned, WEEK).duties[MONDAY].locked


def test_an_empty_place_is_never_locked(store):
    assert roster.lock(store, [MONDAY], locked=True, by=BY).rows == 0
    roster.assign(store, [(MONDAY, "p1")], by=BY)
    roster.lock(store, [MONDAY], locked=True, by=BY)
    roster.clear(store, [MONDAY], by=BY)
    assert not roster.grid(store, WEEK).duties[MONDAY].locked


def test_a_note_stands_on_an_empty_place_too(store):
    roster.note(store, MONDAY, "值班室搬迁", by=BY)
    assert roster.grid(store, WEEK).duties[MONDAY].note == "值班室搬迁"


def test_versions_count_up_and_changes_are_told(planned):
    roster.publish(planned, WEEK, by=BY)
    assert roster.grid(planned, WEEK).version == 1
    assert roster.grid(planned, WEEK).news == ()
    one, other = (stands(planned, place)[1] for place in (MONDAY, TUESDAY))
    roster.exchange(planned, MONDAY, TUESDAY, by=BY)
    grid = roster.grid(planned, WEEK)
    assert grid.changed == {MONDAY, TUESDAY}
    assert grid.published[MONDAY] == one
    assert set(grid.news) == {News(one, (TUESDAY,), (MONDAY,)), News(other, (MONDAY,), (TUESDAY,))}
    roster.publish(planned, WEEK, by=BY)
    assert roster.grid(planned, WEEK).version == 2
    assert roster.grid(planned, WEEK).changed == frozenset()


def test_an_empty_place_is_made_known_as_empty(store):
    roster.assign(store, [(MONDAY, "p1")], by=BY)
    roster.publish(store, WEEK, by=BY)
    roster.assign(store, [(TUESDAY, "p2")], by=BY)
    grid = roster.grid(store, WEEK)
    assert grid.published[TUESDAY] is None
    assert grid.changed == {TUESDAY}
    assert grid.news == (News("p2", (TUESDAY,), ()),)


def test_nothing_is_published_where_nothing_is_planned(store):
    before = journalled(store)
    with pytest.raises(NothingPlannedError):
        roster.publish(store, WEEK, by=BY)
    assert journalled(store) == before


def test_published_cells_are_what_a_plan_keeps(planned):
    roster.publish(planned, WEEK, by=BY)
    assert roster.situation_of(planned, WEEK).kept == roster.grid(planned, WEEK).needed


def test_changes_of_a_duty_are_counted(planned):
    duties = roster.grid(planned, WEEK).duties
    roster.exchange(planned, MONDAY, TUESDAY, by=BY)
    counts = roster.change_counts(planned, duties.values())
    assert counts[duties[MONDAY].id] == 1
    assert sum(counts.values()) == 2


def test_a_version_that_was_taken_back_may_hang_on_a_wall_and_its_number_is_not_used_again(store):
    roster.assign(store, [(MONDAY, "p1")], by=BY)
    roster.publish(store, WEEK, by=BY)
    undo(store, by=BY)
    roster.assign(store, [(MONDAY, "p8")], by=BY)
    roster.publish(store, WEEK, by=BY)
    assert roster.grid(store, WEEK).version == 2
