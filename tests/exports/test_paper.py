from dataclasses import replace

import pytest

from dutydesk.exports.fonts import Estimate, Face
from dutydesk.exports.paper import (
    CELL_SIZES,
    IMPRINT_ROOM,
    NOTE_SIZES,
    SEAL,
    SUBTITLE_SIZE,
    TITLE_SIZES,
    lay_out,
)
from dutydesk.exports.sheet import Cell, Column, Sheet
from tests.exports import forms, samples

RULER = Estimate()
WALL = [samples.week, samples.month, forms.holiday, samples.english_week]


def used(plan):
    return plan.top + sum(plan.rows) + plan.tail


@pytest.mark.parametrize("sample", WALL, ids=lambda sample: sample.__name__)
def test_what_hangs_on_the_wall_is_one_page_and_uses_it(sample):
    sheet = sample()
    plan = lay_out(sheet, RULER)
    room = plan.height - 2 * plan.edge - IMPRINT_ROOM
    assert plan.pages == (range(len(sheet.head), len(plan.rows)),)
    assert 0.9 * room < used(plan) <= room
    assert sum(plan.columns) == pytest.approx(plan.inner)
    assert plan.points in CELL_SIZES


def test_a_week_is_set_larger_than_a_month():
    week, month = lay_out(samples.week(), RULER), lay_out(samples.month(), RULER)
    assert week.points > month.points
    assert min(week.rows) >= 8


def test_a_register_runs_over_pages_at_reading_size():
    plan = lay_out(forms.register(60), RULER)
    assert len(plan.pages) > 2
    assert plan.points <= 11
    assert min(plan.rows) >= 10


def test_notes_shrink_before_a_month_leaves_its_page():
    month = samples.month()
    wordy = replace(month, notes=tuple(f"{number}.值班纪律" for number in range(1, 4)))
    assert lay_out(month, RULER).note_points == NOTE_SIZES[0]
    plan = lay_out(wordy, RULER)
    assert plan.note_points < NOTE_SIZES[0]
    assert len(plan.pages) == 1


def test_what_cannot_fit_goes_on_another_page_instead_of_below_the_floor():
    month = samples.month()
    plan = lay_out(replace(month, rows=month.rows * 2), RULER)
    assert plan.points == CELL_SIZES[-1]
    assert len(plan.pages) == 2


def test_a_long_title_is_set_smaller_then_wraps():
    week = samples.week()
    assert lay_out(week, RULER).title_points == TITLE_SIZES[0]
    long = replace(week, title="滨江市人民政府办公室" * 4)
    assert lay_out(long, RULER).title_points < TITLE_SIZES[0]
    longest = lay_out(replace(week, title="滨江市人民政府办公室" * 6), RULER)
    assert longest.title_points == TITLE_SIZES[-1]
    assert longest.top > lay_out(long, RULER).top


def test_portrait_and_seal_have_their_room():
    plan = lay_out(forms.slip(), RULER)
    assert (plan.width, plan.height) == (210, 297)
    holiday = forms.holiday()
    assert lay_out(holiday, RULER).tail >= SEAL[1]
    assert lay_out(replace(holiday, seal="", notes=(), foot=()), RULER).tail < SEAL[1]


def test_a_crowded_line_under_the_title_is_set_smaller():
    crowded = replace(samples.week(), lead=("填报单位：滨江市人民政府办公室",) * 4)
    plan = lay_out(crowded, RULER)
    assert plan.lead_points < 12
    assert sum(RULER.width(part, Face.BODY, plan.lead_points) for part in crowded.lead) < plan.inner


def test_an_empty_table_is_a_plan_too():
    plan = lay_out(replace(samples.week(), rows=()), RULER)
    assert plan.pages == (range(1, 1),)
    assert lay_out(replace(samples.week(), rows=(), blank_rows=3), RULER).pages == (range(1, 4),)
    assert Cell().words == ""


def test_a_subtitle_is_set_as_large_as_one_line_holds():
    short, long = (
        lay_out(Sheet(language="zh_CN", title="表", columns=(Column(),), subtitle=text), Estimate())
        for text in ("主班：李堃", "主班：李堃" * 12)
    )
    assert short.subtitle_points == SUBTITLE_SIZE
    assert long.subtitle_points < SUBTITLE_SIZE
    assert Estimate().lines("主班：李堃" * 12, Face.BODY, long.subtitle_points, long.inner) == 1
