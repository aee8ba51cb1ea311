import csv
from datetime import date
from pathlib import Path

import pytest

from dutydesk.domain.calendar import CalendarDay, LegalClass
from dutydesk.domain.notice import read_notice
from dutydesk.errors import NoticeTextError

SEEDED = Path(__file__).parents[2] / "resources" / "calendar" / "holidays_2024_2026.csv"
NOTICES = {
    2024: """国务院办公厅关于2024年部分节假日安排的通知
        一、元旦：1月1日放假，与周末连休。
        二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。
        三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
        四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
        五、端午节：6月10日放假，与周末连休。
        六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
        七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。""",
    2025: """2025年：一、元旦：1月1日（周三）放假1天，不调休。
        二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。
        1月26日（周日）、2月8日（周六）上班。
        三、清明节：4月4日（周五）至6日（周日）放假，共3天。
        四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
        五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
        六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。""",
    2026: """一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
        二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。
        2月14日（周六）、2月28日（周六）上班。
        三、清明节：4月4日（周六）至6日（周一）放假，共3天。
        四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
        五、端午节：6月19日（周五）至21日（周日）放假，共3天。
        六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
        七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。""",
}


def seeded(year):
    """The days of a year as they were checked by hand."""
    with SEEDED.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["date"].startswith(str(year))]
    return [CalendarDay(date.fromisoformat(row["date"]), LegalClass(row["day_kind"])) for row in rows]


@pytest.mark.parametrize("year", NOTICES)
def test_a_notice_gives_the_days_that_were_checked_by_hand(year):
    read = read_notice(NOTICES[year], year)
    assert read.year == year
    assert [(each.day, each.rotation) for each in read.days] == [
        (each.day, each.rotation) for each in seeded(year)
    ]


@pytest.mark.parametrize("year", NOTICES)
def test_what_a_day_is_worth_is_right_wherever_it_is_certain(year):
    read = read_notice(NOTICES[year], year)
    legal = {each.day: each.legal for each in read.days if each.day not in read.unsure}
    expected = {each.day: each.legal for each in seeded(year)}
    if year == 2025:  # the notice does not say that 6 October is Mid-Autumn Day
        del expected[date(2025, 10, 6)], legal[date(2025, 10, 6)]
    assert legal == {day: expected[day] for day in legal}
    assert len(read.unsure) <= 11


def test_a_day_keeps_the_festival_it_was_exchanged_for():
    read = {each.day: each.festival for each in read_notice(NOTICES[2026], 2026).days}
    assert read[date(2026, 10, 10)] == "国庆节"
    assert read[date(2026, 1, 4)] == "元旦"


def test_full_width_signs_and_blanks_do_not_matter():
    text = "２０２７ 年 元旦： １ 月 １ 日 （周五） 至 ３ 日 放假，共３天 。"
    assert [each.day for each in read_notice(text).days] == [date(2027, 1, number) for number in (1, 2, 3)]


def test_the_year_of_the_text_goes_before_the_one_in_sight():
    assert read_notice("2027年元旦：1月1日放假。", 2026).year == 2027


@pytest.mark.parametrize(
    "text",
    ["", "今天天气很好", "元旦：1月1日放假。", "2027年元旦：1月35日放假。", "1899年元旦：1月1日休。"],
)
def test_what_is_no_notice_is_refused(text):
    with pytest.raises(NoticeTextError):
        read_notice(text)


def test_a_year_alone_is_no_notice():
    with pytest.raises(NoticeTextError):
        read_notice("今天天气很好", 2026)
