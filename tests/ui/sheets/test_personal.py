from tests.builders import days
from tests.ui.sheets.conftest import WEEK, texts
from ui.i18n import CHINESE, set_language
from ui.sheets.personal import personal_sheet


def test_one_persons_duties_are_listed_by_day_with_shift_and_post(shown, head):
    set_language(CHINESE)
    grid = shown(days("2026-11-16", 3))
    sheet = personal_sheet(grid, head, grid.people["zhang"])
    assert "张伟(秘书科)" in sheet.title
    assert texts(sheet) == [["11月17日", "周二", "工作日", "24小时班 08:00—次日08:00", "主班▲", ""]]
    assert not sheet.landscape


def test_somebody_without_duties_has_an_empty_list(shown, head):
    grid = shown(WEEK)
    assert personal_sheet(grid, head, grid.people["zhou"]).rows == ()
