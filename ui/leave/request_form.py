"""The fields of a request for leave, and the request that they say."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from dutydesk.domain.dates import Period
from dutydesk.domain.leave import Half, Leave
from dutydesk.errors import MissingFieldError
from ui.editing import reading
from ui.i18n import tr, tr_in
from ui.leave.ground import Ground
from ui.widgets.name_edit import NameEdit
from ui.words.planning import half_text


class Moment(QWidget):
    """A day, typed, and the half of it, chosen."""

    changed = Signal()

    def __init__(self, name: str, half: Half) -> None:
        super().__init__()
        self.day = QLineEdit()
        self.day.setAccessibleName(name)
        self.day.setPlaceholderText("2026-11-24")
        self.half = QComboBox()
        self.half.setAccessibleName(tr("Half day"))
        for each in Half:
            self.half.addItem(half_text(each), each.value)
        self.half.setCurrentIndex(self.half.findData(half.value))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.day, 1)
        row.addWidget(self.half)
        self.day.textChanged.connect(self.changed)
        self.half.currentIndexChanged.connect(self.changed)
        self.setFocusProxy(self.day)

    def value(self) -> tuple[date, Half]:
        """The day and its half; refuses an empty or impossible day."""
        day = reading.day(self.day.text())
        if day is None:
            raise MissingFieldError("days")
        return day, Half(self.half.currentData())

    def set_value(self, day: date, half: Half) -> None:
        """Show a day and its half."""
        self.day.setText(day.isoformat())
        self.half.setCurrentIndex(self.half.findData(half.value))


class RequestForm(QWidget):
    """Every field of a slip; `changed` says that something else was typed."""

    changed = Signal()

    def __init__(self, ground: Ground, leave: Leave, *, fresh: bool) -> None:
        super().__init__()
        self._leave = leave
        names = ground.names()
        self.person, self.stand_in, self.acting = (NameEdit(names) for _ in range(3))
        self.kind = QComboBox()
        for each in ground.book.kinds:
            self.kind.addItem(each.name, each.id)
        self.begins = Moment(tr_in("leave", "First day"), Half.MORNING)
        self.ends = Moment(tr_in("leave", "Last day"), Half.AFTERNOON)
        self.reason, self.destination, self.phone = QLineEdit(), QLineEdit(), QLineEdit()
        self.handed_over, self.certificate = QLineEdit(), QLineEdit()
        self.leaves_city = QCheckBox(tr("Leaves the city"))
        self._lay_out()
        self._fill(leave, fresh=fresh)
        self._connect()

    def value(self) -> Leave:
        """The request as it is typed; refuses a day that is none and days that are reversed."""
        first, from_half = self.begins.value()
        last, to_half = self.ends.value()
        return replace(
            self._leave,
            person=self.person.key(),
            type=str(self.kind.currentData() or ""),
            period=Period(first, last),
            from_half=from_half,
            to_half=to_half,
            reason=self.reason.text().strip(),
            leaves_city=self.leaves_city.isChecked(),
            destination=self.destination.text().strip(),
            phone=self.phone.text().strip(),
            stand_in=self.stand_in.key(),
            handed_over=self.handed_over.text().strip(),
            acting=self.acting.key(),
            certificate=self.certificate.text().strip(),
        )

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        for words, widget in (
            (tr("Name"), self.person),
            (tr("Kind of leave"), self.kind),
            (tr("From"), self.begins),
            (tr("To"), self.ends),
            (tr("Reason"), self.reason),
            (tr("Stand-in"), self.stand_in),
            (tr("Handed over"), self.handed_over),
            ("", self.leaves_city),
            (tr("Destination"), self.destination),
            (tr("Telephone meanwhile"), self.phone),
            (tr("In charge meanwhile"), self.acting),
            (tr("Certificate"), self.certificate),
        ):
            widget.setAccessibleName(words or self.leaves_city.text())
            form.addRow(words, widget)

    def _fill(self, leave: Leave, *, fresh: bool) -> None:
        self.person.set_key(leave.person)
        self.stand_in.set_key(leave.stand_in)
        self.acting.set_key(leave.acting)
        self.kind.setCurrentIndex(max(self.kind.findData(leave.type), 0))
        if not fresh:
            self.begins.set_value(leave.period.first, leave.from_half)
            self.ends.set_value(leave.period.last, leave.to_half)
        self.leaves_city.setChecked(leave.leaves_city)
        for field in ("reason", "destination", "phone", "handed_over", "certificate"):
            getattr(self, field).setText(getattr(leave, field))

    def _connect(self) -> None:
        lines = (self.person, self.stand_in, self.acting, self.reason, self.destination, self.phone)
        for line in (*lines, self.handed_over, self.certificate):
            line.textChanged.connect(self.changed)
        for moment in (self.begins, self.ends):
            moment.changed.connect(self.changed)
        self.kind.currentIndexChanged.connect(self.changed)
        self.leaves_city.toggled.connect(self.changed)
