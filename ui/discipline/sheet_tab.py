"""The year's sheets: base, what was taken and given, and what follows; as of today or the end of the year."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QDateEdit,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.accounts import Sight
from dutydesk.domain.dates import parse_day
from dutydesk.domain.points import WHOLE
from dutydesk.domain.scores import ScoreSheet
from dutydesk.services import scores
from dutydesk.services.people import Staff, staff
from dutydesk.services.rights import sees
from ui.clock import local
from ui.dialogs import confirm
from ui.discipline.form_dialog import FormDialog
from ui.discipline.rules_form import RulesDialog
from ui.discipline.sheet_words import sheet_words
from ui.i18n import tr, tr_in
from ui.paper.printing import preview
from ui.session import Session
from ui.sheets.parts import Letterhead, letterhead
from ui.sheets.year_sheets import own_sheet, year_sheets
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.table_model import RIGHT, Column, TableModel
from ui.window.page_actions import action
from ui.words.discipline import consequence_text, kind_text, points_text

_MOST = 100.0
_SHOWN = "yyyy-MM-dd"
_SHARES = [7000, 3000]


@dataclass(frozen=True)
class SheetLine:
    """One person's sheet with the names for it."""

    sheet: ScoreSheet
    name: str
    section: str

    @property
    def kinds(self) -> str:
        """What points were taken for."""
        return tr(", ").join(
            f"{kind_text(each.violation.kind)} {points_text(each.points)}"
            for each in self.sheet.lines
            if each.points
        )


