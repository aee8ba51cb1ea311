from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dutydesk.domain.dates import Period
from dutydesk.domain.leave import Half, LeaveState
from dutydesk.domain.lists.table import Column, Why
from dutydesk.errors import NoHeaderError, RefusedRowsError
from dutydesk.services.changes import Topic
from dutydesk.services.intake import (
    Fate,
    FieldChange,
    apply_leave,
    apply_people,
    understand_leave,
    understand_people,
)
from dutydesk.storage.leave import LEAVES
from tests.invented import BY, journalled, office_store

DATA = Path(__file__).parents[2] / "data"
SAMPLES = Path(__file__).parents[3] / "resources" / "samples"
HEADING = "姓名,科室,请假类型,开始,结束,事由,工作代理人"


@pytest.fixture
def store():
    made = office_store()
    apply_people(made, understand_people(made, DATA / "staff_binjiang.xlsx"), by=BY)
    return made


def listed(tmp_path, *rows):
    path = tmp_path / "leave.csv"
    path.write_text("\n".join((HEADING, *rows)), "gb18030")
    return path


def taken(store, path):
    intake = understand_leave(store, path)
    return intake, apply_leave(store, intake, by=BY)


def test_the_binjiang_list_is_refused_by_line_and_nothing_is_written(store):
    intake = understand_leave(store, DATA / "leave_binjiang.csv")
    assert [(each.line, each.why) for each in intake.refused] == [
        (2, Why.AMBIGUOUS_STAND_IN),
        (5, Why.STAND_IN_IS_APPLICANT),
        (16, Why.UNKNOWN_PERSON),
        (17, Why.REVERSED),
    ]
    assert intake.count(Fate.ADDED) == 12
    before = journalled(store)
    with pytest.raises(RefusedRowsError):
        apply_leave(store, intake, by=BY)
    assert journalled(store) == before
    assert store.all(LEAVES) == ()


def test_the_mended_binjiang_list_comes_in_whole_and_once(store, tmp_path):
    rows = (DATA / "leave_binjiang.csv").read_text("utf-8-sig").splitlines()[:-2]
    text = "\n".join(rows).replace("是,宋喆齐", "是,宋喆齐（督查室）").replace("是,田静刚", "是,邵霞")
    path = tmp_path / "leave.csv"
    path.write_text(text, "utf-8")
    _, changes = taken(store, path)
    assert (changes.rows, changes.topics) == (14, Topic.LEAVE)
    first = next(each for each in store.all(LEAVES) if each.period.first == date(2026, 11, 24))
    assert (first.from_half, first.to_half, first.leaves_city) == (Half.AFTERNOON, Half.AFTERNOON, True)
    before = journalled(store)
    again, changes = taken(store, path)
    assert (again.count(Fate.UNCHANGED), changes.rows) == (14, 0)
    assert journalled(store) == before


def test_the_sample_leave_fits_the_sample_office():
    store = office_store()
    apply_people(store, understand_people(store, SAMPLES / "staff.csv"), by=BY)
    intake, changes = taken(store, SAMPLES / "leave.csv")
    assert not intake.refused
    assert changes.rows == 7


def test_a_later_end_extends_the_leave_and_empty_cells_say_nothing(store, tmp_path):
    taken(store, listed(tmp_path, "石涵,调研科,病假,2026-11-3,2026-11-4,住院,崔思"))
    intake, changes = taken(store, listed(tmp_path, "石涵,调研科,病假,2026-11-3,2026-11-9,,"))
    assert [each.changes for each in intake.items] == [
        (FieldChange("period", "2026-11-03 – 2026-11-04", "2026-11-03 – 2026-11-09"),)
    ]
    assert changes.rows == 1
    (leave,) = store.all(LEAVES)
    assert (leave.period, leave.reason) == (Period(date(2026, 11, 3), date(2026, 11, 9)), "住院")


def test_overlapping_leave_is_refused_and_touching_halves_are_not(store, tmp_path):
    taken(store, listed(tmp_path, "石涵,调研科,病假,2026-11-3,2026-11-4上午,,"))
    intake = understand_leave(
        store,
        listed(
            tmp_path,
            "石涵,调研科,年休假,2026-11-4下午,2026-11-5,,",
            "石涵,调研科,年休假,2026-11-5,2026-11-6,,",
            "石涵,调研科,年休假,2026-11-2,2026-11-3,,",
        ),
    )
    assert [(each.line, each.why) for each in intake.refused] == [(3, Why.OVERLAPPING), (4, Why.OVERLAPPING)]


def test_from_what_was_over_when_the_list_came_in_everybody_is_back(store, tmp_path):
    taken(
        store,
        listed(
            tmp_path,
            "石涵,调研科,病假,2026-11-3,2026-11-19,,",
            "石涵,调研科,病假,2026-11-20,2026-11-20,,",
        ),
    )
    assert [each.state for each in store.all(LEAVES)] == [LeaveState.REPORTED_BACK, LeaveState.APPROVED]


def test_after_midnight_on_the_offices_clock_yesterday_is_over(store, tmp_path):
    listing = listed(tmp_path, "石涵,调研科,病假,2026-11-3,2026-11-19,,")
    after_midnight = replace(BY, at=datetime(2026, 11, 19, 16, 30, tzinfo=UTC))  # the 20th, 0:30
    apply_leave(store, understand_leave(store, listing), by=after_midnight)
    assert [each.state for each in store.all(LEAVES)] == [LeaveState.REPORTED_BACK]


def test_a_leave_longer_than_the_rule_allows_is_refused(store, tmp_path):
    intake = understand_leave(store, listed(tmp_path, "宋平,,年休假,2026-01-01,2027-12-02,探亲,"))
    assert [(each.line, each.why, each.text) for each in intake.refused] == [(2, Why.TOO_LONG, "701 > 400")]


def test_the_column_that_a_leave_list_lacks_is_named(store, tmp_path):
    path = tmp_path / "leave.csv"
    path.write_text("假别,开始,结束\n年休假,2026-11-02,2026-11-03\n", "utf-8")
    with pytest.raises(NoHeaderError) as refused:
        understand_leave(store, path)
    assert refused.value.wanted == Column.NAME


def test_no_leave_list(store):
    with pytest.raises(NoHeaderError):
        understand_leave(store, DATA / "staff_binjiang.xlsx")
