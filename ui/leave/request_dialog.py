"""A request for leave while it is typed: days counted, the account, what stands against it, duties inside."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.leave import Leave
from dutydesk.domain.leave.check import objections
from dutydesk.errors import DomainError, DutyDeskError, MissingFieldError
from dutydesk.services.leave import asking, duties
from ui.i18n import tr, tr_n
from ui.leave.ground import Ground
from ui.leave.request_form import RequestForm
from ui.session import Session
from ui.settling import SettlePanel
from ui.widgets.banner import BannerArea, Notice
from ui.widgets.room import give_room, give_width
from ui.widgets.roomy import Roomy
from ui.words.leave import approver_text, balance_text, length_text
from ui.words.refusals import field_text, refusal_text

_WIDTH, _LINES = 96, 30  # characters and lines of text


class RequestDialog(QDialog):
    """The form beside what follows from it; hands the request in, or keeps it as a draft."""

    def __init__(
        self, parent: QWidget, session: Session, ground: Ground, leave: Leave, *, fresh: bool = True
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Request for leave") if fresh else tr("Change the request"))
        give_width(self, _WIDTH)
        self._session = session
        self._ground = ground
        self.form = RequestForm(ground, leave, fresh=fresh)
        self._length, self._balance, self._way = QLabel(), QLabel(), QLabel()
        self._notices = BannerArea()
        self._inside: list[str] = []
        self._settling_for: object = None
        self._heading = QLabel()
        self.settling = SettlePanel(session)
        self.settling.go.setAutoDefault(False)  # Enter in a field must not move duties
        self.settling.settled.connect(self._follow)
        self._buttons = QDialogButtonBox()
        self._hand_in = self._button(tr("Hand in"), self.hand_in)
        self._keep = self._button(tr("Keep as a draft"), self.keep_draft)
        self._lay_out()
        self.form.changed.connect(self._follow)
        session.refused.connect(self._on_refused)
        self._follow()
        self.form.person.setFocus()

    def said(self) -> str:
        """What the dialog says about the request as it is typed."""
        lines = (self._length, self._balance, self._way, self._heading)
        words = [each.text() for each in lines if each.text()]
        return "\n".join((*words, *self._notices.texts()))

    def inside(self) -> list[str]:
        """The duties inside the leave, as they are listed."""
        return list(self._inside)

    def can_hand_in(self) -> bool:
        """Whether nothing stands against the request."""
        return self._hand_in.isEnabled()

    def hand_in(self) -> None:
        """Hand the request in; stays open when it is refused after all."""
        by = self._session.author()
        if self._session.perform(asking.ask_leave, self.form.value(), by=by):
            self.accept()

    def keep_draft(self) -> None:
        """Keep what is typed without handing it in."""
        by = self._session.author()
        if self._session.perform(asking.draft_leave, self.form.value(), by=by):
            self.accept()

    def _button(self, words: str, deed: object) -> QPushButton:
        made = self._buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        made.clicked.connect(deed)
        return made

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        for label in (self._length, self._balance, self._way, self._heading):
            label.setWordWrap(True)
        side.addWidget(self._length)
        side.addWidget(self._balance)
        side.addWidget(self._way)
        side.addWidget(self._notices)
        side.addWidget(self._heading)
        side.addWidget(self.settling)
        side.addStretch(1)
        whole = QWidget()
        halves = QHBoxLayout(whole)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(18)
        halves.addWidget(self.form, 1)
        halves.addLayout(side, 1)
        self._hand_in.setDefault(True)
        self._buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(Roomy(whole), 1)
        column.addWidget(self._buttons)
        give_room(self, self.minimumWidth(), _LINES * self.fontMetrics().height())

    def _follow(self) -> None:
        """Say what follows from the request as it is typed now."""
        try:
            leave = self.form.value()
            against = objections(self._ground.book, leave)
        except DomainError as refusal:
            leave, against = None, (refusal,)
        complete = leave is not None and bool(leave.person and leave.type)
        self._keep.setEnabled(complete)
        self._hand_in.setEnabled(not against)
        self._notices.show_only(_notices(against))
        if leave is not None and complete:
            self._show(leave)
        else:
            self._show_nothing()

    def _show(self, leave: Leave) -> None:
        book = self._ground.book
        self._length.setText(tr("Counted: {length}", length=length_text(book.half_days(leave))))
        balance = book.balance(leave)
        self._balance.setText(balance_text(balance) if balance else "")
        try:
            steps = [approver_text(each) for each in book.rule(leave).steps]
            self._way.setText(tr("Approval: {steps}", steps=" → ".join(steps)))
        except DomainError as refusal:
            self._way.setText(refusal_text(refusal))
        if book.is_short_notice(leave, self._ground.today):
            words = tr("A trip out of town should be reported earlier. Tell the leader at once.")
            self._notices.show_notice("notice", Notice("warning", words))
        self._show_duties(leave)
        self._hide_empty()

    def _show_duties(self, leave: Leave) -> None:
        inside = self._session.read(duties.inside, leave)
        self._inside = [self._ground.duty_text(each) for each in inside]
        words = tr_n(
            "{n} duty inside; before the approval it must be swapped, covered or waived:",
            "{n} duties inside; before the approval each must be swapped, covered or waived:",
            len(inside),
        )
        self._heading.setText(
            "\n".join((words, *self._inside)) if inside else tr("No duty inside the leave.")
        )
        asked = (leave.person, leave.span(), tuple(inside)) if inside else None
        if asked != self._settling_for:
            self._settling_for = asked
            self.settling.show_leave(leave if inside else None)

    def _show_nothing(self) -> None:
        self._inside = []
        self._settling_for = None
        self.settling.show_leave(None)
        for label in (self._length, self._balance, self._way, self._heading):
            label.setText("")
        self._hide_empty()

    def _hide_empty(self) -> None:
        for label in (self._length, self._balance, self._way, self._heading):
            label.setVisible(bool(label.text()))

    def _on_refused(self, error: DutyDeskError) -> None:
        self._notices.show_notice("refused", Notice("error", refusal_text(error)))


def _notices(against: Sequence[DomainError]) -> dict[str, Notice]:
    """What stands against a request; what is only not filled in yet in one line."""
    missing = [each.field for each in against if isinstance(each, MissingFieldError)]
    found = {
        refusal_text(each): Notice("error", refusal_text(each))
        for each in against
        if not isinstance(each, MissingFieldError)
    }
    if missing:
        fields = tr(", ").join(field_text(each) for each in missing)
        found["missing"] = Notice("note", tr("Still to be filled in: {fields}", fields=fields))
    return found
