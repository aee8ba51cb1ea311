"""The circular before it goes out: its period, whether it names, its demands, and how it will look."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.circulars import CIRCULARS, Circular, Demand, Span, span_of
from dutydesk.domain.dates import Period, parse_day
from dutydesk.domain.seals import Occasion
from dutydesk.errors import DomainError, DutyDeskError
from dutydesk.exports import letter_docx
from dutydesk.exports.letter import Letter
from dutydesk.services import circulars
from dutydesk.services.files import write_file
from dutydesk.services.people import staff
from dutydesk.services.rulebook import in_force
from ui.clock import local
from ui.dialogs import ask_save
from ui.i18n import full_day, tr, tr_in
from ui.keeping.sealing import seal
from ui.paper.letter_printing import pdf, picture, preview
from ui.session import Session
from ui.sheets.circular import circular_letter
from ui.sheets.parts import letterhead
from ui.widgets.banner import BannerArea, Notice
from ui.widgets.room import give_room
from ui.words.discipline import span_text
from ui.words.refusals import refusal_text

_PICTURE = 460  # pixels wide
_DUE = timedelta(days=7)
_LINES = 4
_WIDTH, _HEIGHT = 1000, 620
_SHOWN = "yyyy-MM-dd"


class CircularDialog(QDialog):
    """A new circular of any period, or one that was made known; what is written out seals the journal."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Circular"))
        self._session = session
        rules = session.read(in_force, CIRCULARS, session.today())
        self.notices = BannerArea()
        self.which, self.span, self.named = QComboBox(), QComboBox(), QCheckBox(tr("by name"))
        for each in Span:
            self.span.addItem(span_text(each), each)
        self.span.setCurrentIndex(list(Span).index(Span(rules.span)))
        self.named.setChecked(rules.named)
        self.first, self.last, self.until = _day_edit(), _day_edit(), _day_edit()
        self.demands = QPlainTextEdit()
        self.demands.setTabChangesFocus(True)
        self.demands.setPlaceholderText(tr("One demand a line"))
        self.demands.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 12)
        self.sight = QLabel()
        self._fill_which(0)
        self._take_span()
        self._lay_out()
        self._connect()
        self.show_sight()

    def circular(self) -> Circular | None:
        """What the dialog says now; None where a period cannot be."""
        kept = self.which.currentData()
        if kept is not None:
            found = self._session.read(circulars.issued)
            return next(each for each in found if each.id == kept)
        until = _day(self.until)
        lines = (each.strip() for each in self.demands.toPlainText().splitlines())
        demands = [Demand(text, until) for text in lines if text]
        try:
            period = Period(_day(self.first), _day(self.last))
        except DomainError as error:
            self.notices.show_notice("period", Notice("error", refusal_text(error)))
            return None
        self.notices.clear("period")
        named, by = self.named.isChecked(), self._session.author()
        return self._session.read(circulars.compose, period, named=named, demands=demands, by=by)

    def show_sight(self) -> None:
        """Show the first page as it would be printed now."""
        kept = self.which.currentData() is not None
        for field in (self.span, self.first, self.last, self.named, self.demands, self.until, self.issue):
            field.setDisabled(kept)
        letter = self._letter()
        if letter is not None:
            self.sight.setPixmap(QPixmap.fromImage(picture(letter, _PICTURE)))
            self.sight.setAccessibleDescription(letter.title)

    def do_issue(self) -> None:
        """Make it known under the next number of its year, and ask where to write it."""
        made = self.circular()
        if made is None:
            return
        if self._session.perform(circulars.issue, made, by=self._session.author()) is None:
            return
        self.notices.clear("refused")
        self._fill_which(len(self._session.read(circulars.issued)))
        self.which.setCurrentIndex(self.which.findData(made.id))
        self.ask_where()

    def ask_where(self) -> None:
        """Ask for the file to write."""
        kinds = [(tr("Word document"), "*.docx"), (tr("PDF"), "*.pdf")]
        ask_save(self, tr("Write the circular"), kinds, self.write, tr("circular") + ".docx")

    def write(self, path: Path) -> None:
        """Write it as it stands, and seal the journal: whoever has the paper can hold the file to it."""
        letter = self._letter()
        if letter is None:
            return
        render = pdf if path.suffix.lower() == ".pdf" else letter_docx.render
        try:
            write_file(path, render(letter))
        except DutyDeskError as error:
            self._session.refused.emit(error)
            return
        seal(self._session, Occasion.EXPORT)
        words = tr("Written: {path}", path=path)
        self.notices.show_notice("written", Notice("good", words, dismissable=True))

    def look(self) -> None:
        """Open the preview of all pages."""
        letter = self._letter()
        if letter is not None:
            preview(letter, self)

    def _letter(self) -> Letter | None:
        made = self.circular()
        if made is None:
            return None
        head = self._session.read(letterhead, local(self._session.now()))
        return circular_letter(made, self._session.read(staff), head)

    def _fill_which(self, chosen: int) -> None:
        self.which.clear()
        self.which.addItem(tr("New circular"), None)
        for each in self._session.read(circulars.issued):
            words = tr(
                "No. {number} of {year}: {first} – {last}",
                number=each.number,
                year=each.period.last.year,
                first=full_day(each.period.first),
                last=full_day(each.period.last),
            )
            self.which.addItem(words, each.id)
        self.which.setCurrentIndex(chosen)

    def _take_span(self) -> None:
        """Offer the last week, half month, month or quarter that is over."""
        span = Span(self.span.currentData())
        period = span_of(span, span_of(span, self._session.today()).first - timedelta(days=1))
        days = (period.first, period.last, self._session.today() + _DUE)
        for edit, day in zip((self.first, self.last, self.until), days, strict=True):
            edit.setDate(QDate(day.year, day.month, day.day))

    def _connect(self) -> None:
        self.span.currentIndexChanged.connect(self._take_span)
        self.which.currentIndexChanged.connect(self.show_sight)
        self.named.toggled.connect(self.show_sight)
        self.demands.textChanged.connect(self.show_sight)
        for edit in (self.first, self.last, self.until):
            edit.dateChanged.connect(self.show_sight)
        self._session.refused.connect(self._on_refused)

    def _on_refused(self, error: DutyDeskError) -> None:
        self.notices.show_notice("refused", Notice("error", refusal_text(error)))

    def _lay_out(self) -> None:
        form = QFormLayout()
        rows: list[tuple[str, QWidget]] = [
            (tr("Which"), self.which), (tr("Circular for each"), self.span),
            (tr_in("circular", "First day"), self.first), (tr_in("circular", "Last day"), self.last),
            (tr("Circular tells persons"), self.named),
            (tr("Demands"), self.demands), (tr("To be done until"), self.until),
        ]  # fmt: skip
        for word, field in rows:
            field.setAccessibleName(word)
            form.addRow(word, field)
        area = QScrollArea()
        area.setWidget(self.sight)
        area.setWidgetResizable(True)
        area.setAccessibleName(tr("How it will look"))
        self.sight.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        left = QVBoxLayout()
        left.addLayout(form)
        left.addStretch(1)
        row.addLayout(left, 2)
        row.addWidget(area, 3)
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.issue = buttons.addButton(tr("Make known and write…"), role.AcceptRole)
        written = buttons.addButton(tr("Write as a draft…"), role.ActionRole)
        seen = buttons.addButton(tr("Preview…"), role.ActionRole)
        buttons.addButton(tr("Close"), role.RejectRole)
        for button, deed in ((self.issue, self.do_issue), (written, self.ask_where), (seen, self.look)):
            button.clicked.connect(deed)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.notices)
        column.addLayout(row, 1)
        column.addWidget(buttons)
        give_room(self, _WIDTH, _HEIGHT)


def _day_edit() -> QDateEdit:
    edit = QDateEdit()
    edit.setDisplayFormat(_SHOWN)
    edit.setCalendarPopup(True)
    return edit


def _day(edit: QDateEdit) -> date:
    return parse_day(edit.date().toString(_SHOWN))
