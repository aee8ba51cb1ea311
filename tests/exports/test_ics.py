from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from dutydesk.exports.ics import ZONE, Event, render

STAMP = datetime(2026, 11, 13, 8, 20, tzinfo=UTC)
NIGHT = Event(
    uid="0193-night@dutydesk",
    starts=datetime(2026, 11, 16, 17, 30, tzinfo=ZONE),
    ends=datetime(2026, 11, 17, 8, 30, tzinfo=ZONE),
    summary="夜班：司徒䶮龘; 主班, 值班室",
    description="带班领导：李堃\n电话：0571-88001234",
    location="总值班室102",
    sequence=2,
)


def duties(written):
    return Calendar.from_ical(written).walk("VEVENT")


def test_a_duty_comes_back_as_it_was():
    (duty,) = duties(render([NIGHT], stamp=STAMP))
    assert str(duty["uid"]) == NIGHT.uid
    assert duty.decoded("dtstart") == NIGHT.starts
    assert duty.decoded("dtend") == NIGHT.ends
    assert duty.decoded("dtstamp") == STAMP
    assert duty["sequence"] == 2
    assert str(duty["summary"]) == NIGHT.summary
    assert str(duty["description"]) == NIGHT.description
    assert str(duty["location"]) == NIGHT.location


def test_times_are_local_and_the_zone_is_described():
    written = render([NIGHT], stamp=STAMP).decode()
    assert "DTSTART;TZID=Asia/Shanghai:20261116T173000" in written
    (zone,) = Calendar.from_ical(written).walk("VTIMEZONE")
    (standard,) = zone.walk("STANDARD")
    assert str(zone["tzid"]) == "Asia/Shanghai"
    assert standard.decoded("tzoffsetto") == timedelta(hours=8)


def test_an_instant_in_another_zone_is_the_same_instant():
    away = Event(
        uid="a", starts=NIGHT.starts.astimezone(UTC), ends=NIGHT.ends.astimezone(UTC), summary="夜班"
    )
    assert b"DTSTART;TZID=Asia/Shanghai:20261116T173000" in render([away], stamp=STAMP)


def test_the_same_duties_make_the_same_file():
    assert render([NIGHT, NIGHT], stamp=STAMP) == render((NIGHT, NIGHT), stamp=STAMP)


def test_a_calendar_may_be_empty_and_have_a_name():
    written = render((), stamp=STAMP, name="滨江值班")
    assert duties(written) == []
    assert "X-WR-CALNAME:滨江值班" in written.decode()
    assert b"X-WR-CALNAME" not in render((), stamp=STAMP)


def test_a_clock_reading_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="instants"):
        render([NIGHT], stamp=STAMP.replace(tzinfo=None))


def test_lines_are_folded_and_end_as_the_format_wants():
    long = Event(uid="b", starts=NIGHT.starts, ends=NIGHT.ends, summary="值班" * 60)
    written = render([long], stamp=STAMP)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert str(duties(written)[0]["summary"]) == "值班" * 60
