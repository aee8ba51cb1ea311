from datetime import date

import pytest

from dutydesk.domain.lists.table import Refused, Table, Why
from dutydesk.domain.people import Section
from dutydesk.errors import RefusedRowsError, SituationChangedError
from dutydesk.services.intake import apply_people, understand_people
from dutydesk.services.intake.preview import Fate, FieldChange, Intake, Source, compare, fate, shown
from dutydesk.services.people import save_sections
from tests.invented import BY, journalled, office_store


def test_fields_are_compared_as_text():
    before, after = Section("a", "车队", 1), Section("a", "车队二", 1)
    assert compare(before, after, ("name", "sort"), lambda _, value: shown(value)) == (
        FieldChange("name", "车队", "车队二"),
    )
    assert compare(None, after, ("sort",), lambda _, value: shown(value)) == (FieldChange("sort", "", "1"),)
    assert [fate(*each) for each in ((None, ()), (before, ()), (before, (FieldChange("name", "", ""),)))] == [
        Fate.ADDED, Fate.UNCHANGED, Fate.CHANGED
    ]  # fmt: skip


def test_values_are_shown_plainly():
    assert [shown(each) for each in (date(2026, 11, 3), True, False, 5)] == ["2026-11-03", "✓", "", "5"]


def test_refusals_stand_in_the_order_of_the_lines_once():
    first, second = Refused("a", 3, Why.NO_NAME), Refused("b", 2, Why.NO_NAME)
    intake = Intake(Source("x", (Table("a", ()), Table("b", ()))), refused=(second,))
    assert intake.refusing([first, second]).refused == (first, second)


@pytest.fixture
def staff(tmp_path):
    path = tmp_path / "staff.csv"
    path.write_text("姓名,科室,手机\n张三,车队,13800000001\n李四,,13800000002\n", "utf-8")
    return path


def test_a_refused_row_keeps_everything_out(tmp_path):
    store = office_store()
    path = tmp_path / "staff.csv"
    path.write_text("姓名,科室,手机\n张三,车队,13800000001\n李四,,123\n", "utf-8")
    intake = understand_people(store, path)
    before = journalled(store)
    with pytest.raises(RefusedRowsError):
        apply_people(store, intake, by=BY)
    assert journalled(store) == before


def test_a_preview_that_the_file_moved_away_from_is_not_applied(staff):
    store = office_store()
    intake = understand_people(store, staff)
    apply_people(store, intake, by=BY)
    before = journalled(store)
    with pytest.raises(SituationChangedError):
        apply_people(store, intake, by=BY)
    assert journalled(store) == before


def test_what_is_applied_is_what_was_read_even_if_the_source_is_gone(staff):
    store = office_store()
    intake = understand_people(store, staff)
    staff.unlink()
    assert apply_people(store, intake, by=BY).rows == 3
    assert save_sections(store, (), by=BY).rows == 0
