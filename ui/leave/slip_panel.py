"""Everything that one slip says, with how its approval stands and the duties inside."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from dutydesk.domain.accounts import Sight
from dutydesk.domain.leave import Leave
from dutydesk.domain.leave.chain import LeaveStep
from dutydesk.domain.roster import Duty
from dutydesk.services.rights import sees
from ui.i18n import full_day, tr, tr_n
from ui.leave.ground import Ground
from ui.session import Session
from ui.widgets.banner import BannerArea, Notice
from ui.words.leave import balance_text, length_text, moment_text, span_text, standing_text, step_text


class SlipPanel(QWidget):
    """One leave as words; empty while none is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._title = QLabel()
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        font.setBold(True)
        self._title.setFont(font)
        self._title.setWordWrap(True)
        self._notices = BannerArea()
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._notices)
        column.addLayout(self._form)
        column.addStretch(1)

    def text(self) -> str:
        """What stands there, line by line."""
        words = [each.text() for each in self.findChildren(QLabel) if each is not self._title]
        return "\n".join((self._title.text(), *words))

    def show_leave(
        self,
        ground: Ground,
        leave: Leave | None,
        steps: Sequence[LeaveStep] = (),
        missed: Sequence[Duty] = (),
    ) -> None:
        """Show a leave; `missed` are the duties inside that are neither moved nor waived."""
        while self._form.rowCount():
            self._form.removeRow(0)
        self._title.setText(_title(ground, leave) if leave else tr("Choose a request."))
        self._notices.show_only(_notice(ground, missed) if leave else {})
        if leave:
            for name, words in _lines(ground, leave, steps):
                self._form.addRow(_dim(name), _words(words))


def discreet(session: Session, leave: Leave) -> Leave:
    """The leave as whoever is signed in may see it: without what is not for everybody's eyes."""
    hidden = {Sight.LEAVE_REASON: ("reason", "certificate"), Sight.PHONE: ("phone",)}
    empty: dict[str, Any] = {
        name: ""
        for sight, fields in hidden.items()
        if not session.read(sees, session.person, sight, of=leave.person)
        for name in fields
    }
    return replace(leave, **empty)


def _title(ground: Ground, leave: Leave) -> str:
    kind = ground.book.kind(leave.type).name
    return tr("{name}: {kind}, {span}", name=ground.name(leave.person), kind=kind, span=span_text(leave))


def _notice(ground: Ground, missed: Sequence[Duty]) -> dict[str, Notice]:
    if not missed:
        return {}
    words = tr_n(
        "{n} duty inside is not settled: {duties}. Swap, cover or waive it before the approval.",
        "{n} duties inside are not settled: {duties}. Swap, cover or waive them before the approval.",
        len(missed),
        duties=tr("; ").join(ground.duty_text(each) for each in missed),
    )
    return {"duties": Notice("warning", words)}


def _lines(ground: Ground, leave: Leave, steps: Sequence[LeaveStep]) -> Iterator[tuple[str, str]]:
    book = ground.book
    balance = book.balance(leave)
    lines = (
        (tr("State"), standing_text(book.standing(leave, ground.today))),
        (tr("Section"), ground.section(leave.person)),
        (tr("Days"), length_text(book.half_days(leave))),
        (tr("Account"), balance_text(balance) if balance else ""),
        (tr("Reason"), leave.reason),
        (tr("Destination"), _place(leave)),
        (tr("Telephone meanwhile"), leave.phone),
        (tr("Stand-in"), ground.name(leave.stand_in)),
        (tr("Handed over"), leave.handed_over),
        (tr("In charge meanwhile"), ground.name(leave.acting)),
        (tr("Certificate"), leave.certificate),
        (tr("Steps of approval"), "\n".join(step_text(each) for each in steps) or leave.approved_by),
        (tr("Report back by"), full_day(book.due_back(leave)) if leave.is_away else ""),
        (tr("Back since"), moment_text(*leave.back) if leave.back else ""),
    )
    yield from ((name, words) for name, words in lines if words)


def _place(leave: Leave) -> str:
    if not leave.leaves_city:
        return leave.destination
    return tr("{place} (leaves the city)", place=leave.destination).strip()


def _dim(text: str) -> QLabel:
    label = QLabel(text)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
