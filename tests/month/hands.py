"""What hands do: keys and clicks on what is to be seen, found by the words that stand there."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QTabWidget,
    QWidget,
)

from tests.month.eyes import headings, rows, screen, seen
from ui.widgets.suggest_edit import SuggestEdit
from ui.window.actions import plain

LEFT = Qt.MouseButton.LeftButton
_BOX = 9  # pixels from the left: the middle of a check box


def click(within, words, at=0):
    """Click on the button that says this."""
    fitting = [each for each in seen(within, QAbstractButton) if plain(words) in _named(each)]
    assert fitting, f"no button “{words}” in\n{screen(within)}"
    assert fitting[at].isEnabled(), f"“{words}” is grey: {fitting[at].toolTip()}\n{screen(within)}"
    click_on(fitting[at])


def click_on(button):
    """Click where a hand would: on the box of a box, in the middle of a button."""
    _bring_into_sight(button)
    boxed = isinstance(button, QCheckBox | QRadioButton)
    place = QPoint(_BOX, button.height() // 2) if boxed else button.rect().center()
    QTest.mouseClick(button, LEFT, pos=place)
    QApplication.processEvents()


def fill(within, label, text):
    """Write into the field of this name, in the place of what stood there."""
    field = _field(within, label)
    if isinstance(field, QComboBox) and not field.isEditable():
        _choose(field, text)
        return
    field.setFocus()
    QTest.keySequence(_inner(field), "Ctrl+A")
    write(_inner(field), text)
    if isinstance(field, SuggestEdit) and field.popup.isVisible():
        QTest.keyClick(field.popup, Qt.Key.Key_Return)
    QApplication.processEvents()


def write(widget, text):
    """Type; what no key writes comes from the input method, as Chinese does."""
    if text.isascii():
        QTest.keyClicks(widget, text)
        return
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def press(within, keys):
    """Press keys where the keyboard is."""
    within.activateWindow()
    QApplication.processEvents()
    there = QApplication.focusWidget() or within
    QTest.keySequence(there, keys)
    QApplication.processEvents()


def turn_to(within, words):
    """Click on the tab that begins so."""
    for tabs in seen(within, QTabWidget):
        for at in range(tabs.count()):
            if tabs.tabText(at).startswith(words):
                QTest.mouseClick(tabs.tabBar(), LEFT, pos=tabs.tabBar().tabRect(at).center())
                QApplication.processEvents()
                return
    message = f"no tab “{words}” in\n{screen(within)}"
    raise AssertionError(message)


def pick(view, *texts):
    """Click on the first row in which all these texts stand."""
    found = [at for at, row in enumerate(rows(view)) if has_all(row, texts)]
    assert found, f"no row with {texts} in {rows(view)}"
    click_cell(view, found[0], 0)
    return rows(view)[found[0]]


def has_all(row, texts):
    """Whether all these texts stand in a row."""
    return all(any(text in cell for cell in row) for text in texts)


def enter(view, row, heading, text):
    """Click on a cell and write into it."""
    click_cell(view, row, headings(view).index(heading))
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    QTest.keySequence(editor, "Ctrl+A")
    write(editor, text)
    offered = QApplication.activePopupWidget()
    if offered is not None:
        QTest.keyClick(offered, Qt.Key.Key_Return)
    if view.state() is QAbstractItemView.State.EditingState:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QApplication.processEvents()


def click_cell(view, row, column):
    """Click on a cell."""
    view.activateWindow()  # a list that dropped down took that away
    QApplication.processEvents()
    index = view.model().index(row, column)
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
    QApplication.processEvents()


def _named(button):
    return {plain(button.text()), plain(button.accessibleName())}


def _field(within, label):
    kinds = (QWidget,)
    fitting = [each for each in seen(within, *kinds) if each.accessibleName() == label and each.isEnabled()]
    assert fitting, f"no field “{label}” in\n{screen(within)}"
    field = fitting[-1]
    _bring_into_sight(field)
    return field


def _inner(field):
    """Where the keys go: the line of a number or of an editable list; a date takes them itself."""
    if isinstance(field, QComboBox | QSpinBox):
        return field.lineEdit()
    return field


def _choose(box, text):
    """Go through a closed list with the keys until it shows the text."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if text in box.currentText():
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
    message = f"“{text}” is not among {[box.itemText(at) for at in range(box.count())]}"
    raise AssertionError(message)


def _bring_into_sight(widget):
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