class SheetTab(QWidget):
    """Everybody's sheet of a year, as far as whoever is signed in may see it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.year = QSpinBox()
        self.year.setRange(2000, 2099)
        self.year.setValue(session.today().year)
        self.year.setAccessibleName(tr("Year"))
        self.as_of = QDateEdit()
        self.as_of.setDisplayFormat(_SHOWN)
        self.as_of.setCalendarPopup(True)
        self.as_of.setAccessibleName(tr("As of"))
        self.closed = QLabel()
        self._today = session.today()
        self.add = action(self, "add", tr("Give points…"), "", self.ask_points, deed="add_points")
        self.close_it = action(self, "lock", tr("Close the year…"), "", self.ask_close, deed="close_year")
        self.print = action(self, "print", tr_in("sheets", "Print…"), "", self.print_sheets)
        self.own = action(self, "person", tr("Own sheet…"), "", self.print_own)
        self.rules = action(self, "setup", tr("Rules…"), "", self.ask_rules, deed="save_rules")
        self.list: FilteredTable[SheetLine] = FilteredTable(
            tr("Year's sheets"),
            TableModel(_columns(), key=lambda line: line.sheet.person),
            whole_rows=True,
            actions=(self.add, self.close_it, self.rules, self.print, self.own),
        )
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(tr("The sheet in full"))
        self._take_year()
        self._lay_out()
        self.year.valueChanged.connect(self._on_year)
        self.as_of.dateChanged.connect(self.reload)
        self.list.chosen_changed.connect(self._on_chosen)
        self._on_chosen()

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.list)
        parts.addWidget(self.words)
        parts.setSizes(_SHARES)
        parts.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._above())
        column.addWidget(parts, 1)

    def _above(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(QLabel(tr("Year")))
        line.addWidget(self.year)
        line.addWidget(QLabel(tr("As of")))
        line.addWidget(self.as_of)
        line.addWidget(self.closed)
        line.addStretch(1)
        return line

    def reload(self) -> None:
        """Show the sheets of the year as they stood at the end of the day that is asked for."""
        self._go_along()
        session, year = self._session, self.year.value()
        everybody = session.read(staff)
        found = session.read(scores.sheets, year, parse_day(self.as_of.date().toString(_SHOWN)))
        mine = [each for each in found if session.read(sees, session.person, Sight.POINTS, of=each.person)]
        self.list.model.set_rows([_line(everybody, each) for each in mine])
        kept = session.read(scores.closing, year)
        self.closed.setText(tr("The sheets of {year} are closed and final.", year=year) if kept else "")
        self.closed.setVisible(kept is not None)
        self._on_chosen()

    def ask_points(self) -> None:
        """Give the chosen person points for something well done."""
        for line in self.list.chosen()[:1]:
            points, reason = QDoubleSpinBox(), QLineEdit()
            points.setRange(-_MOST, _MOST)
            points.setValue(1)
            rows = [(tr_in("given", "Points"), points), (tr("Reason"), reason)]
            keep = partial(self._give, line, points, reason)
            FormDialog(self, tr("Give points"), line.name, rows, tr("Give"), keep).open()

    def ask_close(self) -> None:
        """Ask, and make the sheets of the year final."""
        year = self.year.value()
        question = tr("Close the sheets of {year}? They are final from then on.", year=year)
        confirm(self, question, tr("Close the year"), partial(self._close, year))

    def ask_rules(self) -> None:
        """Show the numbers by which violations are judged, to be changed from a day on."""
        RulesDialog(self, self._session).open()

    def print_sheets(self) -> None:
        """Open the preview of all sheets that are shown, or of those that are chosen if several are."""
        chosen, shown = self.list.chosen(), self.list.model.rows()
        if shown:
            lines = [line.sheet for line in (chosen if len(chosen) > 1 else shown)]
            preview(year_sheets(lines, *self._around()), self)

    def print_own(self) -> None:
        """Open the preview of the chosen person's sheet in full, to be signed."""
        for line in self.list.chosen()[:1]:
            preview(own_sheet(line.sheet, *self._around()), self)

    def _around(self) -> tuple[Staff, Letterhead]:
        return self._session.read(staff), self._session.read(letterhead, local(self._session.now()))

    def _on_year(self) -> None:
        self._take_year()
        self.reload()

    def _go_along(self) -> None:
        """A page that stood open yesterday is of today, unless somebody asked for another day or year."""
        before, self._today = self._today, self._session.today()
        if before != self._today and self.as_of.date() == QDate(before.year, before.month, before.day):
            with QSignalBlocker(self.year):
                self.year.setValue(self._today.year)
            self._take_year()

    def _take_year(self) -> None:
        """As of today, or as of the end of a year that is over."""
        day = min(self._session.today(), date(self.year.value(), 12, 31))
        with QSignalBlocker(self.as_of):
            self.as_of.setDate(QDate(day.year, day.month, day.day))

    def _give(self, line: SheetLine, points: QDoubleSpinBox, reason: QLineEdit) -> bool:
        today = self._session.today()
        day = today if today.year == self.year.value() else date(self.year.value(), 12, 31)
        given = (line.sheet.person, day, round(points.value() * WHOLE), reason.text())
        return self._session.perform(scores.add_points, *given, by=self._session.author()) is not None

    def _close(self, year: int) -> None:
        self._session.perform(scores.close_year, year, by=self._session.author())

    def _on_chosen(self) -> None:
        chosen = self.list.chosen()
        for each in (self.add, self.own):
            each.setEnabled(len(chosen) == 1)
        self.words.setPlainText(
            "\n".join(text for line in chosen for text in sheet_words(line.sheet, line.name))
        )


def _line(everybody: Staff, sheet: ScoreSheet) -> SheetLine:
    person = next((each for each in everybody.people if each.id == sheet.person), None)
    return SheetLine(sheet, everybody.named(sheet.person), everybody.section_name(person) if person else "")


def _columns() -> list[Column[SheetLine]]:
    return [
        Column("name", tr("Name"), lambda line: line.name),
        Column("section", tr("Section"), lambda line: line.section),
        Column("base", tr("Base"), lambda line: points_text(line.sheet.base), align=RIGHT),
        Column(
            "taken", tr("Taken"), lambda line: points_text(line.sheet.taken), lambda line: line.sheet.taken,
            align=RIGHT, ink=lambda line: "error" if line.sheet.taken else "dim",
        ),
        Column(
            "added", tr("Added"), lambda line: points_text(line.sheet.added), lambda line: line.sheet.added,
            align=RIGHT,
        ),
        Column(
            "net", tr("Net"), lambda line: points_text(line.sheet.net), lambda line: line.sheet.net,
            align=RIGHT,
        ),
        Column(
            "follows", tr("Follows"),
            lambda line: tr("; ").join(map(consequence_text, line.sheet.consequences)),
            ink=lambda _: "warning",
        ),
        Column("kinds", tr("For what"), lambda line: line.kinds, width=30),
    ]  # fmt: skip
