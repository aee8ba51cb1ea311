"""The year's sheets through the window: what was taken and given, as of any day, on paper, and closed."""

from PySide6.QtCore import QDate
from PySide6.QtPrintSupport import QPrintPreviewDialog

from dutydesk.services import scores
from tests.builders import day
from tests.services.cases import confirmed
from tests.services.nights import by
from tests.ui.discipline.forms import form, rows
from ui.discipline import sheet_tab


def test_the_sheets_show_what_was_taken_and_take_what_is_given(page, store, session):
    confirmed(store, hours=14)
    page.reload()
    page.go_to("sheets")
    told = {row[0]: row for row in rows(page.sheets)}
    assert told["钱堃"][2:6] == ["100", "5", "0", "95"]
    page.sheets.list.choose("p1")
    page.sheets.add.trigger()
    asked = form()
    asked.findChild(sheet_tab.QDoubleSpinBox).setValue(2)
    asked.findChildren(sheet_tab.QLineEdit)[-1].setText("妥善处置山洪预警")
    asked.try_it()
    assert scores.sheet(store, "p1", 2026, day("2026-11-21")).net == 9700


def test_a_sheet_is_told_in_full_as_of_any_day_and_goes_on_paper(page, store):
    confirmed(store, hours=14)
    scores.add_points(store, "p1", day("2026-11-21"), 200, "妥善处置", by=by(29))
    page.reload()
    page.go_to("sheets")
    page.sheets.list.choose("p1")
    told = page.sheets.words.toPlainText().splitlines()
    assert told[0] == "钱堃, 2026 as of 21 Nov 2026: 100 − 5 + 2 = 97"
    assert told[1] == "2026-001　20 Nov　absent from post　confirmed, points taken　usual rule　−5"
    assert told[2] == "21 Nov　妥善处置　王敏　+2"
    page.sheets.as_of.setDate(QDate(2026, 11, 20))
    page.sheets.list.choose("p1")
    told = page.sheets.words.toPlainText().splitlines()
    assert told[0] == "钱堃, 2026 as of 20 Nov 2026: 100 − 0 + 0 = 100"
    page.sheets.print.trigger()
    page.sheets.findChildren(QPrintPreviewDialog)[-1].reject()
    page.sheets.own.trigger()
    page.sheets.findChildren(QPrintPreviewDialog)[-1].reject()
    page.sheets.year.setValue(2025)
    assert page.sheets.as_of.date() == QDate(2025, 12, 31)


def test_a_year_is_closed_after_a_question(page, store, monkeypatch):
    monkeypatch.setattr(sheet_tab, "confirm", lambda *asked: asked[3]())
    page.go_to("sheets")
    page.sheets.year.setValue(2025)
    page.sheets.close_it.trigger()
    assert scores.closing(store, 2025)
    assert page.sheets.closed.text() == "The sheets of 2025 are closed and final."


def test_a_page_that_stood_open_over_night_is_of_today(page, clocks):
    clocks.go_on(hours=24)
    page.reload()
    assert page.sheets.as_of.date() == QDate(2026, 11, 22)
    page.sheets.as_of.setDate(QDate(2026, 11, 1))
    clocks.go_on(days=60)
    page.reload()
    assert page.sheets.as_of.date() == QDate(2026, 11, 1)


def test_everybody_s_sheets_are_printed_together_and_one_s_own_in_full(page, monkeypatch):
    printed = []
    monkeypatch.setattr(sheet_tab, "preview", lambda sheet, _: printed.append(str(sheet)))
    page.sheets.list.choose("p1")
    page.sheets.print.trigger()
    page.sheets.own.trigger()
    names = {row[0] for row in rows(page.sheets)}
    assert [len({name for name in names if name in told}) for told in printed] == [len(names), 1]
