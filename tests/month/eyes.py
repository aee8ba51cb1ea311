"""What somebody before the screen reads, and nothing else."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTabWidget,
    QTreeView,
    QWidget,
)

_TEXTS = (
    (QComboBox, QComboBox.currentText),
    (QDateTimeEdit, QDateTimeEdit.text),
    (QLineEdit, QLineEdit.text),
    (QPlainTextEdit, QPlainTextEdit.toPlainText),
    (QGroupBox, QGroupBox.title),
    (QAbstractButton, QAbstractButton.text),
    (QLabel, QLabel.text),
)


def front(window):
    """The window that answers to the hands now: a list that dropped down, a dialog, else the window."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget() or window


def seen(within, kind=QWidget):
    """The widgets of a kind that are to be seen in a window, from top to bottom as they were made."""
    return [
        each for each in within.findChildren(kind) if each.isVisible() and each.window() is within.window()
    ]


def screen(within):
    """Every text in a window, line by line."""
    lines = [within.windowTitle()]
    for each in seen(within):
        if isinstance(each, QHeaderView):
            continue
        if isinstance(each, QAbstractItemView):
            lines += [" | ".join(row) for row in rows(each)]
        elif isinstance(each, QTabWidget):
            lines += [each.tabText(at) for at in range(each.count())]
        else:
            lines += [text(each) for kind, text in _TEXTS if isinstance(each, kind)][:1]
    return "\n".join(line for line in lines if line.strip())


def rows(view):
    """The rows of a table or list as they stand there."""
    model, wide = view.model(), columns(view)
    return [
        [str(model.index(row, column).data() or "") for column in range(wide)]
        for row in range(model.rowCount(QModelIndex()))
    ]


def columns(view):
    """How many columns it has: a list has one."""
    if isinstance(view, QTableView):
        return view.horizontalHeader().count()
    return view.header().count() if isinstance(view, QTreeView) else 1


def table(within, heading=""):
    """The table in sight that has this column."""
    found = [each for each in seen(within, QTableView) if not heading or heading in headings(each)]
    assert found, f"no table with “{heading}” in\n{screen(within)}"
    return found[0]


def headings(view):
    """What stands above the columns."""
    model = view.model()
    return [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(columns(view))]


def lines_of(view):
    """What stands before the rows."""
    model = view.model()
    return [str(model.headerData(at, Qt.Orientation.Vertical)) for at in range(model.rowCount())]
