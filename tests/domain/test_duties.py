from datetime import datetime, time

import pytest

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.duties import PlaceKey, Places, Post, Season, by_sort, day_places
from tests.builders import MONDAY, a_shift, day

WORKDAY, RESTDAY, HOLIDAY = RotationClass
SUMMER, WINTER = Season((5, 1), (9, 30)), Season((10, 1), (4, 30))


def places(*heads, rotation=WORKDAY):
    return tuple(Places(post, rotation, count) for post, count in heads)


@pytest.mark.parametrize(
    ("season", "on", "covers"),
    [
        (SUMMER, "2026-05-01", True), (SUMMER, "2026-09-30", True), (SUMMER, "2026-10-01", False),
        (WINTER, "2026-10-01", True), (WINTER, "2026-12-31", True), (WINTER, "2027-01-01", True),
        (WINTER, "2027-04-30", True), (WINTER, "2027-05-01", False),
    ],
)  # fmt: skip
def test_a_season_may_run_over_the_new_year(season, on, covers):
    assert season.covers(day(on)) is covers


def test_summer_and_winter_share_no_day_and_leave_none_out():
    year = [day(f"2028-{month:02}-{number:02}") for month in range(1, 13) for number in range(1, 29)]
    assert all(SUMMER.covers(each) != WINTER.covers(each) for each in year)


def test_a_shift_is_in_force_between_its_days_and_in_its_season():
    shift = a_shift(season=SUMMER, first=day("2026-06-01"), last=day("2027-06-01"))
    runs = {on: shift.runs(day(on)) for on in ("2026-05-31", "2026-06-01", "2026-10-01", "2027-06-02")}
    assert list(runs.values()) == [False, True, False, False]


@pytest.mark.parametrize(
    ("starts", "ends", "until"),
    [
        (time(8), time(8), datetime(2026, 11, 17, 8)),  # noqa: DTZ001 - local times
        (time(17, 30), time(8, 30), datetime(2026, 11, 17, 8, 30)),  # noqa: DTZ001
        (time(11, 50), time(13), datetime(2026, 11, 16, 13)),  # noqa: DTZ001
        (time(0), time(0), datetime(2026, 11, 17)),  # noqa: DTZ001
    ],
)
def test_a_shift_belongs_to_the_day_on_which_it_starts(starts, ends, until):
    begins, stops = a_shift(starts=starts, ends=ends).span(MONDAY)
    assert (begins.date(), begins.time(), stops) == (MONDAY, starts, until)


def test_the_places_of_a_day_are_its_heads_by_shift_post_and_seat():
    noon = a_shift(id="noon", places=places(("officer", 1)))
    night = a_shift(id="night", places=places(("leader", 1), ("officer", 2)))
    rest = a_shift(id="rest", places=places(("leader", 1), rotation=RESTDAY))
    assert day_places([noon, night, rest], MONDAY, WORKDAY, {}) == (
        PlaceKey(MONDAY, "noon", "officer", 0),
        PlaceKey(MONDAY, "night", "leader", 0),
        PlaceKey(MONDAY, "night", "officer", 0),
        PlaceKey(MONDAY, "night", "officer", 1),
    )
    assert day_places([noon, night, rest], MONDAY, RESTDAY, {}) == (PlaceKey(MONDAY, "rest", "leader", 0),)


def test_on_each_day_only_the_shift_of_its_season_stands():
    summer = a_shift(id="summer", season=SUMMER)
    winter = a_shift(id="winter", season=WINTER)
    stood = {on: [each.shift for each in day_places([summer, winter], day(on), WORKDAY, {})] for on in (
        "2026-09-30", "2026-10-01",
    )}  # fmt: skip
    assert stood == {"2026-09-30": ["summer"], "2026-10-01": ["winter"]}


def test_a_sensitive_period_adds_to_every_shift_that_stands_the_post():
    shifts = [a_shift(id=name, places=places(("officer", 1))) for name in ("day", "night")]
    found = day_places(shifts, MONDAY, WORKDAY, {"officer": 1})
    assert [(each.shift, each.seat) for each in found] == [("day", 0), ("day", 1), ("night", 0), ("night", 1)]


def test_a_post_that_no_shift_stands_is_added_to_the_longest():
    noon = a_shift(id="noon", starts=time(12), ends=time(13), places=places(("officer", 1)))
    night = a_shift(id="night", starts=time(17), ends=time(9), places=places(("officer", 1)))
    found = day_places([night, noon], MONDAY, WORKDAY, {"leader": 1})
    assert [(each.shift, each.post) for each in found if each.post == "leader"] == [("night", "leader")]


def test_a_day_without_a_shift_stays_without_one_in_a_sensitive_period():
    assert day_places([a_shift(last=day("2026-01-01"))], MONDAY, WORKDAY, {"leader": 1}) == ()


def test_seats_have_names_as_far_as_they_go():
    post = Post("officer", "值班员", seats=("主班", "副班"))
    assert [post.seat_name(seat) for seat in range(3)] == ["主班", "副班", "值班员"]


def test_shifts_stand_in_the_order_of_the_day():
    late, early = a_shift(id="late", starts=time(17)), a_shift(id="early", starts=time(8))
    assert [each.id for each in by_sort([late, early, a_shift(id="first", sort=-1)])] == [
        "first",
        "early",
        "late",
    ]
