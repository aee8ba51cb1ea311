"""What a user sees of the page of discipline, and the form that is open."""

from PySide6.QtWidgets import QApplication

from tests.ui.seen import shown
from ui.discipline.form_dialog import FormDialog


def rows(tab):
    return shown(tab.list.view)


def form(kind=FormDialog):
    """The form that is open."""
    QApplication.processEvents()
    return next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()
    )
