"""What the page of the log prints: the shift's log, the record of a call, or a register of what is listed."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from dutydesk.domain.log import LogEntry, LogKind
from dutydesk.exports.sheet import Sheet
from dutydesk.services.crew import crew
from dutydesk.services.handover import sheet
from dutydesk.services.instructions import all_instructions
from dutydesk.services.watch import room
from ui.clock import local
from ui.i18n import tr
from ui.paper.printing import preview
from ui.session import Session
from ui.sheets.duty_log import log_sheet
from ui.sheets.parts import Letterhead, letterhead
from ui.sheets.phone_record import phone_sheet
from ui.sheets.registers import PAPERS, VISITS, document_sheet, visitor_sheet

CALLS = frozenset({LogKind.CALL_IN, LogKind.CALL_OUT, LogKind.MEETING_NOTICE})


def shift_log(session: Session) -> Sheet | None:
    """F4: the log of the present shift; None between shifts."""
    shift = session.read(room, session.now()).shift
    if not shift:
        return None
    shown, people = session.read(sheet, shift), session.read(crew, shift)
    return log_sheet(shown, people, session.read(all_instructions), _head(session))


def call_record(session: Session, entry: LogEntry) -> Sheet:
    """F6: the record of one call."""
    return phone_sheet(entry, session.read(all_instructions), _head(session))


def visitors(session: Session, listed: Sequence[LogEntry]) -> Sheet:
    """F7: who called and who came, in the order of time."""
    return visitor_sheet(_in_time(listed), _head(session))


def documents(session: Session, listed: Sequence[LogEntry]) -> Sheet:
    """F17: documents and telegrams, in the order of time."""
    return document_sheet(_in_time(listed), _head(session))


def _head(session: Session) -> Letterhead:
    return session.read(letterhead, local(session.now()))


def _in_time(listed: Sequence[LogEntry]) -> list[LogEntry]:
    return sorted(listed, key=lambda each: (each.at, each.number))


class PrintButton(QToolButton):
    """Its menu offers what there is to print of the entries that are `listed` and `chosen`."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        listed: Callable[[], Sequence[LogEntry]],
        chosen: Callable[[], Sequence[LogEntry]],
    ) -> None:
        super().__init__(parent)
        self._session, self._listed, self._chosen = session, listed, chosen
        self.setText(tr("Print"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(tr("The log of the shift, the record of a call, or a register of what is listed"))
        self.setMenu(QMenu(self))
        self.log = self._line(tr("Log of this shift"), lambda: shift_log(session))
        self.call = self._line(
            tr("Record of the chosen call"), lambda: call_record(session, self._calls()[0])
        )
        self.visitors = self._line(tr("Register of calls and visitors"), lambda: visitors(session, listed()))
        self.documents = self._line(
            tr("Register of documents and telegrams"), lambda: documents(session, listed())
        )
        self.menu().aboutToShow.connect(self.offer)

    def offer(self) -> None:
        """Offer what the entries in sight give."""
        kinds = {each.kind for each in self._listed()}
        self.call.setEnabled(bool(self._calls()))
        self.visitors.setEnabled(not kinds.isdisjoint(VISITS))
        self.documents.setEnabled(not kinds.isdisjoint(PAPERS))

    def print_now(self) -> None:
        """Preview the record of the chosen call, or the log of the present shift."""
        (self.call if self._calls() else self.log).trigger()

    def _calls(self) -> list[LogEntry]:
        return [each for each in self._chosen()[:1] if each.kind in CALLS]

    def _line(self, words: str, make: Callable[[], Sheet | None]) -> QAction:
        def show() -> None:
            sheet = make()
            if sheet is not None:
                preview(sheet, self)

        line = self.menu().addAction(words)
        line.triggered.connect(show)
        return line
