import pytest

from tests.ui.sheets.conftest import HOLIDAY, texts
from ui.i18n import CHINESE, ENGLISH, set_language
from ui.sheets.holiday import holiday_sheet


def test_each_day_names_leaders_with_title_and_phone_and_officers_with_their_seat(shown, with_office):
    set_language(CHINESE)
    head = with_office(chief="zhou", place="总值班室", duty_phone="0571-1", fax="0571-2")
    sheet = holiday_sheet(shown(HOLIDAY), head)
    assert len(sheet.rows) == 7
    assert texts(sheet)[0] == [
        "10月1日", "国庆节", "周镕\n主任\n13800000006", "陈局长\n局长\n13800000001",
        "主班：李堃 科长\n副班：张伟(秘书科) 科员\n中层干部：—\n司机：马师傅 司机",
        "总值班室", "0571-1", "0571-2", "",
    ]  # fmt: skip
    assert "国庆节" in sheet.title
    assert "2026年10月1日" in sheet.title


@pytest.mark.parametrize(("language", "seat"), [(CHINESE, "主班：李堃"), (ENGLISH, "主班: 李堃")])
def test_the_colon_is_of_the_language(shown, head, language, seat):
    set_language(language)
    assert seat in texts(holiday_sheet(shown(HOLIDAY), head))[0][4]


@pytest.mark.parametrize("chief", ["", "gone"])
def test_without_a_chief_the_column_stays_free(shown, with_office, chief):
    sheet = holiday_sheet(shown(HOLIDAY), with_office(chief=chief))
    assert {row[2] for row in texts(sheet)} == {""}


def test_days_in_lieu_are_told_from_statutory_ones(shown, head):
    set_language(CHINESE)
    words = [row[1] for row in texts(holiday_sheet(shown(HOLIDAY), head))]
    assert words[:3] == ["国庆节"] * 3
    assert all("休" in word for word in words[3:])
