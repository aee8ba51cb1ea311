"""The pasted text of an official notice: read while it is typed, looked over, and entered as a whole."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.calendar import CalendarDay, calendar_of
from dutydesk.domain.notice import ReadNotice, read_notice
from dutydesk.errors import DomainError, DutyDeskError
from ui.calendar.day_face import counts_text
from ui.i18n import tr, tr_n, weekday
from ui.widgets.banner import BannerArea, Notice
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.room import give_room
from ui.widgets.table_model import Column, TableModel
from ui.words.planning import legal_text
from ui.words.refusals import refusal_text

_SIZE = (980, 600)
Keep = Callable[[int, list[CalendarDay], str], DutyDeskError | None]


class NoticeDialog(QDialog):
    """Shows what the text says; `keep` enters the year, its days and the source, or says why it could not."""

    def __init__(self, parent: QWidget | None, year: int, keep: Keep) -> None:
        super().__init__(parent)
        self._keep = keep
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Enter the official holiday notice of {year}", year=year))
        give_room(self, *_SIZE)
        self._year = year
        self._read: ReadNotice | None = None
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Text of the notice"))
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(
            tr("Paste the sentences of the notice here: the days off and the weekends that are worked.")
        )
        self.source = QLineEdit()
        self._notices = BannerArea()
        self._model: TableModel[CalendarDay] = TableModel(self._columns(), lambda each: each.day)
        self.days = FilteredTable(tr("Days of the notice"), self._model, whole_rows=True)
        self._buttons = QDialogButtonBox()
        self._enter = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self.text.textChanged.connect(self._on_text)
        self._on_text()

    def notice(self) -> str:
        """What the banner says."""
        return "\n".join(self._notices.texts())

    def can_enter(self) -> bool:
        """Whether the text says anything that can be entered."""
        return self._enter.isEnabled()

    def accept_notice(self) -> None:
        """Hand the days over and close; stays open, with its text, where they are refused."""
        if self._read is None:
            return
        source = self.source.text().strip()
        days = [replace(each, source=source) for each in self._read.days]
        refusal = self._keep(self._read.year, days, source)
        if refusal is None:
            self.accept()
        else:
            self._notices.show_notice("state", Notice("error", refusal_text(refusal)))

    def _lay_out(self) -> None:
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self.text)
        halves.addWidget(self.days)
        halves.setChildrenCollapsible(False)
        form = QFormLayout()
        form.addRow(tr("&Source"), self.source)
        self._buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept_notice)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._notices)
        column.addWidget(halves, 1)
        column.addLayout(form)
        column.addWidget(self._buttons)

    def _columns(self) -> list[Column[CalendarDay]]:
        return [
            Column("day", tr("Date"), lambda each: each.day.isoformat(), width=9),
            Column("weekday", tr("Weekday"), lambda each: weekday(each.day), width=5),
            Column("legal", tr("Kind of day"), self._kind, ink=self._ink, width=12),
            Column("festival", tr("Festival"), lambda each: each.festival, width=9),
        ]

    def _on_text(self) -> None:
        text = self.text.toPlainText()
        try:
            self._read = read_notice(text, self._year) if text.strip() else None
        except DomainError as refusal:
            self._read = None
            self._notices.show_notice("state", Notice("error", refusal_text(refusal)))
        else:
            self._say()
        self._show()

    def _say(self) -> None:
        """What was understood, and what is left in doubt."""
        if self._read is None:
            self._notices.clear("state")
            return
        year = calendar_of(self._read.days, (self._read.year,))
        words = [tr("{year}: {counts}.", year=self._read.year, counts=counts_text(self._read.year, year))]
        doubt = len(self._read.unsure)
        if doubt:
            words.append(
                tr_n(
                    "Of {n} day the text does not say whether it is the festival itself; "
                    "correct it in the year if need be.",
                    "Of {n} days the text does not say which is the festival itself; "
                    "correct them in the year if need be.",
                    doubt,
                )
            )
        self._notices.show_notice("state", Notice("warning" if doubt else "good", " ".join(words)))

    def _show(self) -> None:
        year = self._read.year if self._read else self._year
        self._model.set_rows(self._read.days if self._read else ())
        self._enter.setText(tr("Enter the notice of {year}", year=year))
        self._enter.setEnabled(self._read is not None)
        if not self.source.isModified():
            self.source.setText(tr("State Council notice for {year}", year=year))

    def _kind(self, day: CalendarDay) -> str:
        return f"{legal_text(day.legal)} ?" if self._doubtful(day) else legal_text(day.legal)

    def _ink(self, day: CalendarDay) -> str:
        return "warning" if self._doubtful(day) else ""

    def _doubtful(self, day: CalendarDay) -> bool:
        return self._read is not None and day.day in self._read.unsure
