"""Duties as a calendar file that phones and mail programs take in; a later file updates an earlier one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from dutydesk.exports.sheet import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icalendar import Component

ZONE = ZoneInfo("Asia/Shanghai")
"""All of China keeps this one time, without summer time since 1992."""
EIGHT_HOURS = timedelta(hours=8)


@dataclass(frozen=True, slots=True)
class Event:
    """One duty of one person.

    `uid` stays the same as long as it is the same duty, `sequence` grows with each change of it; `starts` and
    `ends` are aware instants in any zone.
    """

    uid: str
    starts: datetime
    ends: datetime
    summary: str
    description: str = ""
    location: str = ""
    sequence: int = 0


def render(events: Iterable[Event], *, stamp: datetime, name: str = "") -> bytes:
    """Write the calendar; `stamp` is the aware moment of writing, `name` what a phone calls the calendar."""
    from icalendar import Calendar  # noqa: PLC0415 - slow to load, seldom needed

    calendar = Calendar()
    calendar.add("prodid", "-//DutyDesk//DutyDesk//ZH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("x-wr-calname", printable(name))
    calendar.add_component(_zone())
    for event in events:
        calendar.add_component(_component(event, stamp))
    return bytes(calendar.to_ical())


def _component(event: Event, stamp: datetime) -> Component:
    from icalendar import Event as Duty  # noqa: PLC0415 - slow to load, seldom needed

    component = Duty()
    component.add("uid", event.uid)
    component.add("dtstamp", _aware(stamp).astimezone(UTC))
    component.add("dtstart", _aware(event.starts).astimezone(ZONE))
    component.add("dtend", _aware(event.ends).astimezone(ZONE))
    component.add("sequence", event.sequence)
    component.add("summary", printable(event.summary))
    for key, text in (("description", event.description), ("location", event.location)):
        if text:
            component.add(key, printable(text))
    return component


def _zone() -> Component:
    """Describe the zone in the file itself: some calendars know none by name."""
    from icalendar import Timezone, TimezoneStandard  # noqa: PLC0415 - slow to load, seldom needed

    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1992, 1, 1))  # noqa: DTZ001 - the format wants local time here
    standard.add("tzoffsetfrom", EIGHT_HOURS)
    standard.add("tzoffsetto", EIGHT_HOURS)
    standard.add("tzname", "CST")
    zone = Timezone()
    zone.add("tzid", ZONE.key)
    zone.add_component(standard)
    return zone


def _aware(moment: datetime) -> datetime:
    """Refuse a moment without a zone: it would be read in that of the machine."""
    if moment.tzinfo is None:
        raise ValueError("a calendar needs instants, not clock readings")
    return moment
