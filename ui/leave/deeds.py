"""What is done with a leave that was handed in: reported back from, extended, called off."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from dutydesk.domain.leave import Half, Leave
from dutydesk.domain.leave.course import following
from dutydesk.services.changes import Changes
from dutydesk.services.leave import asking, returning
from ui.dialogs import ask_text
from ui.i18n import tr
from ui.leave.return_dialog import MomentDialog, Question
from ui.session import Session


@dataclass(frozen=True)
class LeaveDeeds:
    """Asks what must be known and does it; `line` says in the question which leave is meant."""

    parent: QWidget
    session: Session

    def report_back(self, leave: Leave, line: str) -> None:
        """Ask since when somebody is back."""
        asked = Question(
            tr("Report back from leave"),
            line,
            tr("At work again since"),
            tr("Certificate"),
            tr("Report back"),
        )
        dialog = MomentDialog(self.parent, self.session, asked, partial(self._back, leave.id))
        dialog.moment.set_value(self.session.today(), Half.MORNING)
        dialog.open()

    def extend(self, leave: Leave, line: str) -> None:
        """Ask until when the leave is to last."""
        asked = Question(
            tr("Extend the leave"), line, tr("Until"), tr("Reason"), tr("Ask for it"), Half.AFTERNOON
        )
        dialog = MomentDialog(self.parent, self.session, asked, partial(self._longer, leave.id))
        dialog.moment.set_value(following(leave)[0], Half.AFTERNOON)
        dialog.text.setText(leave.reason)
        dialog.open()

    def call_off(self, leave: Leave, line: str) -> None:
        """Ask why the leave is called off."""
        question = line + "\n" + tr("Why?")
        ask_text(self.parent, tr("Call off the leave"), question, partial(self._cancel, leave.id))

    def _back(self, leave_id: str, day: date, half: Half, certificate: str) -> Changes | None:
        by = self.session.author()
        return self.session.perform(
            returning.report_back, leave_id, day, half, certificate=certificate, by=by
        )

    def _longer(self, leave_id: str, day: date, half: Half, reason: str) -> Changes | None:
        today, by = self.session.today(), self.session.author()
        return self.session.perform(
            asking.extend_leave, leave_id, day, half, reason=reason, today=today, by=by
        )

    def _cancel(self, leave_id: str, reason: str) -> None:
        by = replace(self.session.author(), reason=reason)
        self.session.perform(asking.cancel_leave, leave_id, today=self.session.today(), by=by)
