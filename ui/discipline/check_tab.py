"""Spot checks: those that were made, those that are planned by chance, and the register on paper."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dutydesk.domain.dates import week_of
from dutydesk.domain.spot_checks import Presence, SpotCheck
from dutydesk.domain.watch import Stint
from dutydesk.services import spot_checks
from dutydesk.services.people import staff
from ui.clock import local
from ui.discipline.check_form import CheckForm
from ui.i18n import long_day, tr, tr_in
from ui.paper.printing import preview
from ui.session import Session
from ui.sheets.parts import letterhead
from ui.sheets.spot_check import spot_check_sheet
from ui.widgets.empty_state import EmptyState
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.table_model import Column, TableModel
from ui.window.page_actions import action
from ui.words.duty_names import DutyNames, duty_names
from ui.words.spot_checks import item_text, method_text, presence_text

_SEED_BITS = 64
_YEARS = timedelta(days=366)


@dataclass(frozen=True)
class CheckLine:
    """One check with the names for it."""

    check: SpotCheck
    names: DutyNames

    @property
    def at(self) -> str:
        """When it was made, on the office's clock."""
        moment = local(self.check.at)
        return f"{long_day(moment.date())} {moment:%H:%M}"

    @property
    def missing(self) -> str:
        """Who was not on post, and how."""
        return tr(", ").join(
            f"{self.names.person(each.person)} {presence_text(each.presence)}"
            for each in self.check.found
            if each.presence is not Presence.ON_POST
        )

    @property
    def faults(self) -> str:
        """What was looked at and not in order."""
        return tr(", ").join(item_text(item) for item, fine in self.check.items if not fine)


class CheckTab(QWidget):
    """The checks of the last year; the next planned one stands above for whoever may see it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.record = action(
            self, "add", tr("Record a check…"), "Ctrl+Shift+N", self.ask_check, deed="record_check"
        )
        self.plan = action(self, "plan", tr("Draw next week's checks"), "", self.draw, deed="plan_checks")
        self.print = action(self, "print", tr_in("checks", "Print the register"), "", self.print_register)
        self.next = QLabel()
        self.list: FilteredTable[CheckLine] = FilteredTable(
            tr("Spot checks"),
            TableModel(_columns(), key=lambda line: line.check.id),
            whole_rows=True,
            actions=(self.record, self.plan, self.print),
            empty=EmptyState(
                "discipline",
                tr("No spot check was made"),
                tr("Draw the checks of a week by chance, even over the shifts, or record one that was made."),
                (self.plan, self.record),
            ),
        )
        self.list.sort_by("at", Qt.SortOrder.DescendingOrder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.next)
        column.addWidget(self.list, 1)

    def reload(self) -> None:
        """Show the checks of a year, and when the next planned ones are due."""
        session = self._session
        names, now = session.read(duty_names), session.now()
        self.list.model.set_rows([CheckLine(each, names) for each in self._made(now)])
        due = [each for each in session.read(spot_checks.due, by=session.author()) if each.at >= now]
        told = (_due_words(each.at, method_text(each.method)) for each in due[:3])
        self.next.setText(tr("Next by the plan: {checks}", checks=tr("; ").join(told)) if due else "")
        self.next.setVisible(bool(due))

    def ask_check(self) -> None:
        """Record what a check finds now."""
        session = self._session
        names, now = session.read(duty_names), session.now()

        def expected(at: datetime) -> tuple[Stint, ...]:
            return session.read(spot_checks.expected, at)

        CheckForm(self, names, expected, now, session.actor, self._keep).open()

    def draw(self) -> None:
        """Plan the checks of the next week from a seed that nobody can guess."""
        session = self._session
        week = week_of(session.today() + timedelta(days=7))
        session.perform(spot_checks.plan, week, secrets.randbits(_SEED_BITS), by=session.author())

    def print_register(self) -> None:
        """Open the preview of the register (F9), the chosen checks or all."""
        session = self._session
        chosen = [line.check for line in self.list.chosen()] or list(self._made(session.now()))
        names = session.read(duty_names)
        shifts = {each.id: each.name for each in names.pattern.shifts}
        head = session.read(letterhead, local(session.now()))
        preview(spot_check_sheet(chosen, session.read(staff), shifts, head), self)

    def _made(self, now: datetime) -> tuple[SpotCheck, ...]:
        since, until = now - _YEARS, now + timedelta(seconds=1)
        return self._session.read(spot_checks.checks, since.astimezone(UTC), until)

    def _keep(self, check: SpotCheck) -> bool:
        return self._session.perform(spot_checks.record, check, by=self._session.author()) is not None


def _due_words(at: datetime, way: str) -> str:
    moment = local(at)
    return f"{long_day(moment.date())} {moment:%H:%M} {way}"


def _columns() -> list[Column[CheckLine]]:
    return [
        Column("at", tr("Checked at"), lambda line: line.at, lambda line: line.check.at),
        Column("way", tr("Way"), lambda line: method_text(line.check.method)),
        Column("people", tr("People"), lambda line: str(len(line.check.found))),
        Column("missing", tr("Not on post"), lambda line: line.missing, ink=lambda _: "error"),
        Column("items", tr("Not in order"), lambda line: line.faults, ink=lambda _: "error"),
        Column("problem", tr("What was found"), lambda line: line.check.problem, width=24),
        Column("evidence", tr("Evidence"), lambda line: line.check.evidence),
        Column("inspector", tr("Checked by"), lambda line: line.check.inspector),
    ]
