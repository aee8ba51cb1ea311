"""The numbers of leave and the day from which they hold."""

from dataclasses import replace

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.leave.rules import LEAVE, LeaveRules
from dutydesk.errors import DomainError
from dutydesk.services.rulebook import in_force, save_family
from ui.editing import reading
from ui.i18n import tr
from ui.session import Session
from ui.widgets.banner import BannerArea, Notice
from ui.words.refusals import refusal_text

_LINE = 24  # digits
_BOUNDS = {"longest_days": (1, 999), "grace_days": (0, 30), "notice_days": (0, 30)}


class LeaveRulesForm(QWidget):
    """Every number is a setting; what is saved holds from the day on, what was before keeps its rules."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._kept = LeaveRules()
        self.numbers = {name: _number(name) for name in _BOUNDS}
        self.heads_apart = QCheckBox()
        self.scale = QLineEdit()
        self.valid_from = QLineEdit(session.today().isoformat())
        self.save = QPushButton(tr("Save the rules"))
        self.save.clicked.connect(self.keep)
        self._notices = BannerArea()
        self._lay_out()

    def reload(self) -> None:
        """Show the rules of today."""
        self._kept = self._session.read(in_force, LEAVE, self._session.today())
        for name, field in self.numbers.items():
            field.setValue(getattr(self._kept, name))
        self.heads_apart.setChecked(self._kept.heads_apart)
        self.scale.setText(reading.scale_text(self._kept.annual_scale))

    def notice(self) -> str:
        """Why the rules were not saved."""
        return "\n".join(self._notices.texts())

    def keep(self) -> None:
        """Let what is entered hold from the day given."""
        self._notices.clear("refused")
        try:
            day = reading.day(self.valid_from.text()) or self._session.today()
            wanted = self._entered()
        except DomainError as refusal:
            self._notices.show_notice("refused", Notice("error", refusal_text(refusal)))
            return
        self._session.perform(save_family, LEAVE, wanted, day, by=self._session.author())

    def _entered(self) -> LeaveRules:
        return replace(
            self._kept,
            longest_days=self.numbers["longest_days"].value(),
            grace_days=self.numbers["grace_days"].value(),
            notice_days=self.numbers["notice_days"].value(),
            heads_apart=self.heads_apart.isChecked(),
            annual_scale=reading.scale(self.scale.text()),
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        for line in (self.scale, self.valid_from):
            line.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * _LINE)
        for words, field in (
            (tr("Most days of one request"), self.numbers["longest_days"]),
            (tr("Report back within (working days after the end)"), self.numbers["grace_days"]),
            (tr("Trip out of town is reported (days before)"), self.numbers["notice_days"]),
            (tr("Chief and first deputy never both away"), self.heads_apart),
            (tr("Annual leave: years of service and days"), self.scale),
            (tr("V&alid from"), self.valid_from),
            ("", self.save),
        ):
            field.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            field.setAccessibleName(words or self.save.text())
            form.addRow(words, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 10, 4, 4)
        column.addWidget(self._notices)
        column.addLayout(form)
        column.addStretch(1)


def _number(name: str) -> QSpinBox:
    field = QSpinBox()
    field.setRange(*_BOUNDS[name])
    return field
