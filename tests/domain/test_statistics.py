from datetime import UTC, datetime

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.discipline import Candidate, ViolationKind
from dutydesk.domain.incidents import Channel
from dutydesk.domain.shares import Share
from dutydesk.domain.statistics import (
    Cases,
    Had,
    Lateness,
    Reported,
    busiest,
    by_month,
    cases,
    lateness,
    loads,
)
from dutydesk.domain.violations import State, Violation
from tests.builders import a_duty, day

AT = datetime(2026, 11, 20, tzinfo=UTC)
WORKDAY, HOLIDAY = RotationClass.WORKDAY, RotationClass.HOLIDAY


def share(person, post, rotation, count, due):
    return Share(person, post, rotation, 1.0, 0, due, count, None, 0)


def test_the_posts_of_a_class_are_added_up_for_each_person():
    found = loads([
        share("a", "officer", WORKDAY, 3, 2.5),
        share("a", "leader", WORKDAY, 1, 0.5),
        share("a", "officer", HOLIDAY, 1, 1.0),
        share("b", "officer", WORKDAY, 2, 3.0),
    ])  # fmt: skip
    assert [each.person for each in found] == ["a", "b"]
    assert found[0].of(WORKDAY) == Had(4, 3.0)
    assert found[0].whole == Had(5, 4.0)
    assert found[1].of(HOLIDAY) == Had()


def test_the_months_count_whoever_stood_not_whose_turn_it_was():
    stood = [
        a_duty("a", "2026-01-05"),
        a_duty("a", "2026-01-09", actual="b"),
        a_duty("b", "2026-12-31"),
        a_duty("b", "2025-12-31"),
        a_duty(None, "2026-03-01"),
    ]
    found = by_month(stood, 2026)
    assert found == {"a": (1, *[0] * 11), "b": (1, *[0] * 10, 1)}


def late(person, minutes, kind=ViolationKind.LATE):
    return Candidate(f"{kind}/{person}/{minutes}", kind, person, AT, minutes)


def test_lateness_is_summed_by_person_the_latest_first():
    noted = [late("a", 5), late("b", 30), late("a", 20), late("c", 90, ViolationKind.LATE_REPORT)]
    assert lateness(noted) == (Lateness("b", 1, 30, 30), Lateness("a", 2, 25, 20))


def violation(number, person, kind, state, points=0):
    return Violation(
        id=f"v{number}", number=number, kind=kind, person=person, at=AT, day=day("2026-11-20"), what="-",
        due=500, state=state, points=points,
    )  # fmt: skip


def test_cases_are_counted_by_kind_and_section_and_only_the_confirmed_count():
    absent, tardy = ViolationKind.ABSENT_FROM_POST, ViolationKind.LATE
    known = [
        violation(1, "a", tardy, State.CONFIRMED, 100),
        violation(2, "b", tardy, State.CANCELLED),
        violation(3, "c", absent, State.APPEALED, 500),
        violation(4, "a", tardy, State.REPORTED),
    ]
    assert cases(known, {"a": "s1", "b": "s1", "c": "s2"}) == (
        Cases(absent, "s2", 1, 1, 500),
        Cases(tardy, "s1", 3, 1, 100),
    )


def test_a_report_is_late_after_its_time_and_open_ones_are_not_judged():
    assert [Reported(1, "山洪", AT, Channel.PHONE, 30, took).is_late for took in (None, 30, 31)] == [
        False,
        False,
        True,
    ]


def test_the_busiest_day_is_the_first_of_equals():
    assert busiest({day("2026-02-02"): 3, day("2026-02-01"): 3, day("2026-03-01"): 1}) == (
        day("2026-02-01"),
        3,
    )
    assert busiest({}) is None
