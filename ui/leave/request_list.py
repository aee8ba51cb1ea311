"""All leave as a list beside the slip that is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from dutydesk.domain.history import Search
from dutydesk.domain.leave import Leave
from dutydesk.domain.leave.course import Standing
from dutydesk.services.leave import book, duties
from ui.history.dialog import add_history
from ui.i18n import tr
from ui.leave.ground import Ground
from ui.leave.slip_panel import SlipPanel, discreet
from ui.session import Session
from ui.widgets.empty_state import EmptyState
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.roomy import Roomy
from ui.widgets.table_model import RIGHT, Column, TableModel
from ui.words.leave import approver_text, length_text, span_text, standing_text

_SLIP = 40  # digits
_SHARES = (3, 2)  # of the width, of the list and of the slip
_INKS = {
    Standing.OVERDUE: "error",
    Standing.DUE_BACK: "warning",
    Standing.PENDING: "accent",
    Standing.SENT_BACK: "warning",
    Standing.ACTIVE: "good",
    Standing.DRAFT: "dim",
    Standing.REFUSED: "dim",
    Standing.CANCELLED: "dim",
    Standing.REPORTED_BACK: "dim",
    Standing.EXTENDED: "dim",
}


class RequestList(QWidget):
    """Rows of leave; `chosen_changed` says that another one is selected, `opened` asks to change it."""

    chosen_changed = Signal()
    opened = Signal(object)

    def __init__(
        self, name: str, session: Session, ground: Ground, actions: Sequence[QAction], empty: EmptyState
    ) -> None:
        super().__init__()
        self._session = session
        self._ground = ground
        self._model: TableModel[Leave] = TableModel(self._columns(), lambda each: each.id)
        self.table = FilteredTable(
            name, self._model, whole_rows=True, also=self._found_by, actions=actions, empty=empty
        )
        self.slip = SlipPanel()
        self.below = QVBoxLayout()
        self._lay_out()
        self.table.chosen_changed.connect(self._on_chosen)
        self.table.opened.connect(self.opened)
        add_history(self.table.view, session, self.history)

    def show_leaves(self, ground: Ground, leaves: Sequence[Leave]) -> None:
        """Show these rows; the chosen one stays chosen."""
        self._ground = ground
        self._model.set_rows(leaves)
        self._on_chosen()

    def chosen(self) -> Leave | None:
        """The leave that is selected, if it is one."""
        found = self.table.chosen()
        return found[0] if len(found) == 1 else None

    def history(self) -> Search:
        """The search for what became of the chosen leave, its steps and what else names it."""
        leave = self.chosen()
        return Search(about=leave.id if leave else "")

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.slip, 1)
        column.addLayout(self.below)
        beside = Roomy(side)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.table)
        halves.addWidget(beside)
        beside.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * _SLIP)
        for at, share in enumerate(_SHARES):
            halves.setStretchFactor(at, share)
        halves.setSizes([1000 * share for share in _SHARES])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(halves)

    def _on_chosen(self) -> None:
        leave = self.chosen()
        if leave is None:
            self.slip.show_leave(self._ground, None)
        else:
            missed = self._session.read(duties.unsettled_duties, leave)
            steps = self._session.read(book.steps_of, leave.id)
            self.slip.show_leave(self._ground, discreet(self._session, leave), steps, missed)
        self.chosen_changed.emit()

    def _found_by(self, leave: Leave) -> str:
        return self._ground.found_by(leave)

    def _halves(self, leave: Leave) -> int:
        return self._ground.book.half_days(leave)

    def _standing(self, leave: Leave) -> Standing:
        return self._ground.book.standing(leave, self._ground.today)

    def _state(self, leave: Leave) -> str:
        step = self._ground.waiting.get(leave.id)
        words = standing_text(self._standing(leave))
        return tr("{state}: {who}", state=words, who=approver_text(step.approver)) if step else words

    def _columns(self) -> list[Column[Leave]]:
        return [
            Column("name", tr("Name"), lambda each: self._ground.name(each.person)),
            Column("section", tr("Section"), lambda each: self._ground.section(each.person)),
            Column("kind", tr("Kind of leave"), lambda each: self._ground.book.kind(each.type).name),
            Column("span", tr("From – to"), span_text, sort_key=lambda each: each.span()),
            Column(
                "days",
                tr("Days"),
                lambda each: length_text(self._ground.book.half_days(each)),
                sort_key=self._halves,
                align=RIGHT,
            ),
            Column("state", tr("State"), self._state, ink=lambda each: _INKS.get(self._standing(each), "")),
            Column("stand_in", tr("Stand-in"), lambda each: self._ground.name(each.stand_in)),
        ]
