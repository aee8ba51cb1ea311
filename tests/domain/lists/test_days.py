from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.leave import Half
from dutydesk.domain.lists.days import Span, find_span, read_day, read_moment, read_roster_day
from dutydesk.errors import NotADayError


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-05-03", date(2025, 5, 3)),
        ("2025-05-03 00:00:00", date(2025, 5, 3)),
        ("2011/4/19", date(2011, 4, 19)),
        ("2011.4.19", date(2011, 4, 19)),
        ("2016年3月9日", date(2016, 3, 9)),
        ("2016 年 3 月 9 号", date(2016, 3, 9)),
        ("20130103", date(2013, 1, 3)),
        ("2021年8月", date(2021, 8, 1)),
        ("2010.1", date(2010, 1, 1)),
        ("2010.10", date(2010, 10, 1)),
        ("2018-07", date(2018, 7, 1)),
        ("202108", date(2021, 8, 1)),
        ("1988年7月", date(1988, 7, 1)),
        ("40652", date(2011, 4, 19)),
        ("２０１１／４／１９", date(2011, 4, 19)),
        ("2015年", date(2015, 1, 1)),
    ],
)
def test_days_in_every_shape(written, day):
    assert read_day(written) == day


def test_a_month_that_ends_something_means_its_last_day():
    assert read_day("2026年2月", end=True) == date(2026, 2, 28)
    assert read_day("2026-02-03", end=True) == date(2026, 2, 3)


@pytest.mark.parametrize(
    "written",
    ["", "2026-11-31", "1900-01-01", "2026/13/1", "2026年13月", "去年", "2026-11-3-4", "99999", "5月3日"],
)
def test_what_is_no_day(written):
    with pytest.raises(NotADayError):
        read_day(written)


def test_a_roster_has_no_days_before_2000():
    assert read_roster_day("2026.11.3") == date(2026, 11, 3)
    with pytest.raises(NotADayError):
        read_roster_day("1999.11.3")


@given(st.one_of(st.text(), st.text(alphabet="0123456789年月日-/. :", max_size=12)))
def test_any_text_is_read_or_refused(text):
    for reader in (read_day, read_moment):
        try:
            reader(text)
        except NotADayError:
            continue
    try:
        find_span(text)
    except NotADayError:
        return


@given(
    st.dates(date(1930, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["{:%Y-%m-%d}", "{:%Y/%m/%d}", "{:%Y年%m月%d日}"]),
)
def test_every_day_is_read_back(day, shape):
    assert read_day(shape.format(day)) == day


@pytest.mark.parametrize(
    ("written", "end", "moment"),
    [
        ("2026-11-24 下午", False, (date(2026, 11, 24), Half.AFTERNOON)),
        ("2026-11-24（上午）", True, (date(2026, 11, 24), Half.MORNING)),
        ("2026年11月24日晚上", False, (date(2026, 11, 24), Half.AFTERNOON)),
        ("2026/11/28", False, (date(2026, 11, 28), Half.MORNING)),
        ("2026/11/28", True, (date(2026, 11, 28), Half.AFTERNOON)),
        ("2026-11-24 14:00", False, (date(2026, 11, 24), Half.AFTERNOON)),
        ("2026-11-24 12:00", True, (date(2026, 11, 24), Half.MORNING)),
        ("2026-11-24 12:00", False, (date(2026, 11, 24), Half.AFTERNOON)),
        ("2026-11-24 00:00:00", True, (date(2026, 11, 24), Half.AFTERNOON)),
        ("2026-11-24 全天", True, (date(2026, 11, 24), Half.AFTERNOON)),
    ],
)
def test_moments_keep_the_half_day(written, end, moment):
    assert read_moment(written, end=end) == moment


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("2026年1—10月工作日", date(2026, 1, 1), date(2026, 10, 31)),
        ("2026年11月—2027年5月不排夜班", date(2026, 11, 1), date(2027, 5, 31)),
        ("2026.11-2027.5", date(2026, 11, 1), date(2027, 5, 31)),
        ("2026-11-2027-05", date(2026, 11, 1), date(2027, 5, 31)),
        ("2026-11-01至2027-05-31", date(2026, 11, 1), date(2027, 5, 31)),
        ("2026年11月1日到12月3日", date(2026, 11, 1), date(2026, 12, 3)),
        ("2026年11月～次年", date(2026, 11, 1), date(2026, 11, 30)),
        ("2026年11月—5月", date(2026, 11, 1), date(2027, 5, 31)),
        ("自2026年12月起", date(2026, 12, 1), None),
        ("至2027年5月", None, date(2027, 5, 31)),
        ("2027年5月底前", None, date(2027, 5, 31)),
        ("2026年度双休日", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026年3月", date(2026, 3, 1), date(2026, 3, 31)),
    ],
)
def test_spans_in_a_sentence(sentence, first, last):
    assert find_span(sentence) == Span(first, last)


def test_no_span_and_an_impossible_one():
    assert find_span("57岁，不排夜班") is None
    with pytest.raises(NotADayError):
        find_span("2026年11月31日前")
