from datetime import date

import pytest

from dutydesk.domain.dates import Period
from ui.first_run.first_period import choices, first_week, period_text


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 11, 1), date(2026, 11, 1), date(2026, 11, 30)),
        (date(2026, 11, 19), date(2026, 11, 19), date(2026, 11, 30)),
        (date(2026, 11, 20), date(2026, 12, 1), date(2026, 12, 31)),
        (date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 31)),
    ],
)
def test_from_the_20th_on_the_next_month_is_proposed(today, first, last):
    assert choices(today)[0].period == Period(first, last)


def test_a_quarter_is_three_whole_months():
    assert choices(date(2026, 11, 16))[2].period == Period(date(2026, 12, 1), date(2027, 2, 28))


@pytest.mark.parametrize(
    ("first", "last", "monday"),
    [
        (date(2026, 11, 16), date(2026, 11, 30), date(2026, 11, 16)),
        (date(2026, 12, 1), date(2026, 12, 31), date(2026, 12, 7)),
        (date(2026, 11, 25), date(2026, 11, 30), date(2026, 11, 23)),
    ],
)
def test_the_first_whole_week_is_looked_at(first, last, monday):
    assert first_week(Period(first, last)).first == monday


def test_a_whole_month_is_called_by_its_name():
    assert period_text(Period(date(2026, 12, 1), date(2026, 12, 31))) == "Dec 2026"
    assert period_text(Period(date(2026, 11, 16), date(2026, 11, 30))) == "16 Nov – 30 Nov"
