"""Overtime in its course, and what rest everybody has left."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateTimeEdit, QLineEdit, QSplitter, QVBoxLayout, QWidget

from dutydesk.domain.dates import month_of
from dutydesk.domain.leave.days import days_text
from dutydesk.domain.overtime import Overtime, OvertimeState
from dutydesk.domain.rest import Ledger
from dutydesk.services import overtime, rest
from dutydesk.services.changes import Changes
from dutydesk.services.ids import new_id
from dutydesk.services.people import Staff, staff
from ui.clock import local
from ui.dialogs import ask_text
from ui.discipline.form_dialog import FormDialog
from ui.discipline.moments import moment_edit, moment_of
from ui.discipline.names import person_names
from ui.i18n import full_day, long_day, tr
from ui.paper.printing import preview
from ui.session import Session
from ui.sheets.overtime import overtime_sheet
from ui.sheets.parts import letterhead
from ui.widgets.banner import BannerArea, Notice
from ui.widgets.empty_state import EmptyState
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.name_edit import NameEdit
from ui.widgets.table_model import RIGHT, Column, TableModel
from ui.window.page_actions import action
from ui.words.discipline import overtime_text

_YEAR = timedelta(days=366)
_NAMED = 4  # people whom a notice names


@dataclass(frozen=True)
class OvertimeLine:
    """One overtime with the name for it."""

    overtime: Overtime
    name: str

    @property
    def hours(self) -> str:
        """From when to when, on the office's clock."""
        starts, ends = local(self.overtime.starts), local(self.overtime.ends)
        return f"{long_day(starts.date())} {starts:%H:%M}–{ends:%H:%M}"


@dataclass(frozen=True)
class RestLine:
    """One person's rest with the name for it; `soon` is what expires before long."""

    ledger: Ledger
    name: str
    soon: str


class RestTab(QWidget):
    """Overtime above, the ledger of rest below."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.ask = action(
            self, "add", tr("Ask for overtime…"), "Ctrl+Shift+N", self.ask_overtime, deed="request_overtime"
        )
        self.record = action(self, "note", tr("Record…"), "", self.ask_record, deed="record_overtime")
        self.verify = action(self, "check", tr("Verify"), "", self.do_verify, deed="verify_overtime")
        self.refuse = action(self, "close", tr("Refuse…"), "", self.ask_reason, deed="refuse_overtime")
        self.print = action(self, "print", tr("Print the month's statement"), "", self.print_statement)
        self.list: FilteredTable[OvertimeLine] = FilteredTable(
            tr("Overtime"),
            TableModel(_overtime_columns(), key=lambda line: line.overtime.id),
            whole_rows=True,
            actions=(self.ask, self.record, self.verify, self.refuse, self.print),
            empty=EmptyState(
                "discipline",
                tr("No overtime was asked for"),
                tr("What was asked for, recorded and verified by the personnel section earns rest."),
                (self.ask,),
            ),
        )
        self.take = action(self, "leave", tr("Take rest…"), "", self.ask_rest, deed="ask_leave")
        self.left: FilteredTable[RestLine] = FilteredTable(
            tr("Compensatory rest"),
            TableModel(_rest_columns(), key=lambda line: line.ledger.person),
            whole_rows=True,
            actions=(self.take,),
        )
        self.notices = BannerArea()
        self.list.sort_by("hours", Qt.SortOrder.DescendingOrder)
        self.list.chosen_changed.connect(self._on_chosen)
        self.left.chosen_changed.connect(self._on_chosen)
        self._lay_out()
        self._on_chosen()

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.list)
        parts.addWidget(self.left)
        parts.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notices)
        column.addWidget(parts, 1)

    def reload(self) -> None:
        """Show the overtime of a year, and the rest that is left today."""
        session, now = self._session, self._session.now()
        everybody = session.read(staff)
        asked = session.read(overtime.overtime, now - _YEAR, now + _YEAR)
        self.list.model.set_rows([OvertimeLine(each, everybody.named(each.person)) for each in asked])
        warned = session.read(rest.warn_days, session.today())
        found = session.read(rest.ledgers, session.today())
        lines = [_rest_line(everybody, each, warned) for each in found]
        self.left.model.set_rows(lines)
        self.notices.show_only(_expiring(lines))
        self._on_chosen()

    def ask_overtime(self) -> None:
        """Ask who wants to work when, and why."""
        person = NameEdit(person_names(self._session.read(staff)))
        starts, ends = moment_edit(self._session.now()), moment_edit(self._session.now())
        reason, approved = QLineEdit(), QLineEdit()
        rows: list[tuple[str, QWidget]] = [
            (tr("Name"), person), (tr("Begins"), starts), (tr("Ends"), ends), (tr("Reason"), reason),
            (tr("Approved by"), approved),
        ]  # fmt: skip

        def keep() -> bool:
            wanted = Overtime(
                id=new_id(self._session.now()), person=person.key(), starts=moment_of(starts),
                ends=moment_of(ends), reason=reason.text().strip(), approved_by=approved.text().strip(),
            )  # fmt: skip
            return self._did(overtime.request, wanted)

        FormDialog(self, tr("Ask for overtime"), "", rows, tr("Ask"), keep).open()

    def ask_record(self) -> None:
        """Ask what was worked in the end."""
        for line in self.list.chosen()[:1]:
            starts, ends = moment_edit(line.overtime.starts), moment_edit(line.overtime.ends)
            done = QLineEdit()
            rows: list[tuple[str, QWidget]] = [
                (tr("What was done"), done), (tr("Begins"), starts), (tr("Ends"), ends),
            ]  # fmt: skip
            keep = partial(self._record, line.overtime.id, starts, ends, done)
            FormDialog(self, tr("Record overtime"), line.name, rows, tr("Keep"), keep).open()

    def do_verify(self) -> None:
        """Find the record right."""
        for line in self.list.chosen()[:1]:
            self._did(overtime.verify, line.overtime.id)

    def ask_reason(self) -> None:
        """Ask why, and refuse it."""
        for line in self.list.chosen()[:1]:
            ask_text(self, tr("Refuse"), tr("Why?"), partial(self._did, overtime.refuse, line.overtime.id))

    def ask_rest(self) -> None:
        """Go to the page of leave, where rest is asked for like any leave."""
        for line in self.left.chosen()[:1]:
            self._session.sought.emit("leave", f"rest {line.ledger.person}")

    def print_statement(self) -> None:
        """Open the preview of the statement (F14) of the chosen overtime's month, or of this one."""
        session = self._session
        days = [local(line.overtime.starts).date() for line in self.list.chosen()]
        month = month_of(days[0] if days else session.today())
        listed, left = session.read(rest.statement, month), session.read(rest.ledgers, month.last)
        head = session.read(letterhead, local(session.now()))
        money = session.read(rest.has_money, month.last)
        preview(overtime_sheet(listed, left, session.read(staff), month, head, money=money), self)

    def _record(self, overtime_id: str, starts: QDateTimeEdit, ends: QDateTimeEdit, done: QLineEdit) -> bool:
        return self._did(overtime.record, overtime_id, moment_of(starts), moment_of(ends), done.text())

    def _did(self, deed: Callable[..., Changes], *facts: object) -> bool:
        return self._session.perform(deed, *facts, by=self._session.author()) is not None

    def _on_chosen(self) -> None:
        states = {line.overtime.state for line in self.list.chosen()[:1]}
        self.record.setEnabled(OvertimeState.REQUESTED in states)
        self.verify.setEnabled(OvertimeState.RECORDED in states)
        self.refuse.setEnabled(bool(states & {OvertimeState.REQUESTED, OvertimeState.RECORDED}))
        self.take.setEnabled(any(line.ledger.left > 0 for line in self.left.chosen()[:1]))


