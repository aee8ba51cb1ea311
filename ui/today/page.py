"""The page of this moment: who is on duty, what runs, what is open, who is away and what is missing."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout
from typing_extensions import override

from dutydesk.errors import StoreError
from dutydesk.services import watch
from dutydesk.services.backups import Good
from dutydesk.services.changes import Topic
from dutydesk.services.handover import parties
from dutydesk.services.people import staff
from dutydesk.services.today import Manned, Today, last_backup, today
from ui.dialogs import ask_text
from ui.i18n import tr
from ui.page import Page
from ui.session import Session
from ui.theme import colours
from ui.today import words
from ui.today.arrival_dialog import ArrivalDialog
from ui.today.board import Board
from ui.today.duty_card import DutyCard
from ui.today.lines import Lines
from ui.today.more import MoreButton
from ui.widgets.name_edit import Name
from ui.window.pulse import Pulse

_ROOMY = 4  # places that a small screen shows in large letters, with the next shift below them


class TodayPage(Page):
    """Right to the second: it reads again at every change of its own, and at each full minute."""

    SHOWS: ClassVar[Topic] = ~Topic.EVIDENCE

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._shown: Today | None = None
        self._board: Board | None = None
        self.head, self.relief = _heading(1.5), _heading(1.2)
        self._cards: list[DutyCard] = []
        self.following = Lines(tr("Next shift"), tr("Nobody is down for the next shift."))
        self.relieving = QPushButton(tr("Relief signs in"))
        self.relieving.setMenu(QMenu(self.relieving))
        self.relieving.menu().aboutToShow.connect(self._offer_relief)
        self.relieving.setToolTip(tr("Those of the next shift sign in when they come, also before it begins"))
        self.clocks = Lines(tr("Reports due"), tr("No report is due."))
        self.follow_ups = Lines(tr("Open follow-ups"), tr("Nothing is open."))
        self.away = Lines(tr("Away now"), tr("Nobody is away."))
        self.gaps = Lines(tr("Empty places ahead"), tr("Every place ahead is filled."))
        self.backup = Lines(tr("Last good backup"), tr("No backup yet"))
        self.board = QPushButton(tr("Show on the whole screen"))
        self.board.clicked.connect(self.show_board)
        self.handing = QPushButton(tr("Hand over the shift…"))
        self.handing.clicked.connect(self.hand_over)
        QShortcut(
            QKeySequence("Ctrl+Shift+H"), self, self.hand_over, context=Qt.ShortcutContext.WindowShortcut
        )
        self.handing.setToolTip(tr("Both look at the sheet together and sign (Ctrl+Shift+H)"))
        self.board.setToolTip(tr("To be read from across the room; F11, and Esc to come back"))
        self.more = MoreButton(self, session)
        self._duty = QVBoxLayout()
        self._lay_out()
        self.pulse = Pulse(self, session.now)
        self.pulse.beat.connect(self._on_beat)
        session.backed_up.connect(self._show_backup)
        self.begin_at(self.handing)

    @override
    def reload(self) -> None:
        now = self._session.now()
        shown = self._shown = self._session.read(today, now, viewer=self._session.person)
        self._show_duty(shown)
        self.following.show_lines(words.following_lines(shown))
        self.relieving.setVisible(bool(shown.may_come))
        self.relieving.setEnabled(self._may_sign_in())
        self.follow_ups.show_lines(words.follow_up_lines(shown))
        self.away.show_lines(words.away_lines(shown))
        self.gaps.show_lines(words.gap_lines(shown))
        self._show_backup(self._session.read(last_backup))
        self._tick()

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"full_screen": self.show_board}

    def show_board(self) -> None:
        """Fill the screen with who is on duty; Esc comes back."""
        self._board = Board(self)
        self._board.destroyed.connect(self._forget_board)
        self._tick()
        self._board.showFullScreen()

    def arrive(self, manned: Manned) -> None:
        """Ask who takes a place."""
        known = self._session.read(staff)
        names = [Name(each.id, known.named(each.id), (each.initials, each.pinyin)) for each in known.people]
        dialog = ArrivalDialog(self, manned, names, preset=self._session.person)
        dialog.given.connect(partial(self._sign_in, manned))
        dialog.open()

    def hand_over(self) -> None:
        """Open the sheet with which the shift under way is handed over."""
        from ui.today.handover_dialog import HandoverDialog  # noqa: PLC0415 - it brings all of printing

        found = self._session.read(parties, self._session.now())
        if found.shift:
            HandoverDialog(self, self._session, found).open()

    def leave(self, manned: Manned) -> None:
        """Sign somebody out; before the end the reason is asked for."""
        if self._session.now() < manned.stint.ends and not self._is_relieved(manned):
            title = tr("Sign out before the end")
            question = tr(
                "Why does {person} leave before the end?", person=manned.person.name if manned.person else ""
            )
            ask_text(self, title, question, partial(self._sign_out, manned))
        else:
            self._sign_out(manned, "")

    def beat(self) -> None:
        """Look at the clock: read again where something changed by itself or a minute is over."""
        now = self._session.now()
        shown = self._shown
        minute = shown is None or (now - shown.now).total_seconds() >= 60 - shown.now.second
        if shown is None or minute or now >= shown.next_change or now < shown.now:
            self._read()
        else:
            self._tick()

    def texts(self) -> list[list[str]]:
        """What stands on the cards, in their order."""
        return [each.texts() for each in self._cards if not each.isHidden()]

    @property
    def cards(self) -> list[DutyCard]:
        """The places in sight, in their order."""
        return [each for each in self._cards if not each.isHidden()]

    def _on_beat(self) -> None:
        try:
            self.beat()
        except StoreError as error:  # the file is away: it is told, and looked for at the next minute
            self._session.refused.emit(error)
            self.pulse.wait(None, by_the_second=False)

    def _order_tabs(self) -> None:
        """Tab goes from the buttons above to the places and to the relief; in the window only this lasts."""
        buttons = [button for card in self._cards for button in (card.come, card.go)]
        for one, other in pairwise((self.handing, self.board, self.more, *buttons, self.relieving)):
            self.setTabOrder(one, other)

    def _show_duty(self, shown: Today) -> None:
        known = len(self._cards)
        while len(self._cards) < len(shown.on_duty):
            card = DutyCard()
            card.arriving.connect(self.arrive)
            card.leaving.connect(self.leave)
            self._cards.append(card)
            self._duty.insertWidget(len(self._cards) - 1, card)
        if len(self._cards) > known:
            self._order_tabs()
        may_act, dense = self._may_sign_in(), len(shown.on_duty) > _ROOMY
        self._duty.setSpacing(4 if dense else 8)
        for at, card in enumerate(self._cards):
            card.setVisible(at < len(shown.on_duty))
            if at < len(shown.on_duty):
                card.show_place(shown.on_duty[at], may_act=may_act, dense=dense)
        nobody = "" if shown.on_duty else tr("Nobody is on duty now.")
        self.relief.setText(words.relief_line(shown) or nobody)
        self.relief.setVisible(bool(self.relief.text()))
        palette = self.relief.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colours(self.palette()).error)
        self.relief.setPalette(palette)

    def _may_sign_in(self) -> bool:
        return not self._session.read_only and self._session.obstacle("sign_in") is None

    def _offer_relief(self) -> None:
        """A line for each place of the next shift at which one may sign in already."""
        menu = self.relieving.menu()
        menu.clear()
        for each in self._shown.may_come if self._shown else ():
            menu.addAction(words.manned_text(each)).triggered.connect(partial(self.arrive, each))

    def _tick(self) -> None:
        """What changes from second to second; then wait for the next change."""
        shown = self._shown
        if shown is None:
            return
        now = self._session.now()
        head, lines = words.headline(shown, now), words.clock_lines(shown, self._session.sure_now())
        self.head.setText(head)
        self.clocks.show_lines(lines)
        if self._board is not None:
            self._board.show_now(head, shown.on_duty, lines)
        self.pulse.wait(shown.next_change, by_the_second=bool(shown.clocks))

    def _show_backup(self, last: Good | None) -> None:
        self.backup.show_lines(words.backup_lines(last))

    def _sign_in(self, manned: Manned, person: str, leader: str, unauthorised: bool) -> None:  # noqa: FBT001
        self._session.perform(
            watch.sign_in,
            manned.stint.place,
            person,
            cover_by=leader,
            unauthorised=unauthorised,
            by=self._session.author(),
        )

    def _sign_out(self, manned: Manned, reason: str) -> None:
        watched = manned.watched
        if watched is not None and watched.attendance is not None:
            by = self._session.author(reason=reason)
            self._session.perform(watch.sign_out, watched.attendance.id, by=by)

    def _is_relieved(self, manned: Manned) -> bool:
        return self._session.read(watch.is_relieved, manned.stint.place, self._session.now())

    def _forget_board(self) -> None:
        self._board = None

    def _lay_out(self) -> None:
        self._duty.addWidget(self.following)
        self._duty.addWidget(self.relieving, 0, Qt.AlignmentFlag.AlignLeft)
        self._duty.addStretch(1)
        side = QVBoxLayout()
        side.setSpacing(8)
        for part in (self.clocks, self.follow_ups, self.away, self.gaps, self.backup):
            side.addWidget(part)
        side.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 10, 16, 10)
        grid.setSpacing(10)
        grid.addWidget(self.head, 0, 0)
        buttons = QHBoxLayout()
        buttons.addWidget(self.handing)
        buttons.addWidget(self.board)
        buttons.addWidget(self.more)
        grid.addLayout(buttons, 0, 1)
        grid.addWidget(self.relief, 1, 0, 1, 2)
        grid.addLayout(self._duty, 2, 0)
        grid.addLayout(side, 2, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.setRowStretch(2, 1)


def _heading(factor: float) -> QLabel:
    label = QLabel()
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(True)
    label.setFont(font)
    label.setWordWrap(True)
    return label
