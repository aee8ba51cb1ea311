"""What is looked for in the journal: days, who, which deed, what kind of record, and whom it concerns."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from dutydesk.domain.history import Search
from dutydesk.errors import DomainError
from dutydesk.services import history
from dutydesk.services.people import Staff
from ui.clock import OFFICE_ZONE
from ui.editing import reading
from ui.i18n import tr
from ui.session import Session
from ui.widgets.choice import Choice
from ui.widgets.name_edit import Name, NameEdit
from ui.words.deeds import deed_text
from ui.words.records import table_text
from ui.words.refusals import refusal_text

_DAY_WIDTH, _CHOICE_WIDTH, _PERSON_WIDTH = 9, 9, 20  # characters


class AuditFilters(QWidget):
    """A line of choices; `changed` says that another search is meant, `refused` why a day is none."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.first = self._line(tr("From"))
        self.last = self._line(tr("To"))
        self.actor = Choice(tr("Who"), letters=_CHOICE_WIDTH)
        self.deed = Choice(tr("Deed"), letters=_CHOICE_WIDTH)
        self.table = Choice(tr("Kind of record"), letters=_CHOICE_WIDTH)
        self.person = NameEdit()
        self.person.setAccessibleName(tr("Person concerned"))
        self.person.setPlaceholderText(tr("Person concerned"))
        self.person.setClearButtonEnabled(True)
        self.person.setFixedWidth(self._width(_PERSON_WIDTH))
        self.person.textChanged.connect(self.changed)
        for choice in (self.actor, self.deed, self.table):
            choice.currentIndexChanged.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for each in (self.first, QLabel("–"), self.last, self.actor, self.deed, self.table, self.person):
            row.addWidget(each)
        row.addStretch(1)

    def refresh(self, session: Session, staff: Staff) -> None:
        """Offer whoever did anything, what was ever done, and everybody; what was chosen stays chosen."""
        self.actor.offer(_answers(tr("Everybody"), session.read(history.actors), str))
        self.deed.offer(_answers(tr("Every deed"), session.read(history.deeds), deed_text))
        self.table.offer(_answers(tr("Every record"), history.tables(), table_text))
        self.person.set_names(
            [Name(each.id, staff.named(each.id), tuple(each.initials.split("|"))) for each in staff.people]
        )

    def search(self) -> Search:
        """What is looked for; a day that is none does not narrow, and is told."""
        (first, why_first), (last, why_last) = _day(self.first.text()), _day(self.last.text(), end=True)
        self.refused.emit(why_first or why_last)
        table = str(self.table.currentData() or "")
        return Search(
            since=_midnight(first) if first else None,
            until=_midnight(last + timedelta(days=1)) if last else None,
            actor=str(self.actor.currentData() or ""),
            deed=str(self.deed.currentData() or ""),
            tables=frozenset({table} if table else ()),
            about=self.person.key(),
        )

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(name)
        line.setClearButtonEnabled(True)
        line.setFixedWidth(self._width(_DAY_WIDTH))
        line.editingFinished.connect(self.changed)
        return line

    def _width(self, letters: int) -> int:
        return letters * self.fontMetrics().horizontalAdvance("0")


def _answers(everything: str, values: Sequence[str], told: Callable[[str], str]) -> list[tuple[str, str]]:
    return [(everything, ""), *((told(value), value) for value in values)]


def _day(text: str, *, end: bool = False) -> tuple[date | None, str]:
    """The day that was typed, or why it is none."""
    try:
        return reading.day(text, end=end), ""
    except DomainError as error:
        return None, refusal_text(error)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), OFFICE_ZONE)
