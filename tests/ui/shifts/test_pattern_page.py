from datetime import date, time

import pytest

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.duties import Season, Turn
from dutydesk.domain.presets import PresetKind
from dutydesk.errors import StillUsedError
from dutydesk.services import duties, undo
from tests.invented import BY
from tests.ui.seen import cell, choose, paste, press, put, shown, trigger


@pytest.fixture
def pattern(page):
    return page.pattern


@pytest.fixture
def shifts(pattern):
    return pattern.shifts.list.table.view


@pytest.fixture
def heads(pattern):
    return pattern.heads.list.table.view


@pytest.fixture
def posts(pattern):
    return pattern.posts.list.table.view


def shift(session, name):
    return next(each for each in session.read(duties.pattern).shifts if each.name == name)


def test_shifts_stand_there_with_their_hours(shifts, qtmodeltester):
    assert shown(shifts, "Shift", "Begins", "Ends", "Hours", "Night", "One turn is") == [
        ["午间班", "11:50", "13:00", "1.17", "", "a day"],
        ["夜班", "17:00", "09:00", "16", "✓", "a day"],
        ["24小时班", "09:00", "09:00", "24", "✓", "a day"],
    ]
    qtmodeltester.check(shifts.model())


def test_a_shift_is_typed(session, shifts):
    put(shifts, "夜班", "Begins", "17：30")
    put(shifts, "夜班", "Rest after it (h)", "48")
    put(shifts, "夜班", "One turn is", "a week")
    put(shifts, "夜班", "Season", "10月1日至4月30日")
    put(shifts, "夜班", "In force to", "2026-12")
    kept = shift(session, "夜班")
    assert (kept.starts, kept.rest_hours, kept.turn) == (time(17, 30), 48, Turn.WEEK)
    assert (kept.season, kept.last) == (Season((10, 1), (4, 30)), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Begins", "25:00"),
        ("Rest after it (h)", "999"),
        ("Season", "summer"),
        ("One turn is", "a year"),
        ("Shift", ""),
    ],
)
def test_what_a_shift_cannot_have_stays_in_its_cell(session, pattern, shifts, title, text):
    before = session.read(duties.pattern)
    put(shifts, "夜班", title, text)
    assert cell(shifts, 1, title).data() == text
    assert pattern.shifts.list.notice()
    assert session.read(duties.pattern) == before


def test_the_space_bar_goes_round_the_answers(session, shifts):
    shifts.setCurrentIndex(cell(shifts, "夜班", "Night"))
    press(shifts, "Space")
    assert not shift(session, "夜班").night
    press(shifts, "Space")
    assert shift(session, "夜班").night


def test_heads_are_those_of_the_selected_shift(pattern, shifts, heads):
    choose(shifts, "24小时班")
    assert pattern.heads.title() == "Heads of 24小时班"
    assert shown(heads, "Post", "rest day", "holiday")[:1] == [["带班领导", "1", "1"]]
    choose(shifts, "午间班")
    assert shown(heads, "working day") == [[""], ["1"], [""], [""], [""]]


def test_heads_are_typed_pasted_and_stepped(session, shifts, heads):
    choose(shifts, "夜班")
    paste(heads, "值班员", "working day", "3\t1\t1\r\n")
    assert shift(session, "夜班").heads(RotationClass.HOLIDAY) == {"officer": 1}
    heads.setCurrentIndex(cell(heads, "司机", "working day"))
    trigger(heads, "One more")
    assert shift(session, "夜班").heads(RotationClass.WORKDAY) == {"leader": 1, "officer": 3, "driver": 2}
    trigger(heads, "One fewer")
    session.perform(undo.undo, by=BY)
    assert shift(session, "夜班").heads(RotationClass.WORKDAY)["driver"] == 2


def test_a_shift_keeps_its_last_head(session, pattern, shifts, heads):
    choose(shifts, "午间班")
    put(heads, "午间值班员", "working day", "0")
    assert "午间班" in pattern.heads.list.notice()
    assert shift(session, "午间班").heads(RotationClass.WORKDAY) == {"noon_officer": 1}


def test_too_many_heads_are_refused(pattern, shifts, heads):
    choose(shifts, "夜班")
    put(heads, "值班员", "working day", "200")
    assert "200" in pattern.heads.list.notice()


def test_the_clock_tells_the_gaps(session, pattern, shifts):
    assert pattern.clock.text().splitlines() == [
        "working day: nobody on duty 09:00–11:50, 13:00–17:00",
        "rest day: 24 hours covered",
        "holiday: 24 hours covered",
    ]
    put(shifts, "24小时班", "Ends", "08:00")
    assert "rest day: nobody on duty 08:00–09:00" in pattern.clock.text()


def test_a_post_is_typed_and_moved(session, pattern, posts):
    put(posts, "值班员", "Names of its places", "主班、副班、见习")
    choose(posts, "司机")
    trigger(pattern.posts, "Move up")
    kept = session.read(duties.pattern).posts
    assert [each.name for each in kept][3:] == ["司机", "中层干部"]
    assert kept[2].seats == ("主班", "副班", "见习")


def test_a_post_in_use_is_not_removed_and_says_so(session, pattern, posts):
    choose(posts, "司机")
    trigger(pattern.posts, "Remove")
    assert isinstance(session.told[0], StillUsedError)
    assert len(shown(posts)) == 5


def test_a_new_shift_is_filled_in_and_given_heads(session, pattern, shifts, heads):
    trigger(pattern.shifts, "Add a shift")
    put(shifts, 3, "Shift", "白班")
    choose(shifts, "白班")
    put(heads, "值班员", "holiday", "2")
    assert shift(session, "白班").heads(RotationClass.HOLIDAY) == {"officer": 2}


def test_a_preset_is_taken_and_taken_back(session, pattern, shifts):
    dialog = pattern.ask_preset()
    dialog.choose(PresetKind.DAY_NIGHT)
    dialog.accept_preset()
    assert len(shown(shifts)) == 3
    assert [each.rotation for each in session.read(duties.pattern).shifts[0].places] != []
    assert "working day: 24 hours covered" in pattern.clock.text()
    session.perform(undo.undo, by=BY)
    assert shown(shifts, "Shift")[0] == ["午间班"]
