"""The page of the duty log: one key begins an entry, and any two characters find one of ten years ago."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from dutydesk.domain.followups import Source
from dutydesk.domain.history import Search
from dutydesk.domain.log import Bearing, LogEntry, LogKind
from dutydesk.errors import DomainError, StoreError
from dutydesk.services import drafts, log
from dutydesk.services.changes import Topic
from dutydesk.services.ids import new_id
from ui.editing.follow_up import Origin, ask_follow_up
from ui.history.dialog import add_history, of_rows, show_history
from ui.i18n import leading, tr
from ui.log.columns import LogLine, log_columns, log_lines
from ui.log.entry_form import EntryForm
from ui.log.onward import ask_incident
from ui.log.printing import PrintButton
from ui.log.search_bar import SearchBar
from ui.log.templates import TemplateButton
from ui.page import Page
from ui.session import Session
from ui.widgets.empty_state import EmptyState
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.table_model import TableModel
from ui.window.page_actions import action, offer
from ui.words.log import kind_text

KEYS = {
    Qt.Key.Key_F5: LogKind.CALL_IN,
    Qt.Key.Key_F6: LogKind.CALL_OUT,
    Qt.Key.Key_F7: LogKind.VISITOR,
    Qt.Key.Key_F8: LogKind.DOCUMENT,
    Qt.Key.Key_F9: LogKind.URGENT,
}
_RECENT = timedelta(days=2)
_PAUSE = 700  # milliseconds from a key until the draft is on the disk


class LogPage(Page):
    """The form above, the log below; what is typed outlives a crash, what is kept is evidence.

    `drafted` says that what is being typed is on the disk.
    """

    SHOWS: ClassVar[Topic] = Topic.LOG | Topic.HANDOVER
    drafted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.form = EntryForm(
            lambda text: session.read(log.offered_contacts, text, session.person), session.now
        )
        self.keeping = action(
            self, "check", tr("Keep the entry"), "Ctrl+Return", self.keep, deed="record_entry"
        )
        self.keep_button = QToolButton()
        self.keep_button.setDefaultAction(self.keeping)
        self.keep_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.templates = TemplateButton(self, session, self.form)
        self.printing = PrintButton(self, session, self._listed, self._chosen)
        self.aim = QLabel()
        self.search = SearchBar()
        self.steps = self._make_actions()
        self.list: FilteredTable[LogLine] = FilteredTable(
            tr("Duty log"),
            TableModel(log_columns(), key=lambda line: line.entry.id),
            whole_rows=True,
            actions=self.steps,
            empty=EmptyState("log", tr("Nothing is written yet"), tr("F5 begins the entry of a call.")),
        )
        add_history(self.list.view, session, self.history)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.keep_draft)
        self._lay_out()
        self._connect()
        self._restore()
        self.begin_at(self.form.lines["unit"])

    @override
    def reload(self) -> None:
        try:
            asked = self.search.asked(self._session.now() - _RECENT)
        except DomainError as error:
            self._session.refused.emit(error)
            return
        found = self._session.read(log.search, asked)
        still_open = {each.id for each in self._session.read(log.open_entries)}
        self.list.model.set_rows(log_lines(found, still_open))
        self._on_chosen()

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {
            "find": self.search.words.setFocus,
            "history": lambda: show_history(self, self._session, self.history()),
            "log_entry": partial(self.begin, LogKind.CALL_IN),
            "print": self.printing.print_now,
        }

    def history(self) -> Search:
        """The search for what became of the chosen entries."""
        return of_rows("log_entry", (each.id for each in self._chosen()))

    @override
    def go_to(self, place: str) -> None:
        """Choose an entry by its id."""
        self.list.choose(place)

    @override
    def event(self, event: QEvent) -> bool:
        """The function keys begin entries here, whatever they do elsewhere."""
        if event.type() is QEvent.Type.ShortcutOverride and _kind_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        kind = _kind_of(event)
        if kind is not None:
            self.begin(kind)
        else:
            super().keyPressEvent(event)

    def begin(self, kind: LogKind) -> None:
        """Begin an entry of a kind, at this minute."""
        self.form.begin(kind)
        self._show_aim()

    def keep(self) -> None:
        """Keep what was typed; a refusal leaves it as it is."""
        by = self._session.author()
        entry = self.form.entry(new_id(by.at))
        deeds = {Bearing.CORRECTS: log.correct, Bearing.CONTINUES: log.pursue, Bearing.SETTLES: log.settle}
        if self.form.bearing is Bearing.NEW:
            done = self._session.perform(log.record, entry, by=by)
        else:
            done = self._session.perform(deeds[self.form.bearing], entry, self.form.about, by=by)
        if done is not None:
            self.form.clear()
            self._show_aim()
            self._drop_draft()
            self.list.choose(entry.id)
            self.form.lines["unit"].setFocus()

    def keep_draft(self) -> None:
        """Put what is being typed beside the file."""
        path = self._session.path
        if path is None or self._session.read_only:
            return
        try:
            if self.form.said():
                drafts.keep_draft(path, self.form.facts())
            else:
                drafts.drop_draft(path)
        except StoreError as error:
            self._session.refused.emit(error)
        else:
            self.drafted.emit()

    def point_at(self, bearing: Bearing) -> None:
        """Begin an entry about the chosen one."""
        for entry in self._chosen()[:1]:
            self.form.point_at(entry, bearing)
            self._show_aim(entry)

    def follow_up(self) -> None:
        """Carry the chosen entry from shift to shift until a leader closes it."""
        for entry in self._chosen()[:1]:
            origin = Origin(Source.LOG, entry.id, entry.content, entry.unit, entry.person)
            ask_follow_up(self, self._session, origin)

    def report_up(self) -> None:
        """Begin the file of an incident from the chosen entry; its clocks run from the entry's time."""
        for entry in self._chosen()[:1]:
            ask_incident(self, self._session, entry)

    def _listed(self) -> list[LogEntry]:
        return [line.entry for line in self.list.model.rows()]

    def _chosen(self) -> list[LogEntry]:
        return [line.entry for line in self.list.chosen()]

    def _on_chosen(self) -> None:
        offer(self.steps, tr("Choose an entry of the list first."), possible=bool(self.list.chosen()))

    def _show_aim(self, entry: LogEntry | None = None) -> None:
        """Say which earlier entry the form is about."""
        words = {
            Bearing.NEW: "",
            Bearing.CORRECTS: tr("Corrects entry {number}", number=entry.number if entry else ""),
            Bearing.CONTINUES: tr("Goes on with entry {number}", number=entry.number if entry else ""),
            Bearing.SETTLES: tr("Settles entry {number}", number=entry.number if entry else ""),
        }
        self.aim.setText(words[self.form.bearing])

    def _restore(self) -> None:
        """What was being typed when the program ended stands there again."""
        facts = drafts.kept_draft(self._session.path) if self._session.path else {}
        if facts:
            self.form.restore(facts)
            self.aim.setText(tr("Not kept when the program ended; it stands here again."))

    def _soon(self) -> None:
        """Put what is typed on the disk within the second, also while the typing goes on."""
        if not self._pause.isActive():
            self._pause.start(_PAUSE)

    def _drop_draft(self) -> None:
        self._pause.stop()
        self.keep_draft()

    def _make_actions(self) -> tuple[QAction, ...]:
        words = (
            ("rename", tr("Correct"), "Ctrl+Shift+R", Bearing.CORRECTS, "correct_entry"),
            ("later", tr("Go on with"), "Ctrl+Shift+G", Bearing.CONTINUES, "pursue_entry"),
            ("check", tr("Settle"), "Ctrl+Shift+S", Bearing.SETTLES, "settle_entry"),
        )
        about = (
            action(self, picture, text, keys, partial(self.point_at, bearing), deed=deed)
            for picture, text, keys, bearing, deed in words
        )
        onward = (
            action(self, "followup", tr("Follow up…"), "F4", self.follow_up, deed="register_follow_up"),
            action(self, "incident", tr("Report up…"), "Ctrl+F9", self.report_up, deed="open_incident"),
        )
        return (*about, *onward)

    def _connect(self) -> None:
        self.form.typed.connect(self._soon)
        self.search.changed.connect(self.reload)
        self.list.chosen_changed.connect(self._on_chosen)

    def _lay_out(self) -> None:
        keys = QHBoxLayout()
        for key, kind in KEYS.items():
            button = QPushButton(f"{leading(kind_text(kind))} {key.name.removeprefix('Key_')}")
            button.clicked.connect(partial(self.begin, kind))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            keys.addWidget(button)
        keys.addWidget(self.templates)
        keys.addWidget(self.aim, 1)
        keys.addWidget(self.form.read_back)
        keys.addWidget(self.form.open)
        keys.addWidget(self.keep_button)
        above = QWidget()
        upper = QVBoxLayout(above)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.addLayout(keys)
        upper.addWidget(self.form, 1)
        below = QWidget()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, 0, 0, 0)
        asking = QHBoxLayout()
        asking.addWidget(self.search, 1)
        asking.addWidget(self.printing)
        lower.addLayout(asking)
        lower.addWidget(self.list, 1)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.addWidget(above)
        halves.addWidget(below)
        halves.setStretchFactor(1, 1)
        halves.setSizes([300, 500])
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(halves)


def _kind_of(event: QEvent) -> LogKind | None:
    """The kind of entry that a key begins."""
    if not isinstance(event, QKeyEvent) or event.modifiers() != Qt.KeyboardModifier.NoModifier:
        return None
    return KEYS.get(Qt.Key(event.key()))
