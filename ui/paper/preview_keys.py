"""Keys for Qt's own preview, whose buttons are there for the mouse only."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QComboBox, QGraphicsView, QLineEdit, QToolBar, QToolButton, QWidget

from ui.i18n import tr

_AROUND = 40
"""Pixels of frame about the bar."""


def work_by_keys(dialog: QPrintPreviewDialog) -> None:
    """Let Tab reach the buttons, Ctrl+P print, and the arrow keys move the pages from the start."""
    for button in dialog.findChildren(QToolButton):
        if button.defaultAction() is not None:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    names = {QComboBox: tr("Size on the screen"), QLineEdit: tr("Page"), QGraphicsView: tr("Pages")}
    for part in dialog.findChildren(QWidget):
        for kind, name in names.items():
            if isinstance(part, kind):
                part.setAccessibleName(name)
    printing = QCoreApplication.translate("QPrintPreviewDialog", "Print")
    for action in dialog.findChildren(QAction):
        if action.text() == printing:
            action.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
    bar = dialog.findChild(QToolBar)
    if bar is not None:  # no button hides where only the mouse finds it
        dialog.resize(max(dialog.width(), bar.sizeHint().width() + _AROUND), dialog.height())
    pages = dialog.findChild(QGraphicsView)
    if pages is not None:
        pages.setFocus()
