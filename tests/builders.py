"""A vocabulary for tests: say only what a test is about; a roster is drawn, a row a person, a column a day.

`*` stands the duty of that day, `#` stands it locked, `x` is on leave, `.` is free.
"""

import csv
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from dutydesk.domain.accounts import Author
from dutydesk.domain.calendar import Calendar, CalendarDay, LegalClass, RotationClass, calendar_of
from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey, Places, Post, ShiftType
from dutydesk.domain.leave import Leave, LeaveType
from dutydesk.domain.people import Person, Section
from dutydesk.domain.presets import PresetKind, preset
from dutydesk.domain.roster import Duty
from dutydesk.domain.situation import Situation
from dutydesk.services.hashing import Cost

NOTICES = Path(__file__).parents[1] / "resources" / "calendar" / "holidays_2024_2026.csv"
NOW = datetime(2026, 11, 16, 1, 30, tzinfo=UTC)
BY = Author("王敏", NOW)
CHEAP = Cost(passes=1, memory=8)
"""Hashes that take no time; what is tried is how they are used."""
MONDAY = date(2026, 11, 16)
"""The first day of most drawings; a plain working week in a year with a notice."""
POST, SHIFT = "officer", "full_day"
LEAVE_TYPES = (LeaveType("annual", "年休假", repaid=True), LeaveType("maternity", "产假", repaid=False))


def day(text):
    return date.fromisoformat(text)


def days(first, last=None):
    """A period from ISO days, or of so many days."""
    begins = day(first) if isinstance(first, str) else first
    if isinstance(last, int):
        return Period(begins, begins + timedelta(days=last - 1))
    return Period(begins, day(last) if last else begins)


def a_section(number=1, **facts):
    return Section(**{"id": f"s{number}", "name": f"科室{number}", "sort": number, **facts})


def a_person(number=0, **facts):
    """Somebody who may stand the one post of the drawings, each of a section of their own."""
    plain = {"id": f"p{number}", "name": f"某{number}", "section": f"s{number}", "sort": number}
    return Person(**{**plain, "posts": frozenset({POST}), **facts})


def a_shift(**facts):
    """24 hours from 8:00, one officer on every day, with no rest demanded but the office's."""
    places = tuple(Places(POST, rotation, 1) for rotation in RotationClass)
    plain = {"id": SHIFT, "name": "24小时班", "starts": time(8), "ends": time(8), "places": places}
    return ShiftType(**{**plain, "night": True, "rest_hours": 0, **facts})


def a_place(on=MONDAY, shift=SHIFT, post=POST, seat=0):
    return PlaceKey(day(on) if isinstance(on, str) else on, shift, post, seat)


def a_duty(person, on=MONDAY, **facts):
    """Somebody stands a place as planned."""
    place = a_place(on, **{name: facts.pop(name) for name in ("shift", "post", "seat") if name in facts})
    plain = {"id": f"{place.day}/{place.shift}/{place.post}/{place.seat}", "place": place}
    return Duty(**{**plain, "planned": person, "actual": person, **facts})


def a_leave(person, first, last=None, **facts):
    plain = {"id": f"{person}@{first}", "person": person, "type": "annual", "period": days(first, last)}
    return Leave(**{**plain, **facts})


def the_calendar():
    """The official calendar of 2024 to 2026."""
    with NOTICES.open(encoding="utf-8-sig", newline="") as file:
        rows = [
            CalendarDay(day(row["date"]), LegalClass(row["day_kind"]), row["festival"])
            for row in csv.DictReader(file)
        ]
    return calendar_of(rows, {each.day.year for each in rows})


def an_office(people=4, period=None, **facts):
    """A situation of so many people with one post, stood by one at a time, and every year's notice known."""
    staff = tuple(a_person(number) for number in range(people)) if isinstance(people, int) else tuple(people)
    plain = {
        "period": period or days(MONDAY, 7),
        "calendar": Calendar({}, frozenset(range(2000, 2100))),
        "people": staff,
        "posts": (Post(POST, "值班员", leads=True),),
        "shifts": (a_shift(),),
        "leave_types": LEAVE_TYPES,
    }
    return Situation(**{**plain, **facts})


def drawn(drawing, first=MONDAY, **facts):
    """The situation of a drawing; its period are the days drawn."""
    rows = [line.split() for line in drawing.strip().splitlines()]
    marks = dict(rows)
    period = days(first, len(next(iter(marks.values()))))
    cells = [(name, on, mark) for name, row in marks.items() for on, mark in zip(period, row, strict=True)]
    return an_office(
        [a_person(number, id=name, name=name) for number, name in enumerate(marks)],
        period,
        duties=tuple(a_duty(name, on, locked=mark == "#") for name, on, mark in cells if mark in "*#"),
        leaves=tuple(a_leave(name, on) for name, on, mark in cells if mark == "x"),
        **facts,
    )


def picture(situation, plan):
    """A plan as a drawing."""
    stood = {(person, place.day) for place, person in plan.cells}
    lines = [
        f"{person.id} " + "".join("*" if (person.id, on) in stood else "." for on in situation.period)
        for person in situation.people
    ]
    return "\n".join(lines)


def rows_of(drawing):
    """A drawing as it is written in a test, without its indentation."""
    return "\n".join(" ".join(line.split()) for line in drawing.strip().splitlines())


def a_preset(kind=PresetKind.FULL_DAY):
    """A preset whose names are its codes."""
    return preset(kind, str)
