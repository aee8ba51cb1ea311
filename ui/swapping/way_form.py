"""In which way a duty changes hands: a cover, for a duty in return, for one of a later month, or now."""

from collections.abc import Sequence
from datetime import date
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QLabel, QRadioButton, QWidget

from dutydesk.domain.duties import PlaceKey
from ui.i18n import long_month, tr
from ui.words.duty_names import DutyNames


class Way(Enum):
    """The four ways."""

    COVER = "cover"
    EXCHANGE = "exchange"
    LATER = "later"
    NOW = "now"


class WayForm(QWidget):
    """One of the ways is always chosen; `changed` says that it, or what goes with it, is another.

    `wanted` says that duties to exchange are to be offered.
    """

    changed = Signal()
    wanted = Signal()

    def __init__(self, months: Sequence[date], *, begun: bool, today: bool) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons = {
            Way.COVER: QRadioButton(tr("Cover: nothing is given for it")),
            Way.EXCHANGE: QRadioButton(tr("Exchange for")),
            Way.LATER: QRadioButton(tr("Exchange for a duty of")),
            Way.NOW: QRadioButton(tr("Takes over now")),
        }
        self.returns = QComboBox()
        self.returns.setAccessibleName(tr("Duty taken for it"))
        self.months = QComboBox()
        self.months.setAccessibleName(tr("Month of the duty in return"))
        for each in months:
            self.months.addItem(tr("{month}, not planned yet", month=long_month(each)), each)
        self._none = QLabel(tr("no duty that could be exchanged"))
        self._lay_out()
        self.buttons[Way.NOW if begun else Way.COVER].setChecked(True)
        for way, button in self.buttons.items():
            self._group.addButton(button)
            button.setEnabled(today if way is Way.NOW else not begun)
            button.toggled.connect(self._on_changed)
        self.buttons[Way.LATER].setEnabled(not begun and bool(months))
        for box in (self.returns, self.months):
            box.currentIndexChanged.connect(self.changed)

    @property
    def way(self) -> Way:
        """The way that is chosen."""
        return next(way for way, button in self.buttons.items() if button.isChecked())

    @property
    def returned(self) -> PlaceKey | date | None:
        """What is had in return, or the month in which it will be."""
        if self.way is Way.EXCHANGE:
            found = self.returns.currentData()
            return found if isinstance(found, PlaceKey) else None
        month = self.months.currentData()
        return month if self.way is Way.LATER and isinstance(month, date) else None

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""
        return self.way in {Way.COVER, Way.NOW} or self.returned is not None

    def offer(self, places: Sequence[PlaceKey], names: DutyNames) -> None:
        """Offer these duties in return."""
        self.returns.clear()
        for each in places:
            self.returns.addItem(names.duty(each), each)
        self.returns.setVisible(bool(places))
        self._none.setVisible(not places and self.way is Way.EXCHANGE)
        self.changed.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for row, (way, button) in enumerate(self.buttons.items()):
            grid.addWidget(button, row, 0)
            if way is Way.EXCHANGE:
                grid.addWidget(self.returns, row, 1)
                grid.addWidget(self._none, row, 1)
            elif way is Way.LATER:
                grid.addWidget(self.months, row, 1)
        grid.setColumnStretch(1, 1)

    def _on_changed(self, on: bool) -> None:  # noqa: FBT001 -- Qt's own
        if on:
            self.wanted.emit()
            self.changed.emit()
