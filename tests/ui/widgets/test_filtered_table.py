import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton

from ui.widgets.empty_state import EmptyState
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.table_model import Column, TableModel

PEOPLE = [("1", "张建国", "zjg"), ("2", "李四", "ls"), ("3", "王五", "ww")]


@pytest.fixture
def added():
    return []


@pytest.fixture
def table(qtbot, added):
    model = TableModel([Column("name", "Name", lambda row: row[1])], key=lambda row: row[0])
    action = QAction("Add")
    action.triggered.connect(lambda: added.append(1))
    made = FilteredTable(
        "People",
        model,
        whole_rows=True,
        also=lambda row: row[2],
        actions=[action],
        empty=EmptyState("people", "Nobody yet", "Import the staff list.", [action]),
    )
    qtbot.addWidget(made)
    made.action = action
    made.show()
    return made


def shown(table):
    model = table.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_an_empty_list_says_why_and_offers_the_way_on(table, added):
    assert not table.view.isVisible()
    table.findChild(EmptyState).findChild(QPushButton).click()
    table.findChild(QToolButton).click()
    assert added == [1, 1]


def test_rows_take_the_place_of_the_empty_state(table):
    table.model.set_rows(PEOPLE)
    assert table.view.isVisible()
    assert shown(table) == ["张建国", "李四", "王五"]


def test_a_filter_that_hides_all_is_no_empty_list(table):
    table.model.set_rows(PEOPLE)
    table.filter.setText("zjg")
    assert shown(table) == ["张建国"]
    table.filter.setText("nobody")
    assert table.view.isVisible()


def test_rows_are_chosen_by_key_and_told(qtbot, table):
    table.model.set_rows(PEOPLE)
    with qtbot.waitSignal(table.chosen_changed, timeout=0):
        assert table.choose("2")
    assert table.chosen() == [PEOPLE[1]]
    table.filter.setText("zjg")
    assert not table.choose("2")


def test_enter_opens_a_row(qtbot, table):
    table.model.set_rows(PEOPLE)
    table.choose("3")
    with qtbot.waitSignal(table.opened, timeout=0) as opened:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == [PEOPLE[2]]


def test_ctrl_f_goes_to_the_filter_and_escape_back(qtbot, table):
    table.model.set_rows(PEOPLE)
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(table.filter.hasFocus)
    table.filter.setText("zjg")
    qtbot.keyClick(table.filter, Qt.Key.Key_Escape)
    qtbot.waitUntil(table.view.hasFocus)
    assert shown(table) == ["张建国", "李四", "王五"]


def test_a_column_sorts(table):
    table.model.set_rows(PEOPLE)
    table.sort_by("name", Qt.SortOrder.DescendingOrder)
    assert shown(table) == sorted((row[1] for row in PEOPLE), reverse=True)
