import pytest

from tests.builders import days
from tests.ui.sheets.conftest import texts
from ui.i18n import CHINESE, set_language
from ui.sheets.monthly import monthly_sheet


@pytest.mark.parametrize(
    ("first", "last", "title", "blank", "one_page"),
    [
        ("2026-11-01", "2026-11-30", "2026年11月", 1, True),
        ("2026-10-01", "2026-10-31", "2026年10月", 0, True),
        ("2026-02-01", "2026-02-28", "2026年2月", 3, True),
        ("2026-11-16", "2026-12-05", "2026年11月16日 – 2026年12月5日", 11, True),
        ("2026-10-01", "2026-11-30", "2026年10月1日 – 2026年11月30日", 0, False),
    ],
)
def test_a_month_is_thirty_one_rows_on_a_page_and_more_is_several_pages(
    shown, head, first, last, title, blank, one_page
):
    set_language(CHINESE)
    sheet = monthly_sheet(shown(days(first, last)), head)
    assert all(part in sheet.title for part in title.split(" – "))
    assert (sheet.blank_rows, sheet.one_page) == (blank, one_page)
    assert len(sheet.rows) == len(days(first, last))


def test_the_festival_stands_in_place_of_the_weekday(shown, head):
    set_language(CHINESE)
    rows = texts(monthly_sheet(shown(days("2026-10-01", "2026-10-31")), head))
    assert [row[1] for row in rows[:3]] == ["国庆节"] * 3
    assert [row[1] for row in rows[9:11]] == ["六", "日"]


def test_with_few_columns_each_name_has_its_phone_behind_it(shown, head):
    row = texts(monthly_sheet(shown(days("2026-11-01", "2026-11-30")), head))[15]
    assert row[2:5] == ["陈局长 13800000001", "李堃 13800000002", "张伟(信息科)"]


def test_five_columns_of_people_still_have_room_for_phones(shown, head):
    """Five columns of people, with the mid-level cadre of a festival, are the most that leave room."""
    sheet = monthly_sheet(shown(days("2026-10-01", "2026-10-31")), head)
    assert len(sheet.columns) == 2 + 5 + 1
    assert texts(sheet)[0][2] == "陈局长 13800000001"
