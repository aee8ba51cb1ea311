"""One violation in full: the steps that may come next, everything that was said, and what it rests on."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.points import WHOLE
from dutydesk.domain.violations import DECISIONS, State, Violation
from dutydesk.services import violations
from dutydesk.services.changes import Changes
from dutydesk.services.rights import entered_for
from ui.dialogs import ask_text
from ui.discipline.form_dialog import FormDialog
from ui.discipline.ground_list import GroundList
from ui.discipline.violation_lines import ViolationLine, course_words
from ui.i18n import tr
from ui.session import Session
from ui.window.page_actions import action
from ui.words.discipline import state_text

_LINES = 7  # of text kept for the course
_LEADS_TO: Final[Mapping[str, tuple[State, ...]]] = {
    "inform": (State.INFORMED,),
    "hear": (State.HEARD,),
    "verify": (State.VERIFIED,),
    "confirm": (State.CONFIRMED,),
    "excuse": (State.EXCUSED,),
    "drop": (State.DROPPED,),
    "appeal": (State.APPEALED,),
    "decide": (State.MAINTAINED, State.CHANGED),
    "cancel": (State.CANCELLED,),
}


class CoursePane(QWidget):
    """Shows a `ViolationLine`; only what may be its next step is offered, and each step is one deed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._line: ViolationLine | None = None
        self.steps = self._make_steps()
        self.next = QLabel()
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(tr("Course of the violation"))
        self.words.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
        self.grounds = GroundList(session)
        bar = QHBoxLayout()
        bar.addWidget(self.next)
        for each in self.steps.values():
            button = QToolButton()
            button.setDefaultAction(each)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            bar.addWidget(button)
            each.visibleChanged.connect(partial(_follow, button, each))
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addLayout(bar)
        column.addWidget(self.words, 1)
        column.addWidget(self.grounds)
        self.show_line(None)

    def show_line(self, line: ViolationLine | None) -> None:
        """Show this violation's course, and offer the steps that are next."""
        self._line = line
        steps = self._session.read(violations.course, line.violation.id) if line else ()
        self.words.setPlainText("\n".join(course_words(line, steps)) if line else "")
        self.grounds.show_records(line.violation.records if line else ())
        self.next.setText(tr("Next step:") if line else tr("Choose a violation to see its course."))
        offered = [name for name, each in self.steps.items() if line and self._is_next(name, line.violation)]
        for name, step in self.steps.items():
            step.setEnabled(name in offered)
            step.setVisible(name in offered)
        if line and not offered:
            self.next.setText(tr("Nothing more follows."))

    def ask_confirm(self) -> None:
        """Take the points; where the clock was in doubt somebody says how the time is known."""
        for found in self._shown():
            reason, word = QLineEdit(), QLineEdit()
            rows: list[tuple[str, QWidget]] = [(tr("Remark"), reason)]
            if found.doubtful:
                rows.append((tr("How the time is known"), word))
            lead = tr("{points} points are taken by the rule of that day.", points=f"{found.due / WHOLE:g}")
            keep = partial(self._confirm, found, reason, word)
            FormDialog(self, tr("Confirm the violation"), lead, rows, tr("Confirm"), keep).open()

    def ask_decision(self) -> None:
        """End an appeal: maintained, changed to so many points, or cancelled."""
        for found in self._shown():
            outcome, points, reason = QComboBox(), QDoubleSpinBox(), QLineEdit()
            for each in DECISIONS:
                outcome.addItem(state_text(each), each)
            points.setRange(0, found.due / WHOLE)
            points.setValue(found.due / WHOLE)
            rows = [(tr("Decision"), outcome), (tr("Points, if changed"), points), (tr("Reason"), reason)]
            keep = partial(self._decide, found, outcome, points, reason)
            FormDialog(self, tr("Decide the appeal"), "", rows, tr("Decide"), keep).open()

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
            step("cancel", "close", tr("Give back…"), "cancel_violation", partial(self._ask_why, v.cancel)),
        )
        return {each.objectName(): each for each in found}

    def _is_next(self, name: str, found: Violation) -> bool:
        """Whether a step may be taken now; an appeal is ended by a decision, and begun in its window only."""
        if name == "cancel" and found.state is State.APPEALED:
            return False
        last = self._line.appeal_until if self._line else None
        if name == "appeal" and last is not None and self._session.today() > last:
            return False
        return any(found.may_become(each) for each in _LEADS_TO[name])

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
        for found in self._shown():
            self._session.perform(deed, found.id, by=self._session.author())

    def _ask_why(self, deed: Callable[..., Changes]) -> None:
        for found in self._shown():
            ask_text(self, tr("Reason"), tr("Why?"), partial(self._end, deed, found))

    def _end(self, deed: Callable[..., Changes], found: Violation, reason: str) -> bool:
        return self._session.perform(deed, found.id, reason, by=self._session.author()) is not None

    def _ask_words(self, deed: Callable[..., Changes]) -> None:
        """Ask the accused, or whoever enters their paper, for their words."""
        for found in self._shown():
            words, paper = QLineEdit(), QLineEdit()
            rows: list[tuple[str, QWidget]] = [(tr("What they say"), words)]
            lead = ""
            if self._session.person != found.person:
                rows.append((tr("Number of their paper"), paper))
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

    def _shown(self) -> list[Violation]:
        return [self._line.violation] if self._line else []


def _follow(button: QToolButton, step: QAction) -> None:
    """A button of a layout does not hide with its action by itself."""
    button.setVisible(step.isVisible())
