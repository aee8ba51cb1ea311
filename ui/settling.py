"""The duties inside a leave and what is proposed for each: looked at, changed by hand, done with a click."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.leave import Leave
from dutydesk.domain.settling import How, Line, Settlement
from dutydesk.errors import DutyDeskError
from dutydesk.services import fairness, settling
from dutydesk.services.settling import Told
from dutydesk.services.veils import veiled
from ui.editing.cell_editors import NameDelegate
from ui.guide.asking import question_mark
from ui.i18n import tr, tr_n
from ui.icons import icon
from ui.session import Session, Work
from ui.widgets.name_edit import Name
from ui.widgets.table_model import Column, Edit, TableModel
from ui.widgets.table_view import TableView
from ui.words.duty_names import DutyNames, duty_names
from ui.words.refusals import refusal_text
from ui.words.swaps import how_text

_TOLD = 0.05  # duties behind that are worth a word
_LINES = 6  # shown without scrolling
_PERSON = 2  # the column of whom it goes to


class SettlePanel(QWidget):
    """Shows what settles the duties of one leave; `settled` says that it was done.

    `show_leave` takes any leave, kept or only being typed; the panel hides while no duty lies inside it.
    """

    settled = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._names = session.read(duty_names)
        self._work: Work | None = None
        self.proposal: Settlement | None = None
        self.summary = _words()
        self.table = TableView(tr("Duties inside the leave"), whole_rows=False)
        self.lines = TableModel(self._columns(), key=lambda line: line.place, edited=self._on_edited)
        self.table.setModel(self.lines)
        self.table.setItemDelegateForColumn(_PERSON, NameDelegate(self.table, self.candidates))
        self.told = _words()
        self.refused = _words()
        self.go = QPushButton(icon("swap"), tr("Settle all"))
        self.go.clicked.connect(self.settle)
        self._lay_out()
        self.show_leave(None)

    def show_leave(self, leave: Leave | None) -> None:
        """Propose for the duties inside a leave; None shows nothing."""
        self._show_refusal("")
        self._names = self._session.read(duty_names)
        if self._work is not None:
            self._work.cancel()
        self._show(None)
        if leave is not None and leave.person:
            job = self._session.read(settling.prepared, leave, self._session.now())
            self._work = self._session.compute(lambda _: job(), self._show)

    def settle(self) -> None:
        """Take the proposal over."""
        if self.proposal is None:
            return
        leave, told = self.proposal.leave, self.told.text()
        done = self._session.perform(settling.settle_all, self.proposal, by=self._session.author())
        self.show_leave(leave)
        if done is not None:
            if self.isHidden() and told:
                self._show_done(told)
            self.settled.emit()

    def _show_done(self, told: str) -> None:
        """Leave the list of those who must be told where it stood, until another leave is shown."""
        self.summary.setText(tr("All duties inside the leave are settled."))
        self.told.setText(told)
        for part in (self.table, self.go):
            part.hide()
        self.told.show()
        self.show()

    def _lay_out(self) -> None:
        self.told.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.addWidget(self.summary, 1)
        row.addWidget(self.go)
        row.addWidget(question_mark("leave#settling", tr("settling the duties inside a leave")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        for part in (self.table, self.refused, self.told):
            column.addWidget(part)
        column.addStretch(1)

    def _show(self, proposal: Settlement | None) -> None:
        self.proposal = proposal
        self.setVisible(proposal is not None and bool(proposal.lines or proposal.begun))
        if proposal is None:
            return
        for part in (self.table, self.go):
            part.show()
        self.lines.set_rows(proposal.lines)
        for at in range(self.lines.columnCount() - 1):
            self.table.resizeColumnToContents(at)
        rows = min(self.lines.rowCount(), _LINES) + 1.5  # the heading, and a border
        self.table.setFixedHeight(round(rows * self.table.verticalHeader().defaultSectionSize()))
        self.summary.setText(summary_text(proposal, self._names))
        self.told.setText(told_text(self._told(proposal), self._names))
        self.told.setVisible(bool(self.told.text()))
        refusal = self._session.obstacle("settle_leave")
        self.go.setEnabled(
            len(proposal.unsettled) < len(proposal.lines) and refusal is None and not self._session.read_only
        )
        self.go.setToolTip(refusal_text(refusal) if refusal else "")

    def _told(self, proposal: Settlement) -> list[Told]:
        """Who must be told, with the phones that whoever is signed in may see."""
        told = self._session.read(settling.to_tell, proposal)
        people = self._session.read(veiled, self._session.person, [each.person for each in told])
        return [replace(each, person=person) for each, person in zip(told, people, strict=True)]

    def _show_refusal(self, text: str) -> None:
        self.refused.setText(text)
        self.refused.setVisible(bool(text))

    def candidates(self) -> Sequence[Name]:
        """The people for the current duty, the free first in their turn."""
        index = self.table.currentIndex()
        if not index.isValid():
            return ()
        place = self.lines.rows()[index.row()].place
        ranked = self._session.read(fairness.stand_ins, place)
        return [
            Name(each.person, self._names.person(each.person), (person.initials,))
            for each in ranked
            if not each.obstacles and (person := self._names.people.get(each.person))
        ]

    def _on_edited(self, edits: Sequence[Edit[Line]]) -> None:
        if self.proposal is None:
            return
        proposal = self.proposal
        try:
            for edit in edits:
                person = self._names.staff.find(edit.text).id if edit.text.strip() else None
                proposal = proposal.choose(edit.row.place, person)
        except DutyDeskError as error:
            self._show_refusal(refusal_text(error))
            return
        self._show_refusal("")
        with QSignalBlocker(self.table):
            self._show(proposal)

    def _columns(self) -> list[Column[Line]]:
        return [
            Column("duty", tr("Duty"), lambda line: self._names.duty(line.place)),
            Column("before", tr("Stood by"), lambda line: self._names.person(line.before)),
            Column(
                "after",
                tr("Goes to"),
                lambda line: self._names.person(line.after),
                editable=True,
                ink=lambda line: "accent" if line.after else "error",
                width=10,
            ),
            Column("how", tr("How and why"), self.why, ink=_ink),
        ]

    def why(self, line: Line) -> str:
        """The way a duty is settled, with what it rests on."""
        if line.because != line.place:
            return tr("{how} (for {duty})", how=how_text(line.how), duty=self._names.duty(line.because))
        if line.how is How.COVER and line.behind >= _TOLD:
            return tr("{how}: {count} duties behind", how=how_text(line.how), count=f"{line.behind:.1f}")
        return how_text(line.how)


def summary_text(proposal: Settlement, names: DutyNames) -> str:
    """How many duties lie inside, how few changes settle them, and what cannot be settled."""
    parts = []
    if proposal.lines:
        inside = tr_n("{n} duty lies inside the leave.", "{n} duties lie inside the leave.", proposal.least)
        count = len(proposal.lines) - len(proposal.unsettled)
        parts += [inside, tr_n("{n} change settles it.", "{n} changes settle it.", count) if count else ""]
    if proposal.unsettled:
        left = tr(", ").join(map(names.duty, proposal.unsettled))
        parts.append(tr("Nobody is found for {duties}: waive it, or choose by hand.", duties=left))
    if proposal.begun:
        begun = tr(", ").join(map(names.duty, proposal.begun))
        parts.append(tr("Begun already, to be taken over or waived: {duties}.", duties=begun))
    return "\n".join(filter(None, parts))


def told_text(told: Sequence[Told], names: DutyNames) -> str:
    """Who must be told, with phone and what changes; a line each."""
    if not told:
        return ""
    lines = [tr("The published roster changes and becomes a new version. To be told:")]
    for each in told:
        who = "　".join(filter(None, (names.person(each.person.id), each.person.phone)))
        gained = tr(", ").join(map(names.duty, each.news.gained))
        lost = tr(", ").join(map(names.duty, each.news.lost))
        what = [tr("stands {duties}", duties=gained)] if gained else []
        what += [tr("no longer stands {duties}", duties=lost)] if lost else []
        lines.append(tr("{who}: {what}", who=who, what=tr("; ").join(what)))
    return "\n".join(lines)


def _ink(line: Line) -> str:
    return "error" if line.after is None else "dim"


def _words() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    return label
