"""What is done at the desk now and then: standing orders, a leader's word under a handover, the rules.

Its dialogs are loaded when they are asked for: the window stands on this page when it starts.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from dutydesk.services import handover
from ui.clock import local
from ui.i18n import tr
from ui.session import Session

if TYPE_CHECKING:
    from ui.editing.facts_dialog import Answers


class MoreButton(QToolButton):
    """A menu beside the page's buttons; what has nothing to be done about is grey."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self.setText(tr("More"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        self.orders = self.menu().addAction(tr("Standing orders…"))
        self.orders.triggered.connect(self.show_orders)
        self.word = self.menu().addAction(tr("Leader's word on a handover…"))
        self.word.triggered.connect(self.ask_word)
        self.menu().addSeparator()
        self.rules = self.menu().addAction(tr("Rules of the duty room…"))
        self.rules.triggered.connect(self.show_rules)
        self.menu().aboutToShow.connect(self.offer)

    def offer(self) -> None:
        """A leader's word is asked for where a shift waits for it."""
        self.word.setEnabled(bool(self._session.read(handover.unreviewed)))

    def show_orders(self) -> None:
        """Show the standing orders."""
        from ui.today.orders_dialog import OrdersDialog

        OrdersDialog(self.window(), self._session).open()

    def show_rules(self) -> None:
        """Show the numbers by which the duty room is kept."""
        from ui.today.rules_dialog import ask_rules

        ask_rules(self.window(), self._session)

    def ask_word(self) -> None:
        """Ask what a leader says to a handover; the newest one is asked for first."""
        from ui.editing.facts_dialog import Fact, FactsDialog

        waiting = self._session.read(handover.unreviewed)
        shifts = tuple(
            (each.id, f"{each.id.partition('/')[0]} {local(each.signed_at):%H:%M}") for each in waiting
        )
        facts = (
            Fact("shift", tr("Shift"), choices=shifts),
            Fact("leader", tr("Leader"), self._session.actor),
            Fact("opinion", tr("Opinion"), tr("Read."), lines=2),
        )
        title = tr("Leader's word on a handover")
        FactsDialog(self.window(), self._session, title, facts, self._review).open()

    def _review(self, said: "Answers") -> bool:
        by, facts = self._session.author(), (said["shift"], said["leader"], said["opinion"])
        return self._session.perform(handover.review, *facts, by=by) is not None
