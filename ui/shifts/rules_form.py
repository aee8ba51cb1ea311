"""The rules of planning and the day from which they hold."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.office import PlanRules, Rule
from dutydesk.errors import DomainError
from dutydesk.services import office
from ui.editing import reading
from ui.i18n import full_day, tr
from ui.session import Session
from ui.widgets.banner import BannerArea, Notice
from ui.words.refusals import refusal_text
from ui.words.rules import rule_words

_BOUNDS = {
    "rest_hours": (0, 168),
    "week_limit": (0, 7),
    "fair_bound": (1, 20),
    "sent_up_days": (0, 30),
    "swap_notice_days": (0, 30),
    "account_years": (0, 10),
}


class RulesForm(QWidget):
    """Every number is a setting; what is saved holds from the day on, what was before keeps its rules."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._kept = PlanRules()
        self._fields: dict[str, QSpinBox | QCheckBox] = {}
        self.valid_from = QLineEdit()
        self.save = QPushButton(tr("Save the rules"))
        self.save.clicked.connect(self._on_save)
        self.history = QLabel()
        self.history.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.history.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._notices = BannerArea()
        self._lay_out()

    def reload(self) -> None:
        """Show the rules of today; what is typed and not saved stays."""
        kept = self._session.read(office.rules, self._session.today())
        if self.entered() == self._kept:
            self._show(kept)
        self._kept = kept
        self.history.setText("\n".join(_history(self._session.read(office.rule_history))))
        self._enable()

    def entered(self) -> PlanRules:
        """The rules as they stand in the fields."""
        values: dict[str, Any] = {name: _value(field) for name, field in self._fields.items()}
        return replace(PlanRules(), **values)

    def field(self, name: str) -> QSpinBox | QCheckBox:
        """The field of a rule."""
        return self._fields[name]

    def notice(self) -> str:
        """Why the rules were not saved."""
        return "\n".join(self._notices.texts())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        for name, words in rule_words().items():
            field = _field(name, getattr(self._kept, name))
            field.setAccessibleName(words)
            self._fields[name] = field
            form.addRow(words, field)
            changed = field.valueChanged if isinstance(field, QSpinBox) else field.toggled
            changed.connect(self._enable)
        self.valid_from.setText(self._session.today().isoformat())
        self.valid_from.setMaximumWidth(self.fontMetrics().horizontalAdvance("0") * 14)
        form.addRow(tr("V&alid from"), self.valid_from)
        self.save.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        form.addRow("", self.save)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 10, 4, 4)
        column.setSpacing(10)
        column.addLayout(form)
        column.addWidget(self.history)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._notices)
        whole.addWidget(area)
        self._enable()

    def _show(self, rules: PlanRules) -> None:
        for name, value in asdict(rules).items():
            field = self._fields[name]
            if isinstance(field, QSpinBox):
                field.setValue(value)
            else:
                field.setChecked(value)

    def _enable(self) -> None:
        self.save.setEnabled(self.entered() != self._kept)

    def _on_save(self) -> None:
        try:
            day = reading.day(self.valid_from.text()) or self._session.today()
        except DomainError as refusal:
            self._notices.show_notice("day", Notice("error", refusal_text(refusal)))
            self.valid_from.setFocus()
            return
        self._notices.clear("day")
        wanted, by = self.entered(), self._session.author()
        if self._session.perform(office.save_rules, wanted, day, by=by) is not None:
            self._show(self._session.read(office.rules, self._session.today()))
            self._say_later(day)
            self._enable()

    def _say_later(self, day: date) -> None:
        """Fields show the rules of today; what holds later stands in the list below."""
        if day > self._session.today():
            words = tr("Saved. Until {day} the rules shown here hold.", day=full_day(day))
            self._notices.show_notice("day", Notice("good", words, dismissable=True))


def _field(name: str, value: int) -> QSpinBox | QCheckBox:
    if isinstance(value, bool):
        ticked = QCheckBox()
        ticked.setChecked(value)
        return ticked
    field = QSpinBox()
    field.setRange(*_BOUNDS[name])
    field.setValue(value)
    field.setMaximumWidth(field.fontMetrics().horizontalAdvance("0") * 12)
    return field


def _value(field: QSpinBox | QCheckBox) -> int:
    return field.value() if isinstance(field, QSpinBox) else field.isChecked()


def _history(rules: Sequence[Rule]) -> list[str]:
    """What was changed and from when, newest first."""
    names = rule_words()
    said = {"true": tr("yes"), "false": tr("no")}
    lines = [
        tr(
            "From {day}: {rule} — {value}",
            day=full_day(each.valid_from),
            rule=names[each.name],
            value=said.get(each.value, each.value),
        )
        for each in reversed(rules)
        if each.name in names
    ]
    return [tr("Changes of the rules"), *lines] if lines else []
