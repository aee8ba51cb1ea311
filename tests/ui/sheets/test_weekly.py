from datetime import timedelta

import pytest

from dutydesk.domain.dates import Period
from tests.ui.sheets.conftest import WEEK, texts
from ui.i18n import CHINESE, set_language
from ui.sheets.weekly import weekly_sheet


@pytest.fixture
def sheet(shown, head):
    set_language(CHINESE)
    return weekly_sheet(shown(WEEK), head)


def test_a_row_is_a_day_and_a_column_a_post(sheet):
    assert len(sheet.rows) == 7
    assert [cell.text for cell in sheet.head[0]] == [
        "日期", "星期", "日别", "带班领导", "主班", "副班", "司机", "备注",
    ]  # fmt: skip
    assert texts(sheet)[0] == [
        "11月16日", "周一", "工作日", "陈局长\n13800000001", "李堃\n13800000002", "张伟(信息科)",
        "马师傅\n13800000005", "",
    ]  # fmt: skip
    assert texts(sheet)[5][2] == "休息日"


def test_what_changed_since_it_was_made_known_is_marked_and_says_who_stands_for_whom(sheet):
    tuesday = texts(sheet)[1]
    assert tuesday[4:6] == ["张伟(秘书科)▲\n13800000003", "李堃▲\n13800000002"]
    assert tuesday[7] == "张伟(秘书科)代李堃；李堃代张伟(秘书科)"
    assert sheet.remarks[0].startswith("▲")
    assert sum(cell.mark for line in sheet.rows for cell in line) == 2


def test_an_empty_place_is_a_dash(sheet):
    assert texts(sheet)[4][6] == "—"


def test_the_page_has_its_head_its_hours_its_signatures_and_its_version(sheet):
    assert "第47周" in sheet.title
    assert "云溪市人民政府办公室" in sheet.title
    assert sheet.lead[2] == "2026年11月18日"
    assert any("08:00" in note for note in sheet.notes)
    assert len(sheet.foot) == 3
    assert "2026-11-18 16:20" in sheet.imprint
    assert "1" in sheet.imprint
    assert sheet.one_page


def test_the_notes_of_the_office_stand_below_line_by_line(shown, with_office):
    head = with_office(notes="一、当面交接。\n\n二、零报告。")
    assert weekly_sheet(shown(WEEK), head).notes[1:] == ("一、当面交接。", "二、零报告。")


def test_days_of_two_weeks_are_not_called_one_of_them(shown, head):
    set_language(CHINESE)
    title = weekly_sheet(shown(Period(WEEK.first, WEEK.last + timedelta(days=3))), head).title
    assert "周" not in title
    assert "11月25日" in title