def _rest_line(everybody: Staff, ledger: Ledger, warned: int) -> RestLine:
    lots = ledger.expiring(warned)
    days = [each.earned.expires for each in lots if each.earned.expires]
    halves = sum(each.left for each in lots)
    soon = tr("{days} days, from {day} on", days=days_text(halves), day=full_day(min(days))) if days else ""
    return RestLine(ledger, everybody.named(ledger.person), soon)


def _expiring(lines: Iterable[RestLine]) -> dict[str, Notice]:
    """One notice that names everybody whose rest expires before long."""
    soon = [tr("{name} ({what})", name=line.name, what=line.soon) for line in lines if line.soon]
    if not soon:
        return {}
    named = tr(", ").join(soon[:_NAMED])
    words = tr("Rest expires soon: {names}.", names=named)
    more = len(soon) - _NAMED
    if more > 0:
        words = tr("Rest expires soon: {names} and {count} more.", names=named, count=more)
    return {"soon": Notice("warning", words)}


def _overtime_columns() -> list[Column[OvertimeLine]]:
    waiting = {OvertimeState.REQUESTED, OvertimeState.RECORDED}
    return [
        Column("name", tr("Name"), lambda line: line.name),
        Column("hours", tr("From – to"), lambda line: line.hours, lambda line: line.overtime.starts),
        Column(
            "state", tr("State"), lambda line: overtime_text(line.overtime.state),
            ink=lambda line: "warning" if line.overtime.state in waiting else "",
        ),
        Column("reason", tr("Reason"), lambda line: line.overtime.reason, width=24),
        Column("done", tr("What was done"), lambda line: line.overtime.done, width=24),
        Column("approved", tr("Approved by"), lambda line: line.overtime.approved_by),
    ]  # fmt: skip


def _rest_columns() -> list[Column[RestLine]]:
    def days(name: str, title: str, halves: Callable[[Ledger], int]) -> Column[RestLine]:
        return Column(
            name,
            title,
            lambda line: f"{halves(line.ledger) / 2:g}",
            lambda line: halves(line.ledger),
            align=RIGHT,
        )

    return [
        Column("name", tr("Name"), lambda line: line.name),
        days("earned", tr("Earned (days)"), lambda ledger: ledger.earned),
        days("used", tr("Taken (days)"), lambda ledger: ledger.used),
        days("expired", tr("Expired (days)"), lambda ledger: ledger.expired),
        days("left", tr("Left (days)"), lambda ledger: ledger.left),
        Column("soon", tr("Expires soon"), lambda line: line.soon, ink=lambda _: "warning"),
    ]
