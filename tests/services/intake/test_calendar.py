from datetime import date
from pathlib import Path

import pytest

from dutydesk.domain.calendar import LegalClass
from dutydesk.errors import NoHeaderError
from dutydesk.services.calendar import calendar
from dutydesk.services.changes import Topic
from dutydesk.services.intake import Doubt, Fate, FieldChange, apply_calendar, understand_calendar
from tests.invented import BY, journalled, office_store

OFFICIAL = Path(__file__).parents[3] / "resources" / "calendar" / "holidays_2024_2026.csv"


def listed(tmp_path, *rows):
    path = tmp_path / "calendar.csv"
    path.write_text("日期,类别,节日,来源\n" + "\n".join(rows), "utf-8")
    return path


def taken(store, path):
    intake = understand_calendar(store, path)
    return intake, apply_calendar(store, intake, by=BY)


def test_the_official_calendar_comes_in_whole_and_once():
    store = office_store()
    intake, changes = taken(store, OFFICIAL)
    assert not intake.refused
    assert not intake.doubts
    assert changes.topics is Topic.CALENDAR
    assert (intake.count(Fate.ADDED), changes.rows) == (108, 111)
    assert calendar(store).noticed == {2024, 2025, 2026}
    assert calendar(store).day(date(2026, 10, 10)).legal is LegalClass.ADJUSTED_WORKDAY
    before = journalled(store)
    again, changes = taken(store, OFFICIAL)
    assert (again.count(Fate.UNCHANGED), changes.rows) == (108, 0)
    assert journalled(store) == before


def test_a_corrected_notice_replaces_the_year(tmp_path):
    store = office_store()
    first = (
        "2027-01-01,法定节假日,元旦,甲",
        "2027-01-02,节假日周末,元旦,甲",
        "2027-10-01,法定节假日,国庆节,甲",
    )
    taken(store, listed(tmp_path, *first))
    intake, changes = taken(store, listed(tmp_path, first[0], first[2].replace("甲", "乙")))
    assert [(each.name, each.fate) for each in intake.items] == [
        ("2027-01-01", Fate.UNCHANGED), ("2027-10-01", Fate.CHANGED), ("2027-01-02", Fate.REMOVED)
    ]  # fmt: skip
    assert intake.items[1].changes == (FieldChange("source", "甲", "乙"),)
    assert changes.rows == 3
    assert date(2027, 1, 2) not in calendar(store).days


def test_single_days_leave_the_rest_alone_and_the_year_without_notice(tmp_path):
    store = office_store()
    intake, _ = taken(store, listed(tmp_path, "2027-04-05,法定节假日,清明节,"))
    assert [(each.doubt, each.text) for each in intake.doubts] == [(Doubt.YEAR_INCOMPLETE, "2027")]
    assert calendar(store).noticed == frozenset()


def test_no_calendar(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("姓名,科室\n", "utf-8")
    with pytest.raises(NoHeaderError):
        understand_calendar(office_store(), path)
