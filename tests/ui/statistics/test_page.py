"""Statistics through the window: eight figures of a year, each as chart, table, workbook and paper."""

import pytest
from openpyxl import load_workbook
from PySide6.QtPrintSupport import QPrintPreviewDialog

from dutydesk.services.log import record
from dutydesk.storage.seals import SEALS
from tests.services.cases import confirmed
from tests.services.nights import DEPUTY, DRIVER, LEADER, MAIN, a_room, arrive, by
from tests.services.test_statistics import an_entry, an_incident, calls
from tests.ui.seen import shown
from ui.session import InlineExecutor, Session
from ui.statistics import page as module
from ui.statistics.page import TABS, StatisticsPage
from ui.widgets.charts import HeatChart
from ui.window.main_window import MainWindow
from ui.window.pages import all_pages


@pytest.fixture
def store():
    opened = a_room()
    arrive(opened, 0, LEADER, DEPUTY, DRIVER)
    arrive(opened, 0, MAIN, late=0.2)
    record(opened, an_entry(1), by=by(1))
    an_incident(opened)
    calls(opened)
    confirmed(opened)
    return opened


@pytest.fixture
def window(qtbot, qapp, store):
    session = Session(store, actor="王敏", now=lambda: by(30).at, executor=InlineExecutor())
    made = MainWindow(session, all_pages(), {}, chosen={})
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    session.close()


@pytest.fixture
def page(window):
    window.go("statistics")
    return window.findChild(StatisticsPage)


def table(page, tab):
    page.go_to(tab)
    return shown(page.views[page.tabs.currentIndex()].table.view)


def test_everybodys_duties_stand_beside_what_was_due(page):
    rows = {row[0]: row for row in table(page, "duties")}
    assert rows["钱堃"][:4] == ["钱堃", "秘书科", "1", "0.2"]
    assert page.figure.chart.names[0] == "赵明远"
    assert page.views[0].note.text() == "Up to 21 Nov. Orange is a whole duty or more above due."


def test_a_year_has_its_months_and_its_days(page):
    november = next(row for row in table(page, "months") if row[0] == "赵明远")
    assert november[2:] == [*["0"] * 10, "2", "0", "2"]
    assert table(page, "days")[10] == ["11", "1", "20 Nov", "1"]
    chart = page.figure.chart
    assert isinstance(chart, HeatChart)
    assert chart.cells[1][28] is None  # 2026 has no 29 February
    assert chart.cells[10][19] == 1


def test_calls_and_reports_say_how_long_they_took(page):
    assert table(page, "calls") == [["20 Nov 08:00", "周主任", "12", "answered"]]
    first, second = table(page, "reports")
    assert first == ["20 Nov", "山洪", "by phone", "30", "31", "late"]
    assert second[4:] == ["", "not yet"]


def test_lateness_violations_and_accounts_are_told_by_person_and_section(page):
    assert table(page, "late") == [["钱堃", "秘书科", "1", "12", "12"]]
    assert table(page, "violations") == [["absent from post", "秘书科", "1", "1", "5"]]
    assert len(table(page, "balances")) == 14


def test_a_section_narrows_every_figure_and_another_year_is_empty(page):
    page.section.setCurrentIndex(page.section.findText("车队"))
    for tab in TABS:
        page.go_to(tab)
        named = {row[0] for row in page.figure.rows} & {"钱堃", "赵明远"}
        assert not named
    page.year.setValue(2020)
    page.go_to("duties")
    assert page.figure.rows == ()


def test_any_table_becomes_a_workbook_whose_numbers_are_numbers(page, store, tmp_path, monkeypatch):
    for tab in TABS:
        page.go_to(tab)
        file = tmp_path / f"{tab}.xlsx"
        monkeypatch.setattr(module, "ask_save", lambda *asked, out=file: asked[3](out))
        page.export.trigger()
        values = [each.value for row in load_workbook(file).active.iter_rows() for each in row]
        assert any(isinstance(each, int | float) for each in values), tab
    assert len(store.all(SEALS)) == 1  # nothing was done between them


def test_chart_and_table_are_looked_at_before_they_are_printed(page, window):
    window.do("print")
    preview = page.findChild(QPrintPreviewDialog)
    assert preview.windowTitle() == "云溪市人民政府办公室 2026: Duties against due"
    preview.reject()


def test_what_changes_is_counted_anew(page, store, window):
    page.go_to("late")
    arrive(store, 1, MAIN, late=0.5)
    page.reload()
    assert [row[0] for row in table(page, "late")] == ["李雅琴", "钱堃"]
