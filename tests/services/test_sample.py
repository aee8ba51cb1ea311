from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from dutydesk.domain.dates import Period, month_of
from dutydesk.domain.rules import Severity
from dutydesk.services.people import staff
from dutydesk.services.roster import grid
from dutydesk.services.rules import findings
from dutydesk.services.sample import fill_sample
from tests.invented import BY, office_store

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


def fill(store, today, now, language="zh_CN"):
    lists = (SAMPLES / "staff.csv", SAMPLES / "leave.csv", SAMPLES / f"days.{language}.json")
    fill_sample(store, *lists, today, now, by=replace(BY, at=now - timedelta(days=3)))


@pytest.mark.parametrize("today", [date(2026, 11, 16), date(2027, 1, 31), date(2026, 10, 1)])
def test_the_sample_office_has_a_clean_roster_of_this_month_and_the_next(today):
    store = office_store()
    fill(store, today, datetime.combine(today, time(12), UTC))
    this = month_of(today)
    both = Period(this.first, month_of(date.fromordinal(this.last.toordinal() + 1)).last)
    shown = grid(store, both)
    assert all(shown.person(place) for place in shown.needed)
    assert grid(store, this).version == 1
    assert not shown.changed
    assert [each.rule for each in findings(store, both) if each.severity is Severity.ERROR] == []
    assert len({each.name for each in staff(store).people}) > 20
