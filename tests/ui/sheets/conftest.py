"""A small office with a roster to print: two weeks of November and National Day."""

from dataclasses import replace
from datetime import datetime

import pytest

from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.people import Person, Section
from dutydesk.services.calendar import adopt_notice
from dutydesk.services.office import office, save_office
from dutydesk.services.people import save_people, save_sections
from dutydesk.services.roster import assign, grid, publish
from tests.builders import day, days, the_calendar
from tests.invented import BY, office_store
from ui.clock import OFFICE_ZONE
from ui.sheets.parts import Letterhead

WEEK, HOLIDAY = days("2026-11-16", 7), days("2026-10-01", "2026-10-07")
PEOPLE = {
    "chen": ("陈局长", "leader", "局长", "13800000001"), "li": ("李堃", "officer", "科长", "13800000002"),
    "zhang": ("张伟", "officer", "科员", "13800000003"), "wei": ("张伟", "officer", "科员", ""),
    "ma": ("马师傅", "driver", "司机", "13800000005"), "zhou": ("周镕", "mid_level", "主任", "13800000006"),
}  # fmt: skip


def place(on, post, seat=0):
    return PlaceKey(day(on) if isinstance(on, str) else on, "full_day", post, seat)


@pytest.fixture
def store():
    """The week is published; on Tuesday the officers were exchanged since."""
    opened = office_store()
    sections = [Section("a", "秘书科", 1), Section("b", "信息科", 2)]
    save_sections(opened, sections, by=BY)
    people = [
        Person(
            who, name, "b" if who == "wei" else "a", title, posts=frozenset({post}), phone=phone, sort=number
        )
        for number, (who, (name, post, title, phone)) in enumerate(PEOPLE.items())
    ]
    save_people(opened, people, by=BY)
    notice = [each for each in the_calendar().days.values() if each.day.year == 2026]
    adopt_notice(opened, 2026, notice, "通知", by=BY)
    assign(opened, [(place(on, *seat), who) for on in (*WEEK, *HOLIDAY) for seat, who in _stood(on)], by=BY)
    publish(opened, WEEK, by=BY)
    tuesday = [place("2026-11-17", "officer", seat) for seat in (0, 1)]
    assign(opened, zip(tuesday, ("zhang", "li"), strict=True), by=BY)
    yield opened
    opened.close()


def _stood(on):
    yield ("leader", 0), "chen"
    yield ("officer", 0), "li"
    yield ("officer", 1), "zhang" if on.day % 2 else "wei"
    yield ("driver", 0), "ma" if on != day("2026-11-20") else None


@pytest.fixture
def shown(store):
    """The grid of a period."""
    return lambda period=WEEK: grid(store, period)


@pytest.fixture
def head(store):
    return Letterhead(office(store), datetime(2026, 11, 18, 16, 20, tzinfo=OFFICE_ZONE))


@pytest.fixture
def with_office(store):
    """Change the particulars and take the head of the sheets anew."""

    def changed(**facts):
        save_office(store, replace(office(store), **facts), by=BY)
        return Letterhead(office(store), datetime(2026, 11, 18, 16, 20, tzinfo=OFFICE_ZONE))

    return changed


def texts(sheet):
    """The cells of a sheet as they are printed."""
    return [[cell.words for cell in line] for line in sheet.rows]
