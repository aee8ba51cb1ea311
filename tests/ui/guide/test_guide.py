"""The guide in its window: by F1, by a question mark, by search; it goes where the program goes."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout

from ui.guide.asking import question_mark
from ui.guide.guide import Guide
from ui.guide.printing import on_paper
from ui.guide.window import GuideWindow
from ui.i18n import set_language


@pytest.fixture
def guide(qapp):
    made = Guide(qapp)
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def opened():
    """The guide's window."""
    QApplication.processEvents()
    return next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, GuideWindow) and each.isVisible()
    )


def test_it_opens_at_a_place_and_comes_back(guide):
    guide.open_at("fairness#spread")
    browser = opened().browser
    assert browser.name == "fairness"
    assert browser.verticalScrollBar().value() > 0
    guide.open_at("log")
    browser.backward()
    assert browser.name == "fairness"


def test_there_is_one_window_for_all_pages(guide):
    guide.open_at("log")
    guide.open_at("leave")
    shown = [
        each for each in QApplication.topLevelWidgets() if isinstance(each, GuideWindow) and each.isVisible()
    ]
    assert len(shown) == 1


def test_it_speaks_the_language_that_was_chosen_since(guide):
    guide.open_at("log")
    set_language("zh_CN")
    guide.open_at("log")
    assert "值班日志" in opened().browser.toPlainText()
    set_language("en")


def test_a_question_mark_opens_it_at_its_place(guide, qtbot):
    button = question_mark("fairness#due", "due")
    qtbot.addWidget(button)
    button.click()
    assert opened().browser.source().fragment() == "due"


def test_f1_works_in_a_dialog(guide, qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    line = QLineEdit(dialog)
    QVBoxLayout(dialog).addWidget(line)
    dialog.show()
    dialog.activateWindow()
    line.setFocus()
    QApplication.processEvents()
    dialog.findChild(QShortcut).activated.emit()
    assert opened().browser.name == "first_roster"


def test_search_shows_the_pages_with_the_words_and_esc_the_contents(guide, qtbot):
    guide.open_at("log")
    window = opened()
    every = window.contents.topLevelItemCount()
    window.search.setText("spread")
    assert window.contents.topLevelItemCount() == 1
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.browser.name == "fairness"
    assert window.browser.extraSelections()
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.contents.topLevelItemCount() == every
    assert window.isVisible()
    qtbot.keyClick(window.browser, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_the_contents_lead_to_pages_and_show_which_is_open(guide):
    guide.open_at("log")
    window = opened()
    assert window.contents.currentItem().text(0) == "The duty log"
    line = window.contents.topLevelItem(0).child(1)
    window.contents.itemClicked.emit(line, 0)
    assert window.browser.name == "window"


def test_the_page_of_keys_has_the_keys_of_the_commands(guide):
    guide.open_at("keys")
    assert "Ctrl+Shift+E" in opened().browser.toPlainText()
    assert "Ctrl+K" in opened().browser.toPlainText()


def test_pictures_are_no_wider_than_the_page(guide, qtbot):
    guide.open_at("planning")
    window = opened()
    window.resize(700, 600)
    qtbot.waitUntil(lambda: window.browser.horizontalScrollBar().maximum() == 0)


def test_pictures_keep_within_the_paper(guide):
    guide.open_at("planning")
    paper = on_paper(opened().browser)
    assert paper.pageCount() >= 1
    assert 'width="600"' in paper.toHtml()


def test_a_page_is_printed(guide):
    guide.open_at("glossary")
    window = opened()
    next(each for each in window.actions() if each.shortcut().toString() == "Ctrl+P").trigger()
    dialog = window.findChild(QDialog)
    assert dialog.isVisible()
    dialog.close()
