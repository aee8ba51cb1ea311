"""The way from nothing to a printed week, one step at a time, in one calm window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from dutydesk.domain.accounts import Author
from dutydesk.errors import DutyDeskError
from dutydesk.services import people
from dutydesk.services.rights import has_accounts
from ui.first_run.before_step import BeforeStep, unconfirmed
from ui.first_run.door_step import DoorStep
from ui.first_run.first_period import choices
from ui.first_run.office_step import OfficeStep
from ui.first_run.plan_step import PlanStep, is_planned
from ui.first_run.staff_step import StaffStep
from ui.first_run.step import Step
from ui.first_run.step_list import StepList
from ui.first_run.week_step import WeekStep
from ui.i18n import tr
from ui.session import Session
from ui.widgets.room import give_room

_LINES = (66, 43)  # wide and high, in lines of text
_STAFF, _SPARED, _PLAN, _WEEK = range(1, 5)


class FirstRun(QDialog):
    """Without a session it makes a file and says `founded`; on a session it goes on where the file stands.

    What a step did is in the file at once: the window can be left at any step and opened again. `existing`
    carries a file to open instead, `completed` says that the last step was done.
    """

    founded = Signal(object)
    existing = Signal(object)
    completed = Signal()

    def __init__(self, parent: QWidget | None, author: Callable[[], Author], session: Session | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("first_run")
        self.setWindowTitle(tr("First steps"))
        self._session = session
        self.office = OfficeStep(author, session)
        self.steps: list[Step] = [self.office, *(_further(session) if session is not None else ())]
        self.list = StepList(_words())
        self.later = QPushButton(tr("Finish later") if session is not None else tr("Cancel"))
        self.back = QPushButton(tr("Back"))
        self.skip = QPushButton()
        self.forward = QPushButton()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.show_step(_first_open(session) if session is not None else 0)

    @property
    def step(self) -> Step:
        """The step in sight."""
        return self.steps[self._stack.currentIndex()]

    def show_step(self, number: int) -> None:
        """Bring a step into sight; what is under way in the present one is let go."""
        if not 0 <= number < len(self.steps):
            return
        self.step.leave()
        self._stack.setCurrentIndex(number)
        self._show_buttons()
        self.forward.setFocus()
        self.step.enter()
        self._show_buttons()

    def go_on(self) -> None:
        """Do what the step is for, and go to the next one unless it was refused or is not over yet."""
        if not (self.forward.isEnabled() and self.step.go()):
            return
        if self._session is not None and self._stack.currentIndex() == len(self.steps) - 1:
            self.accept()
            self.completed.emit()
        elif self._session is not None:
            self._go_past()

    @override
    def done(self, result: int) -> None:
        """Close; a plan that is being made is dropped, everything done is in the file."""
        self.step.leave()
        super().done(result)

    def _go_past(self) -> None:
        self.show_step(self._stack.currentIndex() + 1)

    def _go_back(self) -> None:
        self.show_step(self._stack.currentIndex() - 1)

    def _on_refused(self, error: DutyDeskError) -> None:
        self.step.refuse(error)

    def _on_founded(self, path: Path) -> None:
        self.accept()
        self.founded.emit(path)

    def _on_existing(self, path: Path) -> None:
        self.accept()
        self.existing.emit(path)

    def _show_buttons(self) -> None:
        step, number = self.step, self._stack.currentIndex()
        self.back.setVisible(self._session is not None)
        self.back.setEnabled(number > 0)
        self.skip.setText(step.skip_words())
        self.skip.setVisible(bool(step.skip_words()))
        self.forward.setText(step.forward_words())
        self.forward.setEnabled(step.can_go())
        self.forward.setDefault(True)
        done = _done(self._session) if self._session is not None else [False] * len(_words())
        self.list.show_state(number, done, open_to=len(self.steps) - 1)

    def _lay_out(self) -> None:
        for step in self.steps:
            self._stack.addWidget(step)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(28, 10, 24, 16)
        buttons.setSpacing(10)
        buttons.addWidget(self.later)
        buttons.addStretch(1)
        for button in (self.back, self.skip, self.forward):
            buttons.addWidget(button)
        for button in (self.later, self.back, self.skip):
            button.setAutoDefault(False)
        line = self.fontMetrics().height()
        self.forward.setMinimumWidth(9 * line)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        give_room(self, _LINES[0] * line, _LINES[1] * line)

    def _connect(self) -> None:
        for step in self.steps:
            step.changed.connect(self._show_buttons)
        self.office.founded.connect(self._on_founded)
        self.office.existing.connect(self._on_existing)
        self.later.clicked.connect(self.reject)
        self.back.clicked.connect(self._go_back)
        self.skip.clicked.connect(self._go_past)
        self.forward.clicked.connect(self.go_on)
        self.list.chosen.connect(self.show_step)
        QShortcut(QKeySequence("Alt+Left"), self, self._go_back)
        QShortcut(QKeySequence("Alt+Right"), self, self.go_on)
        if self._session is not None:
            self._session.refused.connect(self._on_refused)


def _words() -> tuple[str, ...]:
    return (
        tr("Office"),
        tr("Staff"),
        tr("Exemptions and tally"),
        tr("First plan"),
        tr("Printed week"),
        tr("Who signs in"),
    )


def _further(session: Session) -> tuple[Step, ...]:
    plan = PlanStep(session)
    return StaffStep(session), BeforeStep(session), plan, WeekStep(session, plan.period), DoorStep(session)


def _done(session: Session) -> list[bool]:
    """Which steps the file shows as done."""
    staff = session.read(people.staff)
    planned = any(is_planned(session, each.period) for each in choices(session.today()))
    spared = bool(staff.people) and not unconfirmed(staff) and (bool(staff.tallies) or planned)
    return [True, bool(staff.people), spared, planned, False, session.read(has_accounts)]


def _first_open(session: Session) -> int:
    """The first step that the file does not show as done; exemptions may wait for ever."""
    done = _done(session)
    if done[_PLAN]:
        return _WEEK
    return _SPARED if done[_STAFF] and not done[_SPARED] else done.index(False)
