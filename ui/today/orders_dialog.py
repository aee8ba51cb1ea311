"""Standing orders: what every shift must know, acknowledged at each takeover as long as it holds."""

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.handover import StandingOrder
from dutydesk.services import handover
from dutydesk.services.ids import new_id
from ui.clock import local
from ui.editing.facts_dialog import Answers, Fact, FactsDialog
from ui.i18n import long_day, tr, tr_in
from ui.session import Session
from ui.widgets.room import give_room
from ui.words.refusals import refusal_text

_DAY = timedelta(days=1)


class OrdersDialog(QDialog):
    """The orders that hold today; a new one is given, one that is over ends."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self.setObjectName("orders")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Standing orders"))
        self._session = session
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(tr("Standing orders"))
        self.why = QLabel(tr("Whoever takes a shift over acknowledges each of them."))
        self.why.setWordWrap(True)
        self.buttons = QDialogButtonBox()
        self.add = self.buttons.addButton(tr("New order…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.end = self.buttons.addButton(tr("It holds no more"), QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        self.add.clicked.connect(self.ask)
        self.end.clicked.connect(self.end_chosen)
        self.list.currentRowChanged.connect(self._on_chosen)
        session.changed.connect(self.refresh)
        column = QVBoxLayout(self)
        for part in (self.why, self.list, self.buttons):
            column.addWidget(part)
        give_room(self, self.fontMetrics().averageCharWidth() * 70, self.fontMetrics().height() * 20)
        self.refresh()

    def refresh(self) -> None:
        """Show the orders that hold now."""
        self.list.clear()
        for order in self._session.read(handover.orders_on, self._session.today()):
            until = tr("until {time}", time=long_day(order.last)) if order.last else ""
            words = " ".join(filter(None, (order.text, f"({order.issued_by})", until)))
            item = QListWidgetItem(words, self.list)
            item.setData(Qt.ItemDataRole.UserRole, order)
        self._on_chosen()

    def ask(self) -> None:
        """Ask for a new order."""
        facts = (
            Fact("text", tr("Order"), lines=3),
            Fact("issued_by", tr("Given by"), self._session.actor),
            Fact("ends", tr("It ends on a certain day"), value=False),
            Fact("last", tr_in("orders", "Last day"), self._session.now() + 7 * _DAY),
        )
        FactsDialog(self, self._session, tr("New order"), facts, self._give).open()

    def end_chosen(self) -> None:
        """Let the chosen order hold no more from today; one of today alone holds for the rest of the day."""
        item = self.list.currentItem()
        if item is not None:
            order: StandingOrder = item.data(Qt.ItemDataRole.UserRole)
            ended = replace(order, last=max(order.first, self._session.today() - _DAY))
            self._session.perform(handover.save_orders, [ended], by=self._session.author())

    def _give(self, said: Answers) -> bool:
        by = self._session.author()
        last: datetime = said["last"]
        order = StandingOrder(
            new_id(by.at),
            said["text"],
            said["issued_by"],
            self._session.today(),
            local(last).date() if said["ends"] else None,
        )
        return self._session.perform(handover.save_orders, [order], by=by) is not None

    def _on_chosen(self) -> None:
        refusal = self._session.obstacle("save_standing_orders")
        for button, possible in ((self.add, True), (self.end, self.list.currentItem() is not None)):
            button.setEnabled(possible and refusal is None)
            button.setToolTip(refusal_text(refusal) if refusal else "")
