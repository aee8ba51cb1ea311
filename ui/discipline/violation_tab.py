"""Violations in their course: each step is one deed, offered only where it is the next one."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.circulars import CIRCULARS, Span, span_of
from dutydesk.domain.history import Search
from dutydesk.domain.points import WHOLE
from dutydesk.domain.seals import Occasion
from dutydesk.domain.violations import DECISIONS, State, Violation
from dutydesk.errors import DutyDeskError
from dutydesk.exports import letter_docx
from dutydesk.services import circulars, violations
from dutydesk.services.changes import Changes
from dutydesk.services.charges import Charge, register
from dutydesk.services.files import write_file
from dutydesk.services.people import staff
from dutydesk.services.rights import entered_for
from dutydesk.services.rulebook import in_force
from ui.clock import local
from ui.dialogs import ask_save, ask_text
from ui.discipline.charge_form import ChargeForm
from ui.discipline.form_dialog import FormDialog
from ui.discipline.violation_lines import ViolationLine, course_words, violation_columns
from ui.history.dialog import add_history
from ui.i18n import tr
from ui.keeping.sealing import seal
from ui.paper.letter_printing import pdf
from ui.paper.printing import preview
from ui.session import Session
from ui.sheets.circular import circular_letter
from ui.sheets.parts import letterhead
from ui.sheets.violations import violations_sheet
from ui.widgets.empty_state import EmptyState
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.name_edit import Name
from ui.widgets.table_model import TableModel
from ui.window.page_actions import action
from ui.words.discipline import state_text
from ui.words.duty_names import duty_names

_DETAIL = 8  # lines of text kept for the chosen violation
_LEADS_TO: Final[Mapping[str, tuple[State, ...]]] = {
    "inform": (State.INFORMED,),
    "hear": (State.HEARD,),
    "verify": (State.VERIFIED,),
    "confirm": (State.CONFIRMED,),
    "excuse": (State.EXCUSED,),
    "drop": (State.DROPPED,),
    "appeal": (State.APPEALED,),
    "decide": (State.MAINTAINED, State.CHANGED),
}


class ViolationTab(QWidget):
    """The violations that whoever is signed in may read, with the chosen one's course below."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.report = action(
            self, "add", tr("Report…"), "Ctrl+Shift+N", self.ask_charge, deed="register_violation"
        )
        self.steps = self._make_steps()
        self.circular = action(self, "export", tr("Circular…"), "", self.ask_circular, deed="issue_circular")
        self.print = action(self, "print", tr("Print the register"), "", self.print_register)
        self.list: FilteredTable[ViolationLine] = FilteredTable(
            tr("Violations"),
            TableModel(violation_columns(), key=lambda line: line.violation.id),
            whole_rows=True,
            also=lambda line: line.initials,
            actions=(self.report, *self.steps.values(), self.circular, self.print),
            empty=EmptyState(
                "discipline",
                tr("No violation is on record"),
                tr(
                    "A violation comes from a candidate, or is reported here; it counts when it is confirmed."
                ),
                (self.report,),
            ),
        )
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(tr("Course of the violation"))
        self.words.setMinimumHeight(_DETAIL * self.fontMetrics().lineSpacing())
        add_history(self.list.view, session, self.history)
        self.list.chosen_changed.connect(self._on_chosen)
        self._lay_out()
        self._on_chosen()

    def _make_steps(self) -> dict[str, QAction]:
        def step(name: str, picture: str, text: str, deed: str, ask: Callable[[], None]) -> QAction:
            made = action(self, picture, text, "", ask, deed=deed)
            made.setObjectName(name)
            return made

        v = violations
        found = (
            step("inform", "phone", tr("Accused informed"), "inform_accused", partial(self._do, v.inform)),
            step("hear", "note", tr("Accused heard…"), "hear_accused", partial(self._ask_words, v.hear)),
            step("verify", "check", tr("Verify"), "verify_violation", partial(self._do, v.verify)),
            step("confirm", "publish", tr("Confirm…"), "confirm_violation", self.ask_confirm),
            step("excuse", "exemption", tr("Excuse…"), "excuse_violation", partial(self._ask_why, v.excuse)),
            step("drop", "close", tr("Not established…"), "drop_violation", partial(self._ask_why, v.drop)),
            step("appeal", "undo", tr("Appeal…"), "appeal_violation", partial(self._ask_words, v.appeal)),
            step("decide", "check", tr("Decide the appeal…"), "decide_appeal", self.ask_decision),
        )
        return {each.objectName(): each for each in found}

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.list)
        parts.addWidget(self.words)
        parts.setStretchFactor(0, 1)
        parts.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(parts)

    def reload(self) -> None:
        """Show what whoever is signed in may read now."""
        session = self._session
        names = session.read(duty_names)
        found = session.read(violations.readable, session.person)
        lines = [
            ViolationLine(each, names, session.read(violations.last_day_of_appeal, each)) for each in found
        ]
        self.list.model.set_rows(lines)
        self._on_chosen()

    def history(self) -> Search:
        """The search for what became of the chosen violation, with its steps."""
        return Search(about=next((each.id for each in self._chosen()), ""))

    def ask_charge(self) -> None:
        """Report a violation that nothing noted by itself."""
        everybody = self._session.read(staff)
        names = [Name(each.id, everybody.named(each.id), (each.initials,)) for each in everybody.people]
        ChargeForm(self, names, self._session.now(), self._register).open()

    def ask_confirm(self) -> None:
        """Take the points; where the clock was in doubt somebody says how the time is known."""
        for found in self._chosen():
            reason, word = QLineEdit(), QLineEdit()
            rows: list[tuple[str, QWidget]] = [(tr("Remark"), reason)]
            if found.doubtful:
                rows.append((tr("How the time is known"), word))
            lead = tr("{points} points are taken by the rule of that day.", points=f"{found.due / WHOLE:g}")
            keep = partial(self._confirm, found, reason, word)
            FormDialog(self, tr("Confirm the violation"), lead, rows, tr("Confirm"), keep).open()

    def ask_decision(self) -> None:
        """End an appeal: maintained, changed to so many points, or cancelled."""
        for found in self._chosen():
            outcome, points, reason = QComboBox(), QDoubleSpinBox(), QLineEdit()
            for each in DECISIONS:
                outcome.addItem(state_text(each), each)
            points.setRange(0, found.due / WHOLE)
            points.setValue(found.due / WHOLE)
            rows = [(tr("Decision"), outcome), (tr("Points, if changed"), points), (tr("Reason"), reason)]
            keep = partial(self._decide, found, outcome, points, reason)
            FormDialog(self, tr("Decide the appeal"), "", rows, tr("Decide"), keep).open()

    def ask_circular(self) -> None:
        """Write the circular of the last span that is over, as the office's rule has it."""
        kinds = [(tr("Word document"), "*.docx"), (tr("PDF"), "*.pdf")]
        ask_save(self, tr("Write the circular"), kinds, self._write_circular, tr("circular") + ".docx")

    def print_register(self) -> None:
        """Open the preview of the register (F16), of the year's violations that one may read."""
        session = self._session
        known = [line.violation for line in self.list.model.rows()]
        courses = {each.id: session.read(violations.course, each.id) for each in known}
        head = session.read(letterhead, local(session.now()))
        preview(violations_sheet(known, courses, session.read(staff), head), self)

    def _write_circular(self, path: Path) -> None:
        session, today = self._session, self._session.today()
        rules = session.read(in_force, CIRCULARS, today)
        span = Span(rules.span)
        period = span_of(span, span_of(span, today).first - timedelta(days=1))
        made = session.read(circulars.compose, period, named=rules.named, by=session.author())
        head = session.read(letterhead, local(session.now()))
        letter = circular_letter(made, session.read(staff), head)
        render = pdf if path.suffix.lower() == ".pdf" else letter_docx.render
        try:
            write_file(path, render(letter))
        except DutyDeskError as error:
            session.refused.emit(error)
            return
        seal(session, Occasion.EXPORT)

    def _register(self, charge: Charge) -> bool:
        return self._session.perform(register, charge, by=self._session.author()) is not None

    def _confirm(self, found: Violation, reason: QLineEdit, word: QLineEdit) -> bool:
        by, said = self._session.author(), (reason.text(), word.text())
        done = self._session.perform(violations.confirm, found.id, said[0], clock_word=said[1], by=by)
        return done is not None

    def _decide(
        self, found: Violation, outcome: QComboBox, points: QDoubleSpinBox, reason: QLineEdit
    ) -> bool:
        state, taken = State(outcome.currentData()), round(points.value() * WHOLE)
        by = self._session.author()
        done = self._session.perform(violations.decide, found.id, state, reason.text(), points=taken, by=by)
        return done is not None

    def _do(self, deed: Callable[..., Changes]) -> None:
        for found in self._chosen():
            self._session.perform(deed, found.id, by=self._session.author())

    def _ask_why(self, deed: Callable[..., Changes]) -> None:
        for found in self._chosen():
            ask_text(self, tr("Reason"), tr("Why?"), partial(self._end, deed, found))

    def _end(self, deed: Callable[..., Changes], found: Violation, reason: str) -> bool:
        return self._session.perform(deed, found.id, reason, by=self._session.author()) is not None

    def _ask_words(self, deed: Callable[..., Changes]) -> None:
        """Ask for the accused's words, and for the paper's number where somebody else enters them."""
        for found in self._chosen():
            words, paper = QLineEdit(), QLineEdit()
            rows = [(tr("What they say"), words), (tr("Number of their paper"), paper)]
            lead = tr("Only the accused speaks here, by themselves or on a paper with a number.")
            keep = partial(self._say, deed, found, words, paper)
            FormDialog(self, tr("The accused"), lead, rows, tr("Keep"), keep).open()

    def _say(
        self, deed: Callable[..., Changes], found: Violation, words: QLineEdit, paper: QLineEdit
    ) -> bool:
        by = self._session.author()
        if paper.text().strip():
            by = self._session.read(entered_for, by, found.person, paper.text())
        return self._session.perform(deed, found.id, words.text(), by=by) is not None

    def _chosen(self) -> list[Violation]:
        return [line.violation for line in self.list.chosen()[:1]]

    def _on_chosen(self) -> None:
        """Show the chosen one's course, and offer the steps that are next."""
        lines = self.list.chosen()[:1]
        told = [
            word
            for line in lines
            for word in course_words(line, self._session.read(violations.course, line.violation.id))
        ]
        self.words.setPlainText("\n".join(told))
        for name, step in self.steps.items():
            step.setEnabled(
                any(line.violation.may_become(each) for line in lines for each in _LEADS_TO[name])
            )
