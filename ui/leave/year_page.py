"""Who is away when: a section, a year, and how many are there."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from dutydesk.domain.dates import EARLIEST, LATEST, Period
from dutydesk.domain.leave.coverage import away_by_day, fewest_left
from ui.i18n import tr
from ui.leave.ground import Ground
from ui.leave.year_painter import YearOfLeave
from ui.leave.year_view import YearView
from ui.widgets.choice import Choice


class YearPage(QWidget):
    """The year of one section or of all; `asked` carries the id of the leave that was clicked."""

    asked = Signal(str)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self.section = Choice(tr("Section"))
        self.year = QSpinBox()
        self.year.setRange(EARLIEST.year, LATEST.year)
        self.year.setValue(ground.today.year)
        self.year.setAccessibleName(tr("Year"))
        self.view = YearView()
        self.section.currentIndexChanged.connect(self._show)
        self.year.valueChanged.connect(self._show)
        self.view.asked.connect(self.asked)
        self._lay_out()

    def refresh(self, ground: Ground) -> None:
        """Show the leave there is now; section and year stay."""
        self._ground = ground
        sections = [(each.name, each.id) for each in ground.book.sections]
        self.section.offer([*sections, (tr("All sections"), "")])
        self._show()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self.section)
        bar.addWidget(self.year)
        hint = QLabel(tr("Blue is approved, orange asked for; the first line shows how many are present."))
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        bar.addWidget(hint)
        bar.addStretch(1)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(bar)
        column.addWidget(scrolled, 1)

    def _show(self) -> None:
        book, year = self._ground.book, self.year.value()
        period = Period(date(year, 1, 1), date(year, 12, 31))
        section = self.section.currentData()
        people = [
            each
            for each in book.people
            if section in {"", None, each.section} and (each.serves(period.first) or each.serves(period.last))
        ]
        away = away_by_day(book.leaves, period)
        self.view.show_year(
            YearOfLeave(
                period,
                tuple((each.id, book.names[each.id]) for each in people),
                away,
                fewest_left([each.id for each in people], away, period),
                book.calendar,
                self._ground.today,
            )
        )
