"""Deciding about the chosen request: who decides, on which paper, and how."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.accounts import Author
from dutydesk.domain.leave import Leave
from dutydesk.domain.leave.chain import Approver, Decision
from dutydesk.errors import DutyDeskError
from dutydesk.services.leave import approval, duties
from dutydesk.services.rights import entered_for
from ui.i18n import tr
from ui.leave.ground import Ground
from ui.session import Session

_BUTTONS = (Decision.AGREED, Decision.SENT_BACK, Decision.REFUSED)


class DecisionBar(QWidget):
    """Who decides is offered; with a number of paper somebody else's decision is entered."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._leave: Leave | None = None
        self._outside = False
        self.decider = QComboBox()
        self.decider.setAccessibleName(tr("Decided by"))
        self.decider.setEditable(True)
        self.decider.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.paper, self.opinion, self.reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.paper.setPlaceholderText(tr("only where it was decided on paper"))
        self.reason.setPlaceholderText(tr("why the duties inside may stand"))
        self._buttons = {each: QPushButton(_word(each)) for each in _BUTTONS}
        self._waive = QPushButton(tr("Waive the duties"))
        self._lay_out()
        for decision, button in self._buttons.items():
            button.clicked.connect(partial(self.decide, decision))
        self._waive.clicked.connect(self.waive)

    def show_leave(self, ground: Ground, leave: Leave | None) -> None:
        """Offer whoever may decide the step at which a request waits."""
        step = ground.waiting.get(leave.id) if leave else None
        self.setEnabled(step is not None)
        before = self.decider.currentData()
        changed = self._leave is None or leave is None or leave.id != self._leave.id
        self._leave = leave
        self.decider.clear()
        if leave is None or step is None:
            return
        self._outside = step.approver is Approver.OUTSIDE
        for each in ground.book.entitled(leave, step.approver):
            self.decider.addItem(ground.name(each.id), each.id)
        kept = self.decider.findData(self._session.person or before)
        self.decider.setCurrentIndex(max(kept, 0) if self.decider.count() else -1)
        if changed:
            for line in (self.paper, self.opinion, self.reason):
                line.clear()

    def decide(self, decision: Decision) -> None:
        """Enter the decision."""
        leave = self._leave
        if leave is not None:
            who = self._chosen()
            opinion = self.opinion.text().strip()
            self._do(
                who,
                lambda by: self._session.perform(
                    approval.decide_leave, leave.id, decision, decider=who, opinion=opinion, by=by
                ),
            )

    def waive(self) -> None:
        """Let every duty inside that is not settled stand, by the word of the duty leader chosen."""
        leave = self._leave
        if leave is not None:
            who, reason = self._chosen(), self.reason.text()
            places = [each.place for each in self._session.read(duties.unsettled_duties, leave)]
            self._do(
                who,
                lambda by: self._session.perform(
                    approval.waive_duties, leave.id, places, reason=reason, waived_by=who, by=by
                ),
            )

    def _chosen(self) -> str:
        at = self.decider.findText(self.decider.currentText())
        return str(self.decider.itemData(at)) if at >= 0 else ""

    def _do(self, who: str, deed: Callable[[Author], object]) -> None:
        paper, name = self.paper.text().strip(), self.decider.currentText().strip()
        if self._outside and not who:
            deed(replace(self._session.author(on_behalf_of=name), paper=paper))
            return
        by = self._session.author()
        try:
            deed(self._session.read(entered_for, by, who, paper) if paper and who else by)
        except DutyDeskError as error:
            self._session.refused.emit(error)

    def _lay_out(self) -> None:
        waiving = QVBoxLayout()
        waiving.addWidget(self.reason)
        waiving.addWidget(self._waive, 0, Qt.AlignmentFlag.AlignRight)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for words, widget in (
            (tr("Decided by"), self.decider),
            (tr("Number of the paper"), self.paper),
            (tr("Opinion"), self.opinion),
        ):
            widget.setAccessibleName(words)
            form.addRow(words, widget)
        for line in (self.paper, self.reason):
            line.setToolTip(line.placeholderText())  # a narrow one has no room for it
        self.reason.setAccessibleName(tr("Waive because"))
        form.addRow(tr("Waive because"), waiving)
        row = QHBoxLayout()
        for button in self._buttons.values():
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addLayout(row)


def _word(decision: Decision) -> str:
    match decision:
        case Decision.AGREED:
            return tr("Agree to it")
        case Decision.SENT_BACK:
            return tr("Send it back")
        case Decision.REFUSED:
            return tr("Refuse it")
