"""The violations on record, and the course of the chosen one below them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from dutydesk.domain.history import Search
from dutydesk.domain.violations import Violation
from dutydesk.services import violations
from dutydesk.services.charges import Charge, register
from dutydesk.services.people import staff
from ui.clock import local
from ui.discipline.charge_form import ChargeForm
from ui.discipline.circular_dialog import CircularDialog
from ui.discipline.course_pane import CoursePane
from ui.discipline.names import person_names
from ui.discipline.own_matters import own_notices
from ui.discipline.violation_lines import ViolationLine, violation_columns
from ui.history.dialog import add_history
from ui.i18n import tr, tr_in
from ui.paper.printing import preview
from ui.session import Session
from ui.sheets.parts import letterhead
from ui.sheets.violations import violations_sheet
from ui.widgets.banner import BannerArea
from ui.widgets.empty_state import EmptyState
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.table_model import TableModel
from ui.window.page_actions import action
from ui.words.duty_names import duty_names


class ViolationTab(QWidget):
    """The violations that whoever is signed in may read, with the chosen one's course below."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.report = action(
            self,
            "add",
            tr_in("violations", "Report…"),
            "Ctrl+Shift+N",
            self.ask_charge,
            deed="register_violation",
        )
        self.circular = action(self, "export", tr("Circular…"), "", self.ask_circular, deed="issue_circular")
        self.print = action(self, "print", tr_in("violations", "Print the register"), "", self.print_register)
        self.list: FilteredTable[ViolationLine] = FilteredTable(
            tr("Violations"),
            TableModel(violation_columns(), key=lambda line: line.violation.id),
            whole_rows=True,
            also=lambda line: line.initials,
            actions=(self.report, self.circular, self.print),
            empty=EmptyState(
                "discipline",
                tr("No violation is on record"),
                tr(
                    "A violation comes from a candidate, or is reported here; it counts when it is confirmed."
                ),
                (self.report,),
            ),
        )
        self.course = CoursePane(session)
        self.own = BannerArea()
        self.list.sort_by("number", Qt.SortOrder.DescendingOrder)
        add_history(self.list.view, session, self.history)
        self.list.chosen_changed.connect(self._on_chosen)
        self._lay_out()
        self._on_chosen()

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.list)
        parts.addWidget(self.course)
        parts.setStretchFactor(0, 1)
        parts.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.own)
        column.addWidget(parts, 1)

    def reload(self) -> None:
        """Show what whoever is signed in may read now."""
        session = self._session
        names = session.read(duty_names)
        found = session.read(violations.readable, session.person)
        lines = [
            ViolationLine(each, names, session.read(violations.last_day_of_appeal, each)) for each in found
        ]
        self.list.model.set_rows(lines)
        self.own.show_only(own_notices(lines, session, self.show_case))
        self._on_chosen()

    def show_case(self, violation: str) -> None:
        """Choose a violation by its id, whatever the list is narrowed to."""
        self.list.filter.clear()
        self.list.choose(violation)

    def history(self) -> Search:
        """The search for what became of the chosen violation, with its steps."""
        return Search(about=next((each.id for each in self._chosen()), ""))

    def ask_charge(self) -> None:
        """Report a violation that nothing noted by itself."""
        names = person_names(self._session.read(staff))
        ChargeForm(self, names, self._session.now(), self._register).open()

    def ask_circular(self) -> None:
        """Look at the circular of the last span that is over, as the office's rule has it, or at another."""
        CircularDialog(self, self._session).open()

    def print_register(self) -> None:
        """Open the preview of the register (F16), of the year's violations that one may read."""
        session = self._session
        known = [line.violation for line in self.list.model.rows()]
        courses = {each.id: session.read(violations.course, each.id) for each in known}
        head = session.read(letterhead, local(session.now()))
        preview(violations_sheet(known, courses, session.read(staff), head), self)

    def _register(self, charge: Charge) -> bool:
        return self._session.perform(register, charge, by=self._session.author()) is not None

    def _chosen(self) -> list[Violation]:
        return [line.violation for line in self.list.chosen()[:1]]

    def _on_chosen(self) -> None:
        self.course.show_line(next(iter(self.list.chosen()), None))
