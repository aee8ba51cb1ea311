"""A dialog of labelled fields that stays open, with the reason, until what was entered is kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from dutydesk.errors import DutyDeskError
from ui.clock import OFFICE_ZONE, local
from ui.i18n import leading, tr
from ui.session import Session
from ui.theme import colours
from ui.widgets.room import give_room
from ui.widgets.roomy import Roomy
from ui.words.refusals import refusal_text

_SHOWN: Final = "yyyy-MM-dd HH:mm"
_WRITTEN: Final = "%Y-%m-%d %H:%M"
Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fact:
    """One field: text, or by its value a tick or an instant; `choices` are pairs of a value and its word.

    `hint` says what to enter, or what it is good for. `beside` is another field, on the same line.
    """

    name: str
    label: str
    value: str | bool | datetime = ""
    choices: tuple[tuple[str, str], ...] = ()
    lines: int = 1
    hint: str = ""
    beside: "Fact | None" = None


class FactsDialog(QDialog):
    """`keep` performs the deed with the answers and says whether it was done; only then the dialog closes."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        title: str,
        facts: Sequence[Fact],
        keep: Callable[[Answers], bool],
        *,
        lead: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("facts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._facts, self._keep = tuple(facts), keep
        known = [fact for each in facts for fact in (each, each.beside) if fact]
        self.fields: dict[str, QWidget] = {each.name: _field(each) for each in known}
        self.lead, self.why = QLabel(lead), QLabel()
        self.lead.setWordWrap(True)
        self.lead.setVisible(bool(lead))
        self.why.setWordWrap(True)
        self.buttons = QDialogButtonBox()
        self.go = self.buttons.addButton(tr("OK"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.hand_over)
        self.buttons.rejected.connect(self.reject)
        session.refused.connect(self._on_refused)
        self._lay_out()

    def put(self, **texts: Any) -> None:
        """Enter values into fields by their names."""
        for name, value in texts.items():
            _enter(self.fields[name], value)

    def offer_words(self, title: str, words: str, names: Sequence[str]) -> None:
        """Offer a button that puts words into those of the fields in which nothing stands yet."""
        button = self.buttons.addButton(title, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(
            lambda: self.put(**{name: words for name in names if not self.answers()[name]})
        )

    def answers(self) -> Answers:
        """What was entered, by the fields' names; instants are on the office's clock."""
        return {name: _answer(field) for name, field in self.fields.items()}

    def hand_over(self) -> None:
        """Try to keep what was entered, and close when it was kept."""
        self.why.clear()
        if self._keep(self.answers()):
            self.accept()

    def _named(self, fact: Fact) -> QWidget:
        field = self.fields[fact.name]
        field.setAccessibleName(fact.label)
        field.setToolTip(fact.hint)
        return field

    def _beside(self, fact: Fact, other: Fact) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._named(fact), 1)
        row.addWidget(self._named(other), 2)
        return row

    def _on_refused(self, error: DutyDeskError) -> None:
        self.why.setText(refusal_text(error))

    def _lay_out(self) -> None:
        form = QFormLayout()
        for each in self._facts:
            if each.beside:
                form.addRow(leading(each.label), self._beside(each, each.beside))
            else:
                form.addRow(leading(each.label), self._named(each))
        sheet = QWidget()
        sheet.setLayout(form)
        palette = self.why.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colours(self.palette()).error)
        self.why.setPalette(palette)
        column = QVBoxLayout(self)
        column.addWidget(self.lead)
        column.addWidget(Roomy(sheet), 1)
        column.addWidget(self.why)
        column.addWidget(self.buttons)
        height = self.fontMetrics().height()
        lines = sum(each.lines for each in self._facts)
        give_room(self, self.fontMetrics().averageCharWidth() * 62, min(36, 7 + 2 * lines) * height)


def _field(fact: Fact) -> QWidget:
    field: QWidget
    if isinstance(fact.value, bool):
        field = QCheckBox()
    elif isinstance(fact.value, datetime):
        field = QDateTimeEdit()
        field.setDisplayFormat(_SHOWN)
    elif fact.choices:
        field = QComboBox()
        for value, word in fact.choices:
            field.addItem(word, value)
    elif fact.lines > 1:
        field = QPlainTextEdit()
        field.setTabChangesFocus(True)
        field.setMinimumHeight(field.fontMetrics().lineSpacing() * (fact.lines + 1))
    else:
        field = QLineEdit()
        field.setPlaceholderText(fact.hint)
    _enter(field, fact.value)
    return field


def _enter(field: QWidget, value: Any) -> None:
    if isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, QDateTimeEdit):
        field.setDateTime(QDateTime.fromString(local(value).strftime(_WRITTEN), _SHOWN))
    elif isinstance(field, QComboBox):
        field.setCurrentIndex(max(0, field.findData(value)))
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(str(value))
    elif isinstance(field, QLineEdit):
        field.setText(str(value))


def _answer(field: QWidget) -> Any:
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, QDateTimeEdit):
        given = field.dateTime().toPython()
        return given.replace(tzinfo=OFFICE_ZONE) if isinstance(given, datetime) else None
    if isinstance(field, QComboBox):
        return field.currentData()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText().strip()
    return field.text().strip() if isinstance(field, QLineEdit) else None
