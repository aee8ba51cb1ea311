from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt

from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.rules import Finding, Rule
from dutydesk.services import roster
from tests.invented import BY
from tests.ui.roster.conftest import NOVEMBER, NOW
from ui.roster.cells import Mark
from ui.roster.model import CELL_ROLE, DAY_ROLE, PLACE_MIME, RosterModel

FIRST = PlaceKey(date(2026, 11, 2), "full_day", "leader", 0)
SECOND = PlaceKey(date(2026, 11, 3), "full_day", "leader", 0)
DECEMBER = replace(NOVEMBER, first=date(2026, 12, 1), last=date(2026, 12, 31))
Role = Qt.ItemDataRole


@pytest.fixture
def model(qapp, planned):
    return RosterModel(roster.grid(planned, NOVEMBER), NOW.date)


@pytest.fixture
def repainted(model):
    cells = []
    model.dataChanged.connect(lambda top, bottom: cells.append((top.row(), top.column(), bottom.column())))
    return cells


def cell(model, place):
    return model.index_of(place).data(CELL_ROLE)


def test_rows_are_days_and_columns_places(model, planned):
    assert (model.rowCount(), model.columnCount()) == (30, 4)
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(4)]
    assert titles == ["带班领导", "主班", "副班", "司机"]
    assert model.headerData(1, Qt.Orientation.Vertical) == "2 Nov Mon"
    assert "08:00–08:00 next day" in model.headerData(1, Qt.Orientation.Horizontal, Role.ToolTipRole)
    duty = roster.grid(planned, NOVEMBER).duties[FIRST]
    assert cell(model, FIRST).person == duty.actual


def test_the_model_is_a_table(model, planned, qtmodeltester):
    qtmodeltester.check(model)
    model.set_grid(roster.grid(planned, DECEMBER))
    qtmodeltester.check(model)


def test_only_what_changed_is_painted_again(model, planned, repainted):
    roster.exchange(planned, FIRST, SECOND, by=BY)
    model.set_grid(roster.grid(planned, NOVEMBER))
    assert repainted == [(1, 0, 0), (2, 0, 0)]


def test_the_same_grid_again_is_no_news(model, planned, repainted):
    model.set_grid(roster.grid(planned, NOVEMBER))
    assert repainted == []


def test_another_period_is_another_table(model, planned, qtbot):
    with qtbot.waitSignal(model.modelReset, timeout=0):
        model.set_grid(roster.grid(planned, DECEMBER))
    assert model.rowCount() == 31
    assert cell(model, replace(FIRST, day=date(2026, 12, 1))).marks == Mark.NEEDED | Mark.EMPTY


def test_findings_mark_their_cells(model, repainted):
    finding = Finding(Rule.ON_LEAVE, FIRST.day, FIRST, ("p0",))
    model.set_findings([finding, Finding(Rule.UNFAIR, FIRST.day)])
    assert repainted == [(1, 0, 0)]
    assert cell(model, FIRST).marks & Mark.ERROR
    assert "is on leave" in model.index_of(FIRST).data(Role.ToolTipRole)
    model.set_findings([])
    assert not cell(model, FIRST).marks & Mark.ERROR


def test_a_cell_tells_its_story(model, planned):
    roster.publish(planned, NOVEMBER, by=BY)
    before = cell(model, FIRST).text
    roster.assign(planned, [(FIRST, "p14"), (SECOND, None)], by=BY)
    roster.lock(planned, [FIRST], locked=True, by=BY)
    roster.note(planned, FIRST, "代班", by=BY)
    model.set_grid(roster.grid(planned, NOVEMBER))
    told = model.index_of(FIRST).data(Role.ToolTipRole)
    for words in ("韩镕", f"It was the turn of {before}", f"Published with {before}", "Locked", "代班"):
        assert words in told
    marks = cell(model, FIRST).marks
    assert marks & Mark.CHANGED
    assert marks & Mark.LOCKED
    assert marks & Mark.NOTE
    assert marks & Mark.STOOD_IN
    assert cell(model, SECOND).marks & (Mark.EMPTY | Mark.CHANGED) == Mark.EMPTY | Mark.CHANGED


def test_today_is_known(model):
    lines = [model.headerData(row, Qt.Orientation.Vertical, DAY_ROLE) for row in range(30)]
    assert [line.day.day for line in lines if line.today] == [16]


def test_a_place_nobody_needs_is_blank_and_closed(planned, qapp):
    grid = roster.grid(planned, NOVEMBER)
    model = RosterModel(replace(grid, needed=grid.needed - {FIRST}, duties={}), NOW.date)
    index = model.index_of(FIRST)
    assert index.data(CELL_ROLE).marks == 0
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert model.index_of(SECOND).flags() & Qt.ItemFlag.ItemIsEditable


def test_a_dropped_cell_asks_for_a_swap_and_is_never_moved(model):
    asked = []
    model.swapped.connect(lambda one, other: asked.append((one, other)))
    carried = model.mimeData([model.index_of(FIRST)])
    assert carried.hasFormat(PLACE_MIME)
    move = Qt.DropAction.MoveAction
    assert model.dropMimeData(carried, move, -1, -1, model.index_of(SECOND)) is False
    assert model.dropMimeData(carried, move, -1, -1, model.index_of(FIRST)) is False
    assert model.dropMimeData(carried, move, -1, -1, QModelIndex()) is False
    assert asked == [(FIRST, SECOND)]


def test_a_place_that_is_not_shown_has_no_cell(model):
    assert not model.index_of(replace(FIRST, day=date(2026, 12, 2))).isValid()
    assert not model.index_of(replace(FIRST, post="nobody")).isValid()
