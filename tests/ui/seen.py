"""What a user sees of a table and does to it."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

Flag = QItemSelectionModel.SelectionFlag


def shown(view, *titles):
    """The rows as they stand there; with titles, only those columns."""
    model = view.model()
    columns = [column_of(view, title) for title in titles] or range(model.columnCount())
    return [[model.index(row, column).data() for column in columns] for row in range(model.rowCount())]


def column_of(view, title):
    model = view.model()
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    return titles.index(title)


def cell(view, row, title):
    """The cell of a row (its number, or a text in it) under a heading."""
    if isinstance(row, str):
        row = next(at for at, texts in enumerate(shown(view)) if row in texts)
    return view.model().index(row, column_of(view, title))


def put(view, row, title, text):
    """Type a text into a cell, as the editor would hand it over."""
    index = cell(view, row, title)
    view.setCurrentIndex(index)
    view.model().setData(index, text)


def paste(view, row, title, text):
    """Paste a block from Excel from a cell on."""
    view.setCurrentIndex(cell(view, row, title))
    QGuiApplication.clipboard().setText(text)
    view.paste()


def choose(view, *rows):
    """Select whole rows."""
    view.clearSelection()
    for row in rows:
        index = cell(view, row, view.model().headerData(0, Qt.Orientation.Horizontal))
        view.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
        view.selectionModel().select(index, Flag.Select | Flag.Rows)


def press(view, keys):
    """A key on the table, whose window must be the active one for a shortcut to be heard."""
    view.window().activateWindow()
    view.setFocus()
    QApplication.processEvents()
    QTest.keySequence(view, keys)


def editing(view):
    """Whether a cell is being typed into."""
    return view.state() == QAbstractItemView.State.EditingState


def trigger(widget, words):
    """Do the action of a widget that is called so, if it is not grey."""
    action = next(each for each in widget.actions() if each.text() == words)
    assert action.isEnabled(), words
    action.trigger()
