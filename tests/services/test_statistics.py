from dataclasses import replace

import pytest

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.incidents import Channel, Grade, Incident, Told
from dutydesk.domain.log import LogEntry, LogKind
from dutydesk.domain.spot_checks import Method, SpotCheck
from dutydesk.services import discipline, incidents, log, spot_checks, statistics, watch
from dutydesk.services.watch import sign_out
from tests.builders import day
from tests.invented import office_store
from tests.services.cases import ACCUSED, PERSONNEL, brought, confirmed, with_accounts
from tests.services.nights import DEPUTY, MAIN, a_room, arrive, by

TODAY = day("2026-11-21")


@pytest.fixture
def store():
    return a_room()


def an_entry(hours):
    """Something was entered in the log so many hours after Friday's 8:00."""
    at = by(hours).at
    return LogEntry(id=f"e{hours}", kind=LogKind.OTHER, at=at, typed_at=at, content="来电")


def calls(store):
    """One shift was called and answered after twelve seconds, one was visited."""
    for number, (method, seconds) in enumerate(((Method.PHONE, 12), (Method.SITE, None))):
        check = SpotCheck(
            id=f"c{number}", at=by(number).at, method=method, shift="2026-11-20/full_day",
            inspector="周主任", seconds=seconds,
        )  # fmt: skip
        spot_checks.record(store, check, by=by(5))


def an_incident(store):
    """A flood, of which the level above was told half an hour and a second later."""
    at = by(1).at
    told = Incident(id="i", name="山洪", learned_at=at, received_at=at, grade=Grade.LARGER)
    incidents.open_incident(store, told, by=by(1))
    call = Told(id="t", incident="i", whom="市委值班室", at=by(1 + 1801 / 3600).at, typed_at=at)
    incidents.tell(store, call, by=by(2))


def test_the_account_of_the_year_begins_with_the_first_duty_on_file_and_ends_today(store):
    found = {each.person: each for each in statistics.loads(store, 2026, TODAY)}
    assert sum(each.whole.count for each in found.values()) == 8  # Friday and Saturday, four posts each
    assert sum(each.whole.due for each in found.values()) == pytest.approx(8)
    assert found["p1"].of(RotationClass.WORKDAY).count == 1
    assert statistics.loads(store, 2026, day("2026-11-19")) == ()
    assert statistics.loads(store, 2025, TODAY) == ()


def test_an_office_with_nothing_in_it_has_no_figures():
    empty = office_store()
    assert statistics.loads(empty, 2026, TODAY) == ()
    assert statistics.by_month(empty, 2026) == {}
    assert statistics.busy_days(empty, 2026) == {}
    assert statistics.reported(empty, 2026) == ()
    assert statistics.accounts(empty, TODAY) == ()


def test_entries_are_counted_on_the_day_of_the_offices_clock(store):
    arrive(store, 0, MAIN)
    for hours in (1, 2, 17):
        log.record(store, an_entry(hours), by=by(hours))
    assert statistics.busy_days(store, 2026) == {day("2026-11-20"): 2, day("2026-11-21"): 1}


def test_only_calls_are_answered(store):
    calls(store)
    assert [each.seconds for each in statistics.answers(store, 2026)] == [12]
    assert statistics.answers(store, 2025) == ()


def test_a_begun_minute_of_a_report_counts_and_an_open_one_has_none(store):
    an_incident(store)
    found = {each.channel: each for each in statistics.reported(store, 2026)}
    assert (found[Channel.PHONE].allowed, found[Channel.PHONE].took) == (30, 31)
    assert found[Channel.PHONE].is_late
    assert found[Channel.WRITTEN].took is None


def test_late_reliefs_leave_out_what_was_put_aside_and_what_one_may_not_see(store):
    arrive(store, 0, MAIN, late=0.5)
    arrive(store, 0, DEPUTY, late=0.75)
    assert [(each.person, each.minutes) for each in statistics.late_reliefs(store, 2026, "")] == [
        ("p2", 45),
        ("p1", 30),
    ]
    aside = next(each for each in discipline.candidates(store) if each.person == "p2")
    discipline.dismiss(store, aside.id, "路上封道", by=by(2))
    with_accounts(store)
    assert [each.person for each in statistics.late_reliefs(store, 2026, PERSONNEL)] == ["p1"]
    assert [each.person for each in statistics.late_reliefs(store, 2026, ACCUSED)] == ["p1"]  # their own
    assert statistics.late_reliefs(store, 2026, "p2") == ()


def test_violations_are_counted_as_far_as_one_may_read_them(store):
    confirmed(store)
    brought(store, hours=30)
    (found,) = statistics.cases(store, 2026, "")
    assert (found.kind, found.section) == (ViolationKind.ABSENT_FROM_POST, "s2")
    assert (found.brought, found.counting, found.points) == (2, 1, 500)
    with_accounts(store)
    assert statistics.cases(store, 2026, ACCUSED)[0].brought == 2
    assert statistics.cases(store, 2026, "p2") == ()


def test_accounts_are_of_those_who_serve_and_count_what_expires(store):
    found = {each.person: each for each in statistics.accounts(store, TODAY)}
    assert len(found) == 14
    assert (found["p1"].rest_left, found["p1"].soon) == (0, 0)
    arrive(store, 0, MAIN)
    arrive(store, 1, MAIN)
    sign_out(store, watch.room(store, by(24).at).attendances[0].id, by=by(24.1))
    earned = {each.person: each for each in statistics.accounts(store, TODAY)}["p1"]
    assert earned == replace(found["p1"], rest_earned=1, rest_left=1)
