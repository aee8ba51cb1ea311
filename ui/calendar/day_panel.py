"""The selected days: what they are, and what they shall be."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.calendar import Calendar, CalendarDay, LegalClass, SensitivePeriod
from ui.i18n import full_day, long_day, tr, tr_n, weekday
from ui.words.planning import class_text, legal_text

BY_WEEKDAY = ""


class DayPanel(QWidget):
    """Describes the selection and asks by `kept` or `cleared` for a change of all its days at once."""

    kept = Signal(list)
    cleared = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._days: list[date] = []
        self._calendar = Calendar()
        self._title = QLabel()
        self._title.setWordWrap(True)
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self._title.setFont(font)
        self._facts = QLabel()
        self._facts.setWordWrap(True)
        self._facts.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.kind = QComboBox()
        self.kind.addItem(tr("as the weekday"), BY_WEEKDAY)
        for each in LegalClass:
            if each not in {LegalClass.WORKDAY, LegalClass.WEEKEND}:
                self.kind.addItem(legal_text(each), each.value)
        self.kind.setPlaceholderText(tr("several kinds"))
        self.festival = QLineEdit()
        self.festival.setPlaceholderText(tr("such as National Day"))
        self.keep = QPushButton()
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.keep.clicked.connect(self._on_kept)
        self.festival.returnPressed.connect(self._on_kept)

    def show_days(
        self, days: Sequence[date], calendar: Calendar, sensitive: Sequence[SensitivePeriod]
    ) -> None:
        """Show what these days are; what all of them share stands in the fields."""
        self._days, self._calendar = list(days), calendar
        shown = [calendar.day(day) for day in days]
        legal = {_kind(each, calendar) for each in shown}
        festivals = {each.festival for each in shown}
        self._title.setText(_title(days))
        self._facts.setText("\n".join(_facts(shown, calendar, sensitive)))
        self.kind.setCurrentIndex(self.kind.findData(legal.pop()) if len(legal) == 1 else -1)
        self.festival.setText(festivals.pop() if len(festivals) == 1 else "")
        self.keep.setText(tr_n("Set this day", "Set these {n} days", len(days)))
        self._on_kind()

    def text(self) -> str:
        """What is said about the days."""
        return f"{self._title.text()}\n{self._facts.text()}"

    def start(self) -> None:
        """Take the keyboard."""
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(tr("&Kind of day"), self.kind)
        form.addRow(tr("Fes&tival"), self.festival)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        column.addLayout(form)
        column.addWidget(self.keep)

    def _on_kind(self) -> None:
        self.keep.setEnabled(bool(self._days) and self.kind.currentIndex() >= 0)
        self.festival.setEnabled(self.kind.currentData() != BY_WEEKDAY)

    def _on_kept(self) -> None:
        chosen = self.kind.currentData()
        if chosen is None or not self._days:
            return
        if chosen == BY_WEEKDAY:
            self.cleared.emit(self._days)
            return
        festival = self.festival.text().strip()
        self.kept.emit([CalendarDay(day, LegalClass(chosen), festival, tr("by hand")) for day in self._days])


def _kind(day: CalendarDay, calendar: Calendar) -> str:
    """The choice that stands for a day."""
    ordinary = day.legal in {LegalClass.WORKDAY, LegalClass.WEEKEND}
    return BY_WEEKDAY if day.day not in calendar.days or ordinary else day.legal.value


def _title(days: Sequence[date]) -> str:
    if len(days) == 1:
        return f"{full_day(days[0])} {weekday(days[0])}"
    first, last = long_day(days[0]), long_day(days[-1])
    return tr("{count} days: {first} to {last}", count=len(days), first=first, last=last)


def _facts(
    days: Sequence[CalendarDay], calendar: Calendar, sensitive: Sequence[SensitivePeriod]
) -> list[str]:
    """What there is to know: the queue that pays, the block, where it comes from, what is sensitive."""
    classes = tr(", ").join(dict.fromkeys(class_text(each.rotation) for each in days))
    lines = [tr("Counts as: {classes}", classes=classes)]
    block = calendar.holiday_block(days[0].day) if days else None
    if block:
        lines.append(tr("Block: {first} to {last}", first=long_day(block.first), last=long_day(block.last)))
    sources = tr(", ").join(dict.fromkeys(each.source for each in days if each.source))
    if sources:
        lines.append(tr("Source: {source}", source=sources))
    reasons = [each.reason for each in sensitive if any(day.day in each.period for day in days)]
    lines += [tr("Sensitive: {reason}", reason=reason) for reason in reasons]
    return lines
