from datetime import date

import pytest

from dutydesk.domain.calendar import CalendarDay, LegalClass, RotationClass, SensitivePeriod
from dutydesk.domain.dates import Period
from dutydesk.errors import ForeignYearError, MissingFieldError
from dutydesk.services import calendar
from dutydesk.services.changes import Topic
from tests.invented import BY, journalled, office_store

HOLIDAY = LegalClass.STATUTORY_HOLIDAY
NEW_YEAR = CalendarDay(date(2027, 1, 1), HOLIDAY, "元旦")


@pytest.fixture
def store():
    return office_store()


def test_a_day_set_by_hand_goes_before_its_weekday(store):
    monday = date(2026, 11, 16)
    changes = calendar.save_days(store, [CalendarDay(monday, LegalClass.ADJUSTED_REST, "校庆")], by=BY)
    assert changes.topics is Topic.CALENDAR
    assert calendar.calendar(store).day(monday).rotation is RotationClass.HOLIDAY


def test_a_cleared_day_is_its_weekday_again(store):
    calendar.save_days(store, [NEW_YEAR], by=BY)
    calendar.clear_days(store, [NEW_YEAR.day, date(2027, 1, 2)], by=BY)
    assert calendar.calendar(store).days == {}


def test_a_year_is_noticed_only_once_its_notice_is_entered(store):
    period = Period(date(2026, 12, 1), date(2027, 1, 31))
    assert calendar.calendar(store).unnoticed_years(period) == (2026, 2027)
    calendar.adopt_notice(store, 2027, [NEW_YEAR], "国务院办公厅通知", by=BY)
    assert calendar.calendar(store).unnoticed_years(period) == (2026,)
    assert calendar.notices(store) == (calendar.Notice(2027, "国务院办公厅通知", 1),)


def test_a_later_notice_replaces_the_days_of_its_year_and_no_other(store):
    kept = CalendarDay(date(2026, 12, 31), HOLIDAY)
    calendar.save_days(store, [kept, CalendarDay(date(2027, 1, 2), HOLIDAY)], by=BY)
    calendar.adopt_notice(store, 2027, [NEW_YEAR], "", by=BY)
    assert set(calendar.calendar(store).days) == {kept.day, NEW_YEAR.day}


@pytest.mark.parametrize(
    ("days", "error"),
    [([], MissingFieldError), ([NEW_YEAR, CalendarDay(date(2028, 1, 1), HOLIDAY)], ForeignYearError)],
)
def test_a_notice_that_cannot_be_of_the_year_is_refused(store, days, error):
    before = journalled(store)
    with pytest.raises(error):
        calendar.adopt_notice(store, 2027, days, "", by=BY)
    assert journalled(store) == before


def test_a_sensitive_period_is_kept_and_removed(store):
    period = SensitivePeriod("s", Period(date(2027, 3, 1), date(2027, 3, 15)), "全国两会", (("leader", 1),))
    calendar.save_sensitive_periods(store, [period], by=BY)
    assert calendar.sensitive_periods(store) == (period,)
    calendar.remove_sensitive_periods(store, ["s"], by=BY)
    assert calendar.sensitive_periods(store) == ()


def test_one_sensitive_period_without_a_reason_keeps_all_from_being_saved(store):
    days = Period(date(2027, 3, 1), date(2027, 3, 15))
    with pytest.raises(MissingFieldError):
        calendar.save_sensitive_periods(
            store, [SensitivePeriod("a", days, "两会"), SensitivePeriod("b", days, " ")], by=BY
        )
    assert calendar.sensitive_periods(store) == ()
