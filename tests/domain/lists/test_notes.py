from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.lists.notes import Suggested, read_note
from dutydesk.domain.people import ExemptionScope

NIGHT, HOLIDAY, ALL, _ = ExemptionScope
MATERNITY = (date(2026, 11, 1), date(2027, 5, 31))


@pytest.mark.parametrize(
    ("note", "asked"),
    [
        ("长期病假", [(ALL, None, None)]),
        ("孕期，2026年11月—2027年5月不排夜班", [(NIGHT, *MATERNITY)]),
        ("2026年11月—2027年5月，不排夜班", [(NIGHT, *MATERNITY)]),
        ("57岁，不排夜班", [(NIGHT, None, None)]),
        ("不排节假日", [(HOLIDAY, None, None)]),
        ("不参加夜班和节假日值班", [(NIGHT, None, None), (HOLIDAY, None, None)]),
        ("夜班不排班", [(NIGHT, None, None)]),
        ("免夜班", [(NIGHT, None, None)]),
        ("带*者不参加夜班", [(NIGHT, None, None)]),
        ("不参加值班", [(ALL, None, None)]),
        ("产假2026年11月至2027年5月", [(ALL, *MATERNITY)]),
        ("不排夜班；2026年11月—2027年5月不值班", [(NIGHT, None, None), (ALL, *MATERNITY)]),
        ("自2027年1月起不排夜班", [(NIGHT, date(2027, 1, 1), None)]),
        ("no night duty", [(NIGHT, None, None)]),
    ],
)
def test_notes_that_ask_for_exemptions(note, asked):
    assert [(each.scope, each.first, each.last) for each in read_note(note)] == asked


@pytest.mark.parametrize(
    "note",
    [
        "",
        "党员",
        "孕期",
        "双休日不排班",
        "春节不值班",
        "白天不值班",
        "可排夜班",
        "不参加带班",
        "2026年11月31日前不排夜班",
        "2027年5月—2026年11月不排夜班",
        "借调来我办工作",
    ],
)
def test_notes_that_stay_notes(note):
    assert read_note(note) == ()


def test_the_reason_is_the_sentence_as_written():
    assert read_note("党员；57岁，不排夜班。") == (Suggested(NIGHT, "57岁，不排夜班"),)


@given(st.text(alphabet="不排免夜班节假日值长期病2026年11月—,;。 孕", max_size=30))
def test_any_note_is_read(note):
    for each in read_note(note):
        assert each.reason
        assert not (each.first and each.last and each.last < each.first)
