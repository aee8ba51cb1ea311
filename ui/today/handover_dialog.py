"""The handover face to face: both look at the same sheet, every open matter is ticked, and both sign."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.followups import Source
from dutydesk.domain.handover import EquipmentCheck, ShiftNote
from dutydesk.errors import DutyDeskError
from dutydesk.services import handover
from dutydesk.services.crew import crew
from dutydesk.services.handover import HandoverSheet, Parties
from dutydesk.services.open_items import open_items
from dutydesk.services.people import staff
from ui.clock import local
from ui.editing.follow_up import Origin, ask_follow_up
from ui.i18n import tr
from ui.paper.printing import preview
from ui.session import Session
from ui.sheets.handover import handover_sheet
from ui.sheets.parts import letterhead
from ui.sign_in.in_person import in_person
from ui.theme import colours
from ui.widgets.room import give_room
from ui.widgets.roomy import Roomy
from ui.widgets.tab_order import tab_as_it_lies
from ui.words.handover import equipment_text, item_text
from ui.words.refusals import refusal_text


class HandoverDialog(QDialog):
    """The sheet of one shift; it stays open until both have signed or it is closed."""

    def __init__(self, parent: QWidget, session: Session, parties: Parties) -> None:
        super().__init__(parent)
        self.setObjectName("handover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Hand over the shift"))
        self._session, self._shift = session, parties.shift
        self.notes = {name: QLineEdit() for name in ("weather", "warnings", "summary", "watch_points")}
        self.items: dict[str, QCheckBox] = {}
        self.orders: dict[str, QCheckBox] = {}
        self.equipment: dict[str, tuple[QCheckBox, QLineEdit]] = {}
        self.outgoing, self.incoming = QComboBox(), QComboBox()
        self.objection = QLineEdit()
        self.give = QPushButton(tr("Sign as outgoing officer"))
        self.take = QPushButton(tr("Sign as incoming officer"))
        self.follow = QPushButton(tr("Follow up… (F4)"))
        QShortcut(QKeySequence("F4"), self, self.follow_up)
        self.all_well = QPushButton(tr("All in order"))
        for button in (self.give, self.take, self.follow, self.all_well):
            button.setAutoDefault(False)  # Enter ends a line here, and signs nothing
        self.state, self.why = QLabel(), QLabel()
        self.state.setWordWrap(True)
        self.why.setWordWrap(True)
        self._seen, self._things = QVBoxLayout(), QGridLayout()
        self._lay_out()
        self._fill_names(parties)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Bring the open matters and the state up to date; what was ticked stays ticked."""
        shown = self._session.read(handover.sheet, self._shift)
        if not any(each.text() for each in self.notes.values()):
            for name, line in self.notes.items():
                line.setText(getattr(shown.note, name))
        self._show_items(shown)
        tab_as_it_lies(self)
        given, taken = shown.handover, shown.takeover
        for widget in (self.give, *self.notes.values(), self.outgoing):
            widget.setEnabled(given is None)
        self.take.setEnabled(given is not None and taken is None)
        self.take.setToolTip(tr("The outgoing officer signs first.") if given is None else "")
        self.give.setToolTip(
            "" if self.incoming.count() else tr("The relief signs in first, on the page Today.")
        )
        _say(self.state, self._words(shown))

    def keep_note(self) -> bool:
        """Keep what was written about the shift, as soon as a line is left; False after a refusal."""
        note = ShiftNote(self._shift, **{name: line.text().strip() for name, line in self.notes.items()})
        shown = self._session.read(handover.sheet, self._shift)
        if shown.handover is not None or note == shown.note:
            return True
        return self._session.perform(handover.save_note, note, by=self._session.author()) is not None

    def follow_up(self) -> None:
        """Ask for a matter that the shifts to come pursue."""
        ask_follow_up(self, self._session, Origin(Source.HANDOVER, self._shift))

    def check_all(self) -> None:
        """Tick everything on the list of things."""
        for tick, _ in self.equipment.values():
            tick.setChecked(True)

    def sign_out(self) -> None:
        """The outgoing officer signs, with the PIN where the office has them."""
        in_person(self, self._session, str(self.outgoing.currentData() or ""), self._give)

    def sign_in(self) -> None:
        """The incoming officer signs, with the PIN where the office has them."""
        in_person(self, self._session, str(self.incoming.currentData() or ""), self._take)

    def _give(self) -> None:
        """The note is kept first, so that the sheet has it."""
        _say(self.why, "")
        if not self.keep_note():
            return
        checks = [
            EquipmentCheck(name, in_order=tick.isChecked(), note=line.text().strip())
            for name, (tick, line) in self.equipment.items()
        ]
        person = str(self.outgoing.currentData() or "")
        self._session.perform(handover.hand_over, self._shift, person, checks, by=self._session.author())

    def _take(self) -> None:
        """Sign for every matter that is ticked; the shift is sealed with it."""
        _say(self.why, "")
        done = self._session.perform(
            handover.take_over,
            self._shift,
            str(self.incoming.currentData() or ""),
            seen=[key for key, tick in self.items.items() if tick.isChecked()],
            acknowledged=[key for key, tick in self.orders.items() if tick.isChecked()],
            objection=self.objection.text(),
            by=self._session.author(),
        )
        if done is not None:
            self.print_sheet()
            self.accept()

    def print_sheet(self) -> None:
        """Preview the sheet as it is signed so far."""
        session = self._session
        head = session.read(letterhead, local(session.now()))
        shown, people = session.read(handover.sheet, self._shift), session.read(crew, self._shift)
        preview(handover_sheet(shown, people, session.read(staff).named, head), self.parentWidget())

    def _connect(self) -> None:
        self.give.clicked.connect(self.sign_out)
        self.take.clicked.connect(self.sign_in)
        self.follow.clicked.connect(self.follow_up)
        self.all_well.clicked.connect(self.check_all)
        for line in self.notes.values():
            line.editingFinished.connect(self.keep_note)
        self._session.changed.connect(self.refresh)
        self._session.refused.connect(self._on_refused)

    def _on_refused(self, error: DutyDeskError) -> None:
        _say(self.why, refusal_text(error))

    def _fill_names(self, parties: Parties) -> None:
        names = self._session.read(staff)
        for box, people in ((self.outgoing, parties.outgoing), (self.incoming, parties.incoming)):
            for person in people:
                box.addItem(names.named(person), person)

    def _show_items(self, shown: HandoverSheet) -> None:
        """A box for each open matter and standing order; new ones appear below."""
        for item in self._session.read(open_items):
            if item.key not in self.items:
                due = f"　{local(item.due):%m-%d %H:%M}" if item.due else ""
                words = f"[{item_text(item.kind)}] {item.text.replace(chr(10), ' ')}{due}"
                self.items[item.key] = self._box(words)
        for order in shown.orders:
            if order.id not in self.orders:
                self.orders[order.id] = self._box(tr("Standing order: {text}", text=order.text))
        for name in shown.rules.equipment:
            if name not in self.equipment:
                tick, line = QCheckBox(equipment_text(name)), QLineEdit()
                line.setPlaceholderText(tr("what is wrong"))
                wrong = tr("what is wrong")
                line.setAccessibleName(tr("{label}: {text}", label=equipment_text(name), text=wrong))
                row = len(self.equipment)
                self.equipment[name] = (tick, line)
                self._things.addWidget(tick, row // 2, row % 2 * 2)
                self._things.addWidget(line, row // 2, row % 2 * 2 + 1)

    def _box(self, words: str) -> QCheckBox:
        box = QCheckBox(words)
        self._seen.addWidget(box)
        return box

    def _words(self, shown: HandoverSheet) -> str:
        names = self._session.read(staff)
        quiet = tr("Nothing unusual in this shift.") if shown.quiet else ""
        if shown.handover is None:
            return quiet
        signed = f"{local(shown.handover.signed_at):%H:%M:%S}"
        given = tr("{person} signed at {time}.", person=names.named(shown.handover.outgoing), time=signed)
        return " ".join(filter(None, (quiet, given)))

    def _lay_out(self) -> None:
        below = QFormLayout()
        self.objection.setAccessibleName(tr("Objections"))
        below.addRow(tr("Objections"), self.objection)
        signing = QHBoxLayout()
        names = ((tr("Outgoing officer"), self.outgoing), (tr("Incoming officer"), self.incoming))
        for label, widget in names:
            widget.setAccessibleName(label)
            signing.addWidget(QLabel(label))
            signing.addWidget(widget, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.give)
        buttons.addWidget(self.take)
        whole = QVBoxLayout(self)
        whole.addWidget(Roomy(self._sheet()), 1)
        whole.addWidget(self.state)
        palette = self.why.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colours(self.palette()).error)
        self.why.setPalette(palette)
        whole.addWidget(self.why)
        whole.addLayout(signing)
        whole.addLayout(below)
        whole.addLayout(buttons)
        give_room(self, self.fontMetrics().averageCharWidth() * 78, self.fontMetrics().height() * 38)

    def _sheet(self) -> QWidget:
        """What both look at together: the words of the shift, what is open, and the equipment."""
        labels = {
            "weather": tr("Weather"),
            "warnings": tr("Warnings"),
            "summary": tr("Summary of the shift"),
            "watch_points": tr("What to watch"),
        }
        words = QFormLayout()
        for name, line in self.notes.items():
            line.setAccessibleName(labels[name])
            words.addRow(labels[name], line)
        seen = QGroupBox(tr("Open matters, each looked at together"))
        matters = QVBoxLayout(seen)
        matters.addLayout(self._seen)
        matters.addWidget(self.follow, 0, Qt.AlignmentFlag.AlignLeft)
        things = QGroupBox(tr("Equipment and things"))
        around = QVBoxLayout(things)
        around.addLayout(self._things)
        around.addWidget(self.all_well, 0, Qt.AlignmentFlag.AlignLeft)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.addLayout(words)
        column.addWidget(seen)
        column.addWidget(things)
        column.addStretch(1)
        return sheet


def _say(label: QLabel, words: str) -> None:
    """Say something; an empty line takes no room from the sheet."""
    label.setText(words)
    label.setVisible(bool(words))
