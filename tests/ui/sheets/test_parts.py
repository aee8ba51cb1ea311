from contextlib import closing
from dataclasses import replace
from datetime import time

import pytest

from dutydesk.domain.calendar import CalendarDay, LegalClass
from dutydesk.domain.duties import Post
from dutydesk.domain.presets import PresetKind
from dutydesk.domain.seals import Match, parse_anchor
from dutydesk.services import seals
from dutydesk.services.office import adopt_preset
from dutydesk.services.roster import GridColumn, grid, note
from dutydesk.storage.store import memory
from tests.builders import MONDAY, a_person, a_preset, a_shift
from tests.invented import BY
from tests.ui.sheets.conftest import HOLIDAY, WEEK, place
from ui.i18n import CHINESE, set_language
from ui.sheets import parts
from ui.sheets.parts import letterhead


@pytest.fixture(autouse=True)
def in_chinese(english):
    set_language(CHINESE)


@pytest.mark.parametrize(
    ("phone", "fax", "line"),
    [("0571-1", "0571-2", "值班电话：0571-1　传真：0571-2"), ("0571-1", "", "值班电话：0571-1")],
)
def test_the_head_has_the_numbers_that_were_entered(with_office, phone, fax, line):
    assert with_office(duty_phone=phone, fax=fax).phone_line == line


def test_the_seal_names_the_unit_or_the_office(with_office):
    assert with_office(seal_name="市政府办").seal_line.endswith("市政府办")
    assert with_office(seal_name="").seal_line.endswith("云溪市人民政府办公室")


def test_the_imprint_tells_a_draft_from_a_version(head):
    assert head.imprint(0) != head.imprint(3)
    assert "3" in head.imprint(3)
    assert all("2026-11-18 16:20" in head.imprint(version) for version in (0, 3))


def test_the_imprint_names_the_newest_entry_so_that_the_file_can_be_held_against_the_paper(store, head):
    printed = letterhead(store, head.printed_at)
    anchor = seals.anchor(store)
    assert (printed.office, printed.printed_at) == (head.office, head.printed_at)
    assert printed.imprint(3).endswith(anchor.printed)
    assert seals.compare(store, parse_anchor(printed.anchor)) is Match.SAME
    assert anchor.printed not in head.imprint(3)


def test_the_paper_of_an_empty_file_has_no_anchor(head):
    with closing(memory()) as empty:
        assert letterhead(empty, head.printed_at).anchor == ""


@pytest.mark.parametrize(
    ("legal", "festival", "words", "short"),
    [
        (LegalClass.WORKDAY, "", "周一", "一"),
        (LegalClass.WEEKEND, "", "周一", "一"),
        (LegalClass.STATUTORY_HOLIDAY, "国庆节", "国庆节", "国庆节"),
        (LegalClass.STATUTORY_HOLIDAY, "", "周一", ""),
    ],
)
def test_a_day_is_called_by_its_festival_or_its_weekday(legal, festival, words, short):
    assert parts.day_words(CalendarDay(MONDAY, legal, festival)) == words
    assert parts.short_day_words(CalendarDay(MONDAY, legal, festival)) in {short, "一"}


@pytest.mark.parametrize(
    "legal", [LegalClass.ADJUSTED_WORKDAY, LegalClass.ADJUSTED_REST, LegalClass.HOLIDAY_WEEKEND]
)
def test_an_exchanged_day_says_so_behind_its_weekday(legal):
    words = parts.day_words(CalendarDay(MONDAY, legal, "国庆节"))
    assert words.startswith("周一")
    assert words != "周一"


def test_a_cell_says_who_stands_there_who_does_not_and_where_nobody_must(shown):
    week = shown(WEEK)
    assert parts.person_cell(week, place(MONDAY, "leader"), phone=" ").text == "陈局长 13800000001"
    assert parts.person_cell(week, place("2026-11-20", "driver")).text == parts.NOBODY
    assert parts.person_cell(week, place(MONDAY, "mid_level")).text == ""
    assert parts.person_cell(shown(HOLIDAY), place("2026-10-01", "mid_level")).text == parts.NOBODY


def test_a_note_and_a_stand_in_share_the_cell(store, shown):
    note(store, place("2026-11-17", "officer", 0), "上午开会", by=BY)
    cell = parts.note_cell(shown(WEEK), [place("2026-11-17", "officer", seat) for seat in (0, 1)])
    assert cell.text == "上午开会；张伟(秘书科)代李堃；李堃代张伟(秘书科)"


def test_where_posts_alone_are_not_clear_their_shifts_stand_above(store):
    adopt_preset(
        store, replace(a_preset(PresetKind.WEEKLY), shifts=(_half("day", 8), _half("night", 20))), by=BY
    )
    columns = [each for each in grid(store, WEEK).columns if each.shifts[0].id in {"day", "night"}]
    above, titles = parts.header(("日期",), tuple(columns), ("备注",))
    assert [(cell.text, cell.rows, cell.columns) for cell in above] == [
        ("日期", 2, 1), ("day", 1, 1), ("night", 1, 1), ("备注", 2, 1),
    ]  # fmt: skip
    assert len(titles) == 2


def test_a_shift_stands_above_its_own_columns_only():
    both = (_half("night", 20), _half("rest", 8))
    officer = Post("officer", "值班员")
    columns = [GridColumn(both, officer, 0), GridColumn(both[:1], officer, 1), GridColumn(both, officer, 2)]
    above, _ = parts.header((), tuple(columns), ())
    assert [cell.text for cell in above] == ["night／rest", "night", "night／rest"]


def _half(name, hour):
    return a_shift(id=name, name=name, starts=time(hour), ends=time((hour + 12) % 24))


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [(time(8), time(8), "08:00—次日08:00"), (time(11, 50), time(13), "11:50–13:00")],
)
def test_hours_over_midnight_say_so(starts, ends, words):
    assert parts.hours(a_shift(starts=starts, ends=ends)) == words


@pytest.mark.parametrize(
    ("facts", "lines"),
    [
        ({"title": "局长", "phone": "138"}, "陈局长\n局长\n138"),
        ({"title": "", "phone": "138"}, "陈局长\n138"),
        ({}, "陈局长"),
    ],
)
def test_a_contact_has_a_line_for_each_thing_known(facts, lines):
    assert parts.contact(a_person(**facts), "陈局长") == lines
