"""The pages together: in English buttons, tabs and headings begin with a capital; cells need not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTabBar, QTableView, QToolButton

from tests.services.nights import a_room, by
from tests.ui.today.desks import Hands, a_session
from ui.window.main_window import MainWindow
from ui.window.pages import all_pages

PAGES = ("today", "log", "incidents", "followups", "discipline")


@pytest.fixture
def window(qtbot):
    session = a_session(a_room(), Hands(by(1).at))
    made = MainWindow(session, all_pages(), {}, chosen={})
    qtbot.addWidget(made)
    made.show()
    yield made
    session.close()


def words(window):
    for kind in (QPushButton, QToolButton):
        yield from (each.text() for each in window.findChildren(kind))
    for tabs in window.findChildren(QTabBar):
        yield from (tabs.tabText(at) for at in range(tabs.count()))
    for model in (each.model() for each in window.findChildren(QTableView)):
        titles = (model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount()))
        yield from map(str, filter(None, titles))


def test_buttons_tabs_and_headings_begin_with_a_capital(window):
    for page in PAGES:
        window.go(page)
    found = {each.replace("&", "") for each in words(window)}
    assert "Call in F5" in found
    assert [each for each in found if each[:1].islower()] == []
