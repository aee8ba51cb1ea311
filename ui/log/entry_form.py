"""The form of one entry: kind, time, other side and words; the fields of the kind come and go with it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.log import DETAILS, Bearing, Contact, Level, LogEntry, LogKind
from ui.clock import OFFICE_ZONE, local
from ui.i18n import leading, tr
from ui.widgets.suggest_edit import SuggestEdit, Suggestion
from ui.words.log import detail_text, kind_text, level_text

_SHOWN: Final = "yyyy-MM-dd HH:mm"
_ACROSS: Final = 4
"""Fields beside each other."""
_WRITTEN: Final = "%Y-%m-%d %H:%M"
_LINES: Final = ("unit", "person", "title", "phone", "receiver", "proposal", "result")


class EntryForm(QWidget):
    """What is typed here is an entry only when it is kept; `typed` says at each change that it is not yet."""

    typed = Signal()

    def __init__(self, contacts: Callable[[str], Sequence[Contact]], now: Callable[[], datetime]) -> None:
        super().__init__()
        self._contacts, self._now = contacts, now
        self.bearing, self.about = Bearing.NEW, ""
        self._fresh, self._was_said = QDateTime(), False
        self.kind = QComboBox()
        for each in LogKind:
            self.kind.addItem(kind_text(each), each.value)
        self.at = QDateTimeEdit()
        self.at.setDisplayFormat(_SHOWN)
        self.lines: dict[str, QLineEdit] = {name: self._line(name) for name in _LINES}
        self.content = QPlainTextEdit()
        self.content.setTabChangesFocus(True)
        self.level = QComboBox()
        for level in Level:
            self.level.addItem(level_text(level), level.value)
        self.read_back, self.open = QCheckBox(tr("Read back")), QCheckBox(tr("Still to be done"))
        self.secrecy = QLabel(
            tr("Nothing of what a classified document says is entered here: only number, level and receiver.")
        )
        self.secrecy.setWordWrap(True)
        self.details: dict[str, QLineEdit] = {}
        self._fields = QGridLayout()
        self._shown: list[QWidget] = []
        self._name_parts()
        self._lay_out()
        self._connect()
        self.clear()

    def begin(self, kind: LogKind) -> None:
        """Start an entry of a kind, now; what was typed before stays if it says something."""
        if not self.said():
            self.clear()
        self.kind.setCurrentIndex(self.kind.findData(kind.value))
        self.lines["unit"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def point_at(self, entry: LogEntry, bearing: Bearing) -> None:
        """Start an entry about an earlier one; a correction begins with what that one says."""
        self.clear()
        self.bearing, self.about = bearing, entry.id
        self.kind.setCurrentIndex(self.kind.findData(entry.kind.value))
        for name in ("unit", "person", "title", "phone", "receiver"):
            self.lines[name].setText(getattr(entry, name))
        if bearing is Bearing.CORRECTS:
            self._fill(entry)
        self.content.setFocus()

    def clear(self) -> None:
        """An empty form at this minute."""
        self.bearing, self.about = Bearing.NEW, ""
        self._fresh = _shown(self._now())
        self.at.setDateTime(self._fresh)
        for line in (*self.lines.values(), *self.details.values()):
            line.clear()
        self.content.clear()
        self.level.setCurrentIndex(0)
        self.read_back.setChecked(False)
        self.open.setChecked(False)

    def said(self) -> bool:
        """Whether anything was typed."""
        lines = (*self.lines.values(), *self.details.values())
        return bool(self.content.toPlainText().strip()) or any(each.text().strip() for each in lines)

    def entry(self, entry_id: str) -> LogEntry:
        """What was typed, as an entry under this id; the time is never later than now."""
        now = self._now()
        given = self.at.dateTime().toPython()
        at = given.replace(tzinfo=OFFICE_ZONE) if isinstance(given, datetime) else now
        level = Level(self.level.currentData())
        names = DETAILS.get(LogKind(self.kind.currentData()), ())
        return LogEntry(
            id=entry_id,
            kind=LogKind(self.kind.currentData()),
            at=now if local(now).strftime(_WRITTEN) == at.strftime(_WRITTEN) else at,
            typed_at=now,
            content="" if level.classified else self.content.toPlainText().strip(),
            level=level,
            read_back=self.read_back.isChecked(),
            open=self.open.isChecked(),
            details=tuple((each, text) for each in names if (text := self.details[each].text().strip())),
            **{name: line.text().strip() for name, line in self.lines.items()},  # type: ignore[arg-type]
        )

    def facts(self) -> Mapping[str, str]:
        """Everything that was typed, for a draft."""
        return {
            "kind": str(self.kind.currentData()),
            "at": self.at.dateTime().toString(_SHOWN),
            "content": self.content.toPlainText(),
            "level": str(self.level.currentData()),
            "read_back": str(int(self.read_back.isChecked())),
            "open": str(int(self.open.isChecked())),
            "bearing": self.bearing.value,
            "about": self.about,
            **{name: line.text() for name, line in self.lines.items()},
            **{f"detail.{name}": line.text() for name, line in self.details.items()},
        }

    def restore(self, facts: Mapping[str, str]) -> None:
        """Type a draft again."""
        self.kind.setCurrentIndex(max(0, self.kind.findData(facts.get("kind", ""))))
        self.at.setDateTime(QDateTime.fromString(facts.get("at", ""), _SHOWN))
        self.level.setCurrentIndex(max(0, self.level.findData(facts.get("level", ""))))
        self.content.setPlainText(facts.get("content", ""))
        self.read_back.setChecked(facts.get("read_back") == "1")
        self.open.setChecked(facts.get("open") == "1")
        for name, line in self.lines.items():
            line.setText(facts.get(name, ""))
        for name, line in self.details.items():
            line.setText(facts.get(f"detail.{name}", ""))
        if facts.get("bearing") in set(Bearing):
            self.bearing, self.about = Bearing(facts["bearing"]), facts.get("about", "")

    def _fill(self, entry: LogEntry) -> None:
        self.at.setDateTime(_shown(entry.at))
        self.level.setCurrentIndex(self.level.findData(entry.level.value))
        self.content.setPlainText(entry.content)
        for name in ("proposal", "result"):
            self.lines[name].setText(getattr(entry, name))
        for name, line in self.details.items():
            line.setText(entry.detail(name))
        self.read_back.setChecked(entry.read_back)
        self.open.setChecked(entry.open)

    def _line(self, name: str) -> QLineEdit:
        """A line; those of the other side offer whom one spoke with before."""
        return SuggestEdit(self._offers) if name in {"unit", "person", "phone"} else QLineEdit()

    def _offers(self, text: str) -> list[Suggestion]:
        return [
            Suggestion(" ".join(filter(None, (each.unit, each.person, each.title))), each, each.phone)
            for each in self._contacts(text)
        ]

    def _take(self, contact: Contact) -> None:
        for name in ("unit", "person", "title", "phone"):
            self.lines[name].setText(getattr(contact, name))
        self.content.setFocus()

    def _name_parts(self) -> None:
        self.at.setToolTip(tr("When it happened; when it was typed is kept beside it"))
        self.read_back.setToolTip(tr("The leader's words were read back and found right"))
        self.open.setToolTip(tr("Stands on the handover until another entry settles it"))
        self.level.setToolTip(tr("A classified level closes what could say something of the content"))
        for name in ("unit", "person", "phone"):
            self.lines[name].setToolTip(
                tr("Some letters or digits are enough: whom one spoke with is offered")
            )
        self.kind.setAccessibleName(tr("Kind"))
        self.at.setAccessibleName(tr("Time"))
        self.content.setAccessibleName(tr("Content"))
        self.level.setAccessibleName(tr("Level"))
        for name, line in self.lines.items():
            line.setAccessibleName(_labels()[name])

    def _lay_out(self) -> None:
        labels = _labels()
        grid = QGridLayout()
        places: tuple[tuple[str, QWidget], ...] = (
            ("kind", self.kind),
            ("at", self.at),
            *((name, self.lines[name]) for name in ("unit", "person", "title", "phone", "receiver")),
            ("level", self.level),
        )
        for number, (name, widget) in enumerate(places):
            row, column = divmod(number, _ACROSS)
            grid.addWidget(QLabel(labels[name]), row * 2, column)
            grid.addWidget(widget, row * 2 + 1, column)
        for at, share in enumerate((2, 3, 2, 2)):
            grid.setColumnStretch(at, share)
        words = QFormLayout()
        words.addRow(labels["content"], self.content)
        words.addRow(labels["proposal"], self.lines["proposal"])
        words.addRow(labels["result"], self.lines["result"])
        self.content.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(grid)
        whole.addWidget(self.secrecy)
        whole.addLayout(self._fields)
        whole.addLayout(words, 1)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.level.currentIndexChanged.connect(self._on_level)
        for box in (self.kind, self.level):
            box.currentIndexChanged.connect(lambda _at: self.typed.emit())
        for line in self.lines.values():
            line.textChanged.connect(self._on_words)
            if isinstance(line, SuggestEdit):
                line.picked.connect(self._take)
        self.content.textChanged.connect(self._on_words)
        for tick in (self.read_back, self.open):
            tick.toggled.connect(lambda _on: self.typed.emit())
        self._on_kind()
        self._on_level()

    def _on_words(self) -> None:
        """The time is that of the first word, unless another was entered."""
        said = self.said()
        if said and not self._was_said and self.at.dateTime() == self._fresh:
            self.at.setDateTime(_shown(self._now()))
        self._was_said = said
        self.typed.emit()

    def _on_kind(self) -> None:
        """Show the fields of the kind; what was typed into those it shares stays."""
        before = {name: line.text() for name, line in self.details.items()}
        for old in self._shown:
            self._fields.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self.details, self._shown = {}, []
        for number, name in enumerate(DETAILS.get(LogKind(self.kind.currentData()), ())):
            line = QLineEdit(before.get(name, ""))
            line.setAccessibleName(detail_text(name))
            line.textChanged.connect(self._on_words)
            self.details[name] = line
            row, column = divmod(number, _ACROSS)
            for below, widget in enumerate((QLabel(leading(detail_text(name))), line)):
                self._fields.addWidget(widget, row * 2 + below, column)
                self._shown.append(widget)
        self._on_level()

    def _on_level(self) -> None:
        """A classified level takes every field away that could say something (domain.md §14)."""
        classified = Level(self.level.currentData()).classified
        self.secrecy.setVisible(classified)
        title = self.details.get("document_title")
        lines = (self.lines["proposal"], self.lines["result"], *([title] if title else []))
        self.content.setEnabled(not classified)
        for line in lines:
            line.setEnabled(not classified)
        if classified:
            self.content.clear()
            for line in lines:
                line.clear()


def _shown(instant: datetime) -> QDateTime:
    return QDateTime.fromString(local(instant).strftime(_WRITTEN), _SHOWN)


def _labels() -> dict[str, str]:
    return {
        "kind": tr("Kind"), "at": tr("Time"), "unit": tr("Unit of the other side"), "person": tr("Name"),
        "title": tr("Title"), "phone": tr("Phone of the other side"), "receiver": tr("Called person"),
        "level": tr("Level"),
        "content": tr("Content"), "proposal": tr("Proposal"), "result": tr("Result"),
    }  # fmt: skip
