"""What the program noted by itself, until somebody makes a violation of it or puts it aside."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from dutydesk.services import discipline
from dutydesk.services.charges import Charge, register
from dutydesk.services.discipline import Waiting
from dutydesk.services.people import staff
from ui.clock import local
from ui.dialogs import ask_text
from ui.discipline.form_dialog import FormDialog
from ui.discipline.ground_list import GroundList
from ui.discipline.names import person_names
from ui.i18n import long_day, tr, tr_in
from ui.session import Session
from ui.widgets.empty_state import EmptyState
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.name_edit import NameEdit
from ui.widgets.table_model import RIGHT, Column, TableModel
from ui.window.page_actions import action
from ui.words.discipline import kind_text, span_words
from ui.words.duty_names import DutyNames, duty_names
from ui.words.noted import noted_lines


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
    """The candidates that wait, the newest first; of the chosen one, why it was noted, and its records."""

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
            tr_in("discipline", "Candidates"),
            TableModel(_columns(), key=lambda line: line.waiting.candidate.id),
            whole_rows=True,
            actions=(self.report, self.put_aside),
            empty=EmptyState(
                "discipline",
                tr("Nothing waits for a judgement"),
                tr("Late arrivals, empty posts, late reports and findings of checks come by themselves."),
            ),
        )
        self.list.sort_by("at", Qt.SortOrder.DescendingOrder)
        self.why = QLabel()
        self.why.setWordWrap(True)
        self.why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.grounds = GroundList(session)
        self.list.chosen_changed.connect(self._on_chosen)
        self.list.opened.connect(lambda _: self.ask_report())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addWidget(self.why)
        column.addWidget(self.grounds)
        self._on_chosen()

    def reload(self) -> None:
        """Show what waits now."""
        names = self._session.read(duty_names)
        found = self._session.read(discipline.waiting_for, self._session.author())
        self.list.model.set_rows([CandidateLine(each, names) for each in found])
        self._on_chosen()

    def ask_report(self) -> None:
        """Ask what was found, and report the violation."""
        for line in self.list.chosen()[:1]:
            what = QLineEdit(kind_text(line.waiting.candidate.kind))
            person = NameEdit(person_names(self._session.read(staff)))
            person.set_key(line.waiting.accountable)
            why = "\n".join(noted_lines(line.waiting, line.names))
            lead = tr("{why}\nThe accused is informed and heard before anything counts.", why=why)
            rows: list[tuple[str, QWidget]] = [(tr("What was found"), what), (tr("Who answers"), person)]
            apart = QCheckBox(tr("Counts apart"))
            if line.waiting.charged:
                rows.append((tr("Same incident as {number}", number=line.waiting.charged), apart))
            keep = partial(self._register, line, what, person, apart)
            FormDialog(self, tr("Report a violation"), lead, rows, tr_in("violations", "Report"), keep).open()

    def ask_reason(self) -> None:
        """Ask why, and put the candidate aside."""
        for line in self.list.chosen()[:1]:
            ask_text(self, tr("Put aside"), tr("Why does it not count?"), partial(self._dismiss, line))

    def _register(self, line: CandidateLine, what: QLineEdit, person: NameEdit, apart: QCheckBox) -> bool:
        found = line.waiting.candidate
        charge = Charge(
            kind=found.kind, at=found.at, what=what.text(), person=person.key(), place=found.place,
            records=found.records, candidate=found.id, apart=apart.isChecked(),
        )  # fmt: skip
        return self._session.perform(register, charge, by=self._session.author()) is not None

    def _dismiss(self, line: CandidateLine, reason: str) -> bool:
        by = self._session.author()
        return self._session.perform(discipline.dismiss, line.waiting.candidate.id, reason, by=by) is not None

    def _on_chosen(self) -> None:
        chosen = self.list.chosen()[:1]
        for each in (self.report, self.put_aside):
            each.setEnabled(bool(chosen))
        self.why.setText("\n".join(text for line in chosen for text in noted_lines(line.waiting, line.names)))
        self.why.setVisible(bool(chosen))
        self.grounds.show_records([each for line in chosen for each in line.waiting.candidate.records])


def _columns() -> list[Column[CandidateLine]]:
    return [
        Column("at", tr("When"), lambda line: line.at, lambda line: line.waiting.candidate.at),
        Column("person", tr("Who answers"), lambda line: line.person),
        Column("kind", tr("Kind"), lambda line: kind_text(line.waiting.candidate.kind)),
        Column(
            "minutes",
            tr("By how much"),
            lambda line: span_words(line.waiting.candidate.minutes),
            lambda line: line.waiting.candidate.minutes,
            align=RIGHT,
        ),
        Column("duty", tr("Duty"), lambda line: line.duty),
        Column("doubt", tr("Clock"), lambda line: line.doubt, ink=lambda _: "warning"),
    ]
