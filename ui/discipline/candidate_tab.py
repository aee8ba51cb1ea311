"""What the program noted by itself, until somebody makes a violation of it or puts it aside."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dutydesk.services import discipline
from dutydesk.services.charges import Charge, register
from dutydesk.services.discipline import Waiting
from ui.clock import local
from ui.dialogs import ask_text
from ui.discipline.form_dialog import FormDialog
from ui.i18n import long_day, tr
from ui.session import Session
from ui.widgets.empty_state import EmptyState
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.table_model import RIGHT, Column, TableModel
from ui.window.page_actions import action
from ui.words.discipline import kind_text
from ui.words.duty_names import DutyNames, duty_names


@dataclass(frozen=True)
class CandidateLine:
    """One candidate with the names for it."""

    waiting: Waiting
    names: DutyNames

    @property
    def person(self) -> str:
        """Who would answer for it."""
        return self.names.person(self.waiting.accountable)

    @property
    def at(self) -> str:
        """When it came about, on the office's clock."""
        moment = local(self.waiting.candidate.at)
        return f"{long_day(moment.date())} {moment:%H:%M}"

    @property
    def duty(self) -> str:
        """The place that it is about."""
        place = self.waiting.candidate.place
        return self.names.duty(place) if place else ""

    @property
    def doubt(self) -> str:
        """That its time may be wrong."""
        return tr("clock in doubt") if self.waiting.doubt else ""


class CandidateTab(QWidget):
    """The candidates that wait, the newest last."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.report = action(
            self, "discipline", tr("Make a violation of it…"), "", self.ask_report, deed="register_violation"
        )
        self.put_aside = action(
            self, "close", tr("Put aside…"), "Ctrl+Del", self.ask_reason, deed="dismiss_candidate"
        )
        self.list: FilteredTable[CandidateLine] = FilteredTable(
            tr("Candidates"),
            TableModel(_columns(), key=lambda line: line.waiting.candidate.id),
            whole_rows=True,
            actions=(self.report, self.put_aside),
            empty=EmptyState(
                "discipline",
                tr("Nothing waits for a judgement"),
                tr("Late arrivals, empty posts, late reports and findings of checks come by themselves."),
            ),
        )
        self.list.chosen_changed.connect(self._on_chosen)
        self.list.opened.connect(lambda _: self.ask_report())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self._on_chosen()

    def reload(self) -> None:
        """Show what waits now."""
        names = self._session.read(duty_names)
        found = self._session.read(discipline.waiting)
        self.list.model.set_rows([CandidateLine(each, names) for each in found])
        self._on_chosen()

    def ask_report(self) -> None:
        """Ask what was found, and report the violation."""
        for line in self.list.chosen()[:1]:
            what = QLineEdit(kind_text(line.waiting.candidate.kind))
            lead = tr(
                "{person}, {at}, {kind}. The accused is informed and heard before anything counts.",
                person=line.person,
                at=line.at,
                kind=kind_text(line.waiting.candidate.kind),
            )
            rows = [(tr("What was found"), what)]
            keep = partial(self._register, line, what)
            FormDialog(self, tr("Report a violation"), lead, rows, tr("Report"), keep).open()

    def ask_reason(self) -> None:
        """Ask why, and put the candidate aside."""
        for line in self.list.chosen()[:1]:
            ask_text(self, tr("Put aside"), tr("Why does it not count?"), partial(self._dismiss, line))

    def _register(self, line: CandidateLine, what: QLineEdit) -> bool:
        found = line.waiting.candidate
        charge = Charge(
            kind=found.kind, at=found.at, what=what.text(), person=line.waiting.accountable,
            place=found.place,
            records=found.records, candidate=found.id,
        )  # fmt: skip
        return self._session.perform(register, charge, by=self._session.author()) is not None

    def _dismiss(self, line: CandidateLine, reason: str) -> bool:
        by = self._session.author()
        return self._session.perform(discipline.dismiss, line.waiting.candidate.id, reason, by=by) is not None

    def _on_chosen(self) -> None:
        for each in (self.report, self.put_aside):
            each.setEnabled(bool(self.list.chosen()))


def _columns() -> list[Column[CandidateLine]]:
    return [
        Column("at", tr("When"), lambda line: line.at, lambda line: line.waiting.candidate.at),
        Column("person", tr("Who answers"), lambda line: line.person),
        Column("kind", tr("Kind"), lambda line: kind_text(line.waiting.candidate.kind)),
        Column(
            "minutes",
            tr("Minutes"),
            lambda line: str(line.waiting.candidate.minutes or ""),
            lambda line: line.waiting.candidate.minutes,
            align=RIGHT,
        ),
        Column("duty", tr("Duty"), lambda line: line.duty),
        Column("doubt", tr("Clock"), lambda line: line.doubt, ink=lambda _: "warning"),
    ]
