"""The dialog that asks for a duty to change hands: to whom, in which way, and why."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.dates import Period, month_of
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.swaps import has_begun, is_on, short_of_notice
from dutydesk.services import fairness, roster, swaps
from dutydesk.services.exchangeable import exchangeable
from dutydesk.services.office import office_time
from dutydesk.services.takeover import take_over
from ui.guide.asking import question_mark
from ui.i18n import tr
from ui.session import Session
from ui.swapping.way_form import Way, WayForm
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.room import give_room
from ui.widgets.table_model import TableModel
from ui.words.candidates import CandidateLine, candidate_columns, candidate_lines
from ui.words.duty_names import duty_names

_AHEAD = timedelta(days=62)
"""How far ahead duties are offered in return."""
_WIDTH, _HEIGHT = 84, 34  # characters and lines


class SwapDialog(QDialog):
    """Ranks the people for a duty that somebody gives away; closes when the request was taken."""

    def __init__(self, parent: QWidget, session: Session, place: PlaceKey, giver: str) -> None:
        super().__init__(parent)
        self.setObjectName("swap")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._place, self._giver = session, place, giver
        self._names = session.read(duty_names)
        self._situation = session.read(roster.situation_of, Period(place.day, place.day))
        now = session.read(office_time, session.now())
        begun = has_begun(self._situation, place, now)
        self.setWindowTitle(tr("Exchange or cover: {duty}", duty=self._names.duty(place)))
        self.table = self._make_table()
        self.ways = WayForm(self._months(), begun=begun, today=is_on(self._situation, place, now))
        self.reason, self.urgency, self.paper = QLineEdit(), QLineEdit(), QLineEdit()
        self.late = QLabel()
        self.late.setWordWrap(True)
        self.buttons = QDialogButtonBox()
        self.ask = self.buttons.addButton(tr("Ask for it"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._connect()
        self._on_person()

    def chosen(self) -> str:
        """The id of the person chosen, empty for nobody."""
        lines = self.table.chosen()
        return lines[0].person.id if lines else ""

    def choose(self, person: str) -> None:
        """Choose a person of the list."""
        self.table.choose(person)

    def do(self) -> None:
        """Ask for it, or let it be taken over; stays open when that is refused."""
        done = self._take_over() if self.ways.way is Way.NOW else self._propose()
        if done:
            self.accept()

    def _make_table(self) -> FilteredTable[CandidateLine]:
        table: FilteredTable[CandidateLine] = FilteredTable(
            tr("Candidates"),
            TableModel(candidate_columns(), key=lambda line: line.candidate.person),
            whole_rows=True,
            also=lambda line: line.person.initials,
        )
        table.view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        staff = self._names.staff
        ranked = self._session.read(fairness.stand_ins, self._place)
        lines = candidate_lines(
            self._names.people,
            {each: staff.named(each) for each in self._names.people},
            {each.id: each.name for each in staff.sections},
            [each for each in ranked if each.person != self._giver],
        )
        table.model.set_rows(lines)
        if lines:
            table.view.go_to(0)
        return table

    def _months(self) -> list[date]:
        """The next months without a roster, in which a duty can be returned."""
        first = month_of(max(self._session.today(), self._place.day)).first
        coming = [month_of(first + timedelta(days=31 * ahead)).first for ahead in range(4)]
        return [each for each in coming if not self._planned(each)]

    def _planned(self, month: date) -> bool:
        duties = self._session.read(roster.grid, month_of(month)).duties
        return any(duty.actual for duty in duties.values())

    def _lay_out(self) -> None:
        giver = QLabel(tr("{person} gives it to", person=self._names.person(self._giver)))
        form = QFormLayout()
        for words, line in (
            (tr("Reason"), self.reason),
            (tr("Why so late"), self.urgency),
            (tr("Number of the paper"), self.paper),
        ):
            line.setAccessibleName(words)
            form.addRow(words, line)
        self.paper.setPlaceholderText(tr("only where it was said on paper"))
        self._form = form
        column = QVBoxLayout(self)
        row = QHBoxLayout()
        row.addWidget(giver, 1)
        row.addWidget(question_mark("swaps#turn", tr("whose turn it is, and who stands it")))
        column.addLayout(row)
        for part in (self.table, self.ways):
            column.addWidget(part)
        column.addLayout(form)
        column.addWidget(self.late)
        column.addWidget(self.buttons)
        column.setStretchFactor(self.table, 1)
        metrics = self.fontMetrics()
        give_room(self, _WIDTH * metrics.averageCharWidth(), _HEIGHT * metrics.lineSpacing())

    def _connect(self) -> None:
        self.table.chosen_changed.connect(self._on_person)
        self.ways.wanted.connect(self._on_person)
        self.ways.changed.connect(self._follow)
        self.reason.textChanged.connect(self._follow)
        self.urgency.textChanged.connect(self._follow)
        self.buttons.accepted.connect(self.do)
        self.buttons.rejected.connect(self.reject)
        self.reason.setFocus()

    def _on_person(self) -> None:
        """Offer what the person chosen could give in return, where that is wanted: it takes a moment."""
        wanted = self.chosen() and self.ways.way is Way.EXCHANGE
        self.ways.offer(self._returns() if wanted else (), self._names)
        self._follow()

    def _returns(self) -> tuple[PlaceKey, ...]:
        today, now = self._session.today(), self._session.now()
        period = Period(today, max(today, self._place.day) + _AHEAD)
        return self._session.read(exchangeable, self._place, self.chosen(), period, now)

    def _follow(self) -> None:
        """Ask for what is needed: why so late only where it is, a person and a reason always."""
        late = self.ways.way is not Way.NOW and self._is_late()
        self._form.setRowVisible(self.urgency, late)
        notice = self._situation.rules.swap_notice_days
        words = tr(
            "A holiday duty changes hands at least {notice} days before; the duty leader may allow it.",
            notice=notice,
        )
        self.late.setText(words if late else "")
        self.late.setVisible(late)
        self.ask.setText(tr("Let them take over now") if self.ways.way is Way.NOW else tr("Ask for it"))
        needed = self.chosen() and self.reason.text().strip() and (not late or self.urgency.text().strip())
        self.ask.setEnabled(bool(needed) and self.ways.whole)

    def _is_late(self) -> bool:
        places = [self._place]
        if isinstance(self.ways.returned, PlaceKey):
            places.append(self.ways.returned)
        return any(short_of_notice(self._situation, each, self._session.today()) for each in places)

    def _take_over(self) -> bool:
        by, reason = self._session.author(), self.reason.text()
        return bool(self._session.perform(take_over, self._place, self.chosen(), reason, by=by))

    def _propose(self) -> bool:
        read, by = self._session.read, self._session.author()
        if self._session.person != self._giver and self.paper.text().strip():
            by = read(swaps.spoken_for, by, self._giver, self.paper.text())
        wanted = read(
            swaps.draw_up,
            self._place,
            self.chosen(),
            returned=self.ways.returned,
            reason=self.reason.text(),
            urgency=self.urgency.text() if self._is_late() else "",
            by=by,
        )
        return bool(self._session.perform(swaps.propose, wanted, by=by))


def ask_swap(parent: QWidget, session: Session, place: PlaceKey, giver: str) -> None:
    """Open the dialog for a duty that somebody stands."""
    SwapDialog(parent, session, place, giver).open()
