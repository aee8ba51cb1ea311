from dataclasses import replace
from datetime import date

import pytest

from dutydesk.domain.duties import Season
from dutydesk.domain.people import ExemptionScope
from dutydesk.domain.presets import PresetKind, preset
from dutydesk.errors import NotADayError, NotANumberError, UnknownPostError, UnknownWordError
from tests.invented import words
from ui.editing import reading

POSTS = preset(PresetKind.GAPS, words).posts
SCOPES = {ExemptionScope.NIGHT: "夜班", ExemptionScope.ALL: "全部", ExemptionScope.POST: "夜间岗"}


@pytest.mark.parametrize("text", ["2026-11-16", "2026/11/16", "2026年11月16日", "20261116", "２０２６.11.16"])
def test_a_day_is_read_as_offices_write_it(text):
    assert reading.day(text) == date(2026, 11, 16)


@pytest.mark.parametrize("text", ["2026-11-31", "1900-01-01", "soon"])
def test_what_is_no_day_of_a_roster_is_refused(text):
    with pytest.raises(NotADayError):
        reading.day(text)


def test_an_empty_cell_is_no_day_and_a_month_is_its_first_or_last():
    assert reading.day(" ") is None
    assert reading.past_day("1998-07") == date(1998, 7, 1)
    assert reading.past_day("2026年2月", end=True) == date(2026, 2, 28)


def test_an_empty_cell_says_no():
    assert [reading.answer(text) for text in ("✓", "是", "yes", "", "否")] == [True, True, True, False, False]


def test_numbers_keep_their_bounds():
    assert reading.number("１2", 0, 48) == 12
    assert reading.number("", 0, 48) == 0
    for text in ("49", "-1", "zwölf", "1.5"):
        with pytest.raises(NotANumberError):
            reading.number(text, 0, 48)


def test_a_choice_is_known_by_its_name_or_its_beginning():
    assert reading.one_of("夜班", SCOPES) is ExemptionScope.NIGHT
    assert reading.one_of("全", SCOPES) is ExemptionScope.ALL
    for text in ("夜", "", "周末"):
        with pytest.raises(UnknownWordError):
            reading.one_of(text, SCOPES)


def test_posts_are_known_by_their_own_names_first():
    assert reading.posts("带班领导、值班员", POSTS) == {"leader", "officer"}
    assert reading.posts("驾驶员 中层", POSTS) == {"driver", "mid_level"}
    assert reading.posts("", POSTS) == frozenset()
    with pytest.raises(UnknownPostError):
        reading.posts("值班员、厨师", POSTS)


@pytest.mark.parametrize("text", ["5-1~9-30", "5月1日至9月30日", "5.1—9.30", "5/1 - 9/30"])
def test_a_season_is_month_and_day_to_month_and_day(text):
    assert reading.season(text) == Season((5, 1), (9, 30))
    assert reading.season(reading.season_text(reading.season(text))) == reading.season(text)


@pytest.mark.parametrize("text", ["5-1", "2-30~3-1", "summer", "5-1~"])
def test_what_is_no_season_is_refused(text):
    with pytest.raises(NotADayError):
        reading.season(text)


def test_an_open_period_reads_as_empty_ends():
    whole = reading.period(None, None)
    assert (reading.day_text(whole.first), reading.day_text(whole.last)) == ("", "")
    assert reading.season("") is None


def test_heads_are_posts_with_numbers():
    read = reading.heads("值班员 2、带班领导", POSTS)
    assert read == (("leader", 1), ("officer", 2))
    assert reading.heads_text(read, POSTS) == "带班领导 1、值班员 2"
    assert reading.heads("司机+1", POSTS) == (("driver", 1),)
    assert reading.heads("", POSTS) == ()


def test_a_post_of_two_words_is_read_as_it_is_written():
    known = [replace(POSTS[0], name="duty leader"), replace(POSTS[1], name="duty officer")]
    read = reading.heads("duty officer 2、duty leader", known)
    assert reading.heads(reading.heads_text(read, known), known) == read
    assert reading.posts("duty leader、duty officer", known) == {each.id for each in known}


@pytest.mark.parametrize(
    ("text", "error"), [("厨师 1", UnknownPostError), ("3", UnknownPostError), ("司机 99", NotANumberError)]
)
def test_heads_of_no_post_or_too_many_are_refused(text, error):
    with pytest.raises(error):
        reading.heads(text, POSTS)


def test_words_in_a_row_keep_their_blanks():
    assert reading.words(" 主班、副班， main officer ,") == ("主班", "副班", "main officer")


@pytest.mark.parametrize(("text", "value"), [("", 0), ("2", 4), ("2.5", 5), ("０.５", 1)])
def test_days_are_read_as_half_days(text, value):
    assert reading.halves(text, 10) == value
    assert reading.halves(reading.halves_text(value), 10) == value


@pytest.mark.parametrize("text", ["2.3", "-1", "x", "11", "1e1"])
def test_what_is_no_number_of_half_days_is_refused(text):
    with pytest.raises(NotANumberError):
        reading.halves(text, 10)


def test_days_by_years_are_read_in_their_order():
    assert reading.scale("10：10、1:5") == ((1, 5), (10, 10))
    assert reading.scale(reading.scale_text(((1, 5), (20, 15)))) == ((1, 5), (20, 15))
    for text in ("", "5", "1:5、x"):
        with pytest.raises(UnknownWordError):
            reading.scale(text)
