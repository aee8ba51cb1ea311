"""What the page shows before anybody is on the staff list: the way to import one."""

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QWidget

from ui.dialogs import ask_open
from ui.i18n import tr
from ui.icons import icon
from ui.imports.dialog import ImportDialog
from ui.imports.kinds import staff_list
from ui.session import Session
from ui.widgets.empty_state import EmptyState


def nobody_yet(owner: QWidget, session: Session) -> EmptyState:
    """An empty state whose button asks for a staff list and previews it."""
    importing = QAction(icon("import"), tr("Import a staff list…"), owner)
    importing.triggered.connect(partial(_ask, owner, session))
    state = EmptyState(
        "people",
        tr("Nobody is on the staff list yet"),
        tr("Take the list in as the office has it: Excel or text, any order of columns."),
        (importing,),
    )
    for label in state.findChildren(QLabel):
        label.setMinimumWidth(0)  # the panels beside it need their room
    return state


def _ask(owner: QWidget, session: Session) -> None:
    kind = staff_list()
    kinds = [(tr("Lists"), "*.xlsx *.xlsm *.csv *.txt")]
    ask_open(owner, kind.title, kinds, lambda path: ImportDialog(owner, session, kind, path).open())
