from datetime import timedelta

import pytest

from dutydesk.services.roster import change_counts
from tests.builders import days
from tests.ui.sheets.conftest import HOLIDAY, WEEK
from ui.i18n import CHINESE, set_language
from ui.sheets.choice import events, sheet_for


@pytest.mark.parametrize(
    ("period", "title"),
    [
        (WEEK, "第47周"),
        (days("2026-11-16", 10), "11月25日"),
        (days("2026-11-01", "2026-11-30"), "2026年11月"),
        (HOLIDAY, "国庆节"),
        (days("2026-10-01", 1), "国庆节"),
        (days("2026-09-28", 7), "第40周"),
    ],
    ids=str,
)
def test_the_form_fits_the_period(shown, head, period, title):
    set_language(CHINESE)
    assert title in sheet_for(shown(period), head).title


def test_one_persons_duties_are_a_list_whatever_the_period(shown, head):
    set_language(CHINESE)
    grid = shown(HOLIDAY)
    assert "李堃" in sheet_for(grid, head, grid.people["li"]).title


@pytest.fixture
def calendar(store, shown, head):
    grid = shown(WEEK)
    return lambda person=None: events(grid, head, change_counts(store, grid.duties.values()), person)


def test_every_duty_that_is_stood_is_an_event_and_no_empty_one_is(calendar):
    made = calendar()
    assert len(made) == 7 * 4 - 1
    assert len({event.uid for event in made}) == len(made)
    assert all(event.ends - event.starts == timedelta(days=1) for event in made)
    assert made[0].starts.isoformat() == "2026-11-16T08:00:00+08:00"
    assert made[0].location == "云溪市人民政府办公室"


def test_a_duty_that_was_changed_says_how_often(calendar):
    assert {event.sequence for event in calendar() if event.starts.day == 17} == {0, 1}
    assert {event.sequence for event in calendar() if event.starts.day == 18} == {0}


def test_one_persons_calendar_has_their_duties_only(shown, calendar):
    made = calendar(shown(WEEK).people["li"])
    assert len(made) == 7
    assert all(event.summary.endswith("李堃") for event in made)
    assert calendar(shown(WEEK).people["zhou"]) == ()
