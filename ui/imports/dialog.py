"""What a list would change, shown before it is written: all of it or nothing."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.people import Exemption
from dutydesk.errors import DutyDeskError
from dutydesk.services import people
from dutydesk.services.intake import Fate, Intake, Item, Offered
from ui.i18n import tr, tr_n
from ui.imports import preview_tables
from ui.imports.kinds import ImportKind
from ui.imports.offered_page import OfferedPage
from ui.refusals import refusal_text
from ui.session import Session
from ui.widgets.banner import BannerArea, Notice
from ui.widgets.name_edit import Name

_SIZE = (1040, 640)
Wanted = tuple[str, str, str]


class ImportDialog(QDialog):
    """Shows an `Intake` and takes it in; a list with refused rows can be read again once it is corrected."""

    def __init__(self, parent: QWidget | None, session: Session, kind: ImportKind, path: Path) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{kind.title}: {path.name}")
        self.resize(*_SIZE)
        self._session = session
        self._kind = kind
        self.path = path
        self._intake: Intake | None = None
        self.offered: OfferedPage | None = None
        self._pages: list[QWidget] = []
        self._summary = QLabel()
        self._notices = BannerArea()
        self.tables = QTabWidget()
        self.tables.setDocumentMode(True)
        self._buttons = QDialogButtonBox()
        self._go = QPushButton(tr("Import"))
        self._lay_out()
        self.read()

    def read(self) -> None:
        """Read the file, again after it was corrected in Excel."""
        try:
            self._intake = self._session.read(self._kind.understand, self.path)
        except DutyDeskError as refusal:
            self._intake = None
            self._notices.show_notice("state", Notice("error", refusal_text(refusal)))
        self._show()

    def summary(self) -> str:
        """The sentence above the tables."""
        return self._summary.text()

    def notice(self) -> str:
        """What the banner says."""
        return "\n".join(self._notices.texts())

    def tabs(self) -> list[str]:
        """The titles of the tables that have something in them."""
        return [self.tables.tabText(at) for at in range(self.tables.count())]

    def can_import(self) -> bool:
        """Whether there is anything to write and nothing against it."""
        return self._go.isEnabled()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(8)
        font = self._summary.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._summary.setFont(font)
        self._summary.setWordWrap(True)
        column.addWidget(self._summary)
        column.addWidget(self._notices)
        column.addWidget(self.tables, 1)
        again = self._buttons.addButton(tr("Read the file again"), QDialogButtonBox.ButtonRole.ResetRole)
        self._buttons.addButton(self._go, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._go.setDefault(True)
        again.clicked.connect(self.read)
        self._buttons.accepted.connect(self.accept_import)
        self._buttons.rejected.connect(self.reject)
        column.addWidget(self._buttons)
        self._go.setFocus()

    def _show(self) -> None:
        self._clear()
        intake = self._intake
        self._go.setEnabled(intake is not None and not intake.refused and bool(intake.writes))
        if intake is None:
            self._summary.setText("")
            return
        self._summary.setText(_summary(intake))
        self._say_state(intake)
        self._add(tr("Rows"), preview_tables.rows_table(intake), len(intake.items))
        self._add_lines(tr("Refused"), tr("Why"), preview_tables.refused_rows(intake.refused))
        self._add_offered(intake.offered)
        self._add_lines(tr("To look at"), tr("What"), preview_tables.doubt_rows(intake.doubts))
        self._add_lines(tr("Passed over"), tr("Why"), preview_tables.ignored_rows(intake.ignored))
        self._add_lines(tr("Headings"), tr("Taken as"), preview_tables.heading_rows(intake))
        self.tables.setCurrentIndex(1 if intake.refused else 0)

    def _clear(self) -> None:
        """Take the tables of the last reading away; `QTabWidget.clear` would leave them behind."""
        self.offered = None
        self.tables.clear()
        for page in self._pages:
            page.deleteLater()
        self._pages.clear()

    def _say_state(self, intake: Intake) -> None:
        changing = len(intake.items) - intake.count(Fate.UNCHANGED)
        if intake.refused:
            words = tr_n(
                "{n} row cannot be taken, so nothing is imported. Correct it in the file and read it again.",
                "{n} rows cannot be taken, so nothing is imported. "
                "Correct them in the file and read it again.",
                len(intake.refused),
            )
            self._notices.show_notice("state", Notice("error", words))
        elif not changing:
            self._notices.show_notice("state", Notice("good", tr("The file is as the list says already.")))
        else:
            self._notices.clear("state")
        self._go.setText(tr_n("Import {n} row", "Import {n} rows", changing) if changing else tr("Import"))

    def _add(self, title: str, page: QWidget, count: int) -> None:
        self._pages.append(page)
        self.tables.addTab(page, f"{title} ({count})")

    def _add_lines(self, title: str, word: str, rows: Sequence[preview_tables.Row]) -> None:
        if rows:
            self._add(title, preview_tables.lines_table(title, word, rows), len(rows))

    def _add_offered(self, offered: Sequence[Offered]) -> None:
        if offered:
            self.offered = OfferedPage(offered, self._names())
            self._add(tr("Exemptions"), self.offered, len(offered))

    def _names(self) -> list[Name]:
        staff = self._session.read(people.staff)
        return [Name(each.id, each.name, (each.initials,), each.title) for each in staff.people]

    def accept_import(self) -> None:
        """Take the list in and confirm what was ticked; a tick without a name is asked about first."""
        if self._intake is None:
            return
        ticked = self.offered.ticked() if self.offered is not None else []
        approved_by = self.offered.approved_by.text().strip() if self.offered is not None else ""
        if self.offered is not None and ticked and not approved_by:
            words = tr("Say who approved the ticked exemptions, or tick none.")
            self._notices.show_notice("state", Notice("warning", words))
            self.tables.setCurrentWidget(self.offered)
            self.offered.approved_by.setFocus()
            return
        by = self._session.author()
        if self._session.perform(self._kind.apply, self._intake, by=by) is not None:
            self._confirm(ticked, approved_by)
            self.accept()
        else:
            self.read()

    def _confirm(self, ticked: Sequence[Offered], approved_by: str) -> None:
        """Confirm what was ticked; the import gave it new ids, so it is found by what it says."""
        staff = self._session.read(people.staff)
        names = {each.id: (each.name, staff.section_name(each)) for each in staff.people}
        wanted = [((each.name, each.section), _facts(each.exemption)) for each in ticked]
        ids = [
            each.id
            for each in staff.exemptions
            if not each.confirmed and (names[each.person], _facts(each)) in wanted
        ]
        if ids:
            by = self._session.author(on_behalf_of=approved_by)
            self._session.perform(people.confirm_exemptions, ids, approved_by=approved_by, by=by)


def _facts(exemption: Exemption) -> Wanted:
    days = "/".join(str(each) for each in (exemption.first, exemption.last))
    return exemption.scope.value, exemption.reason, days


def _summary(intake: Intake) -> str:
    """What becomes of the rows, sheet by sheet where there are several."""
    sheets = tuple(dict.fromkeys(item.sheet for item in intake.items))
    parts = [_counts([item for item in intake.items if item.sheet == sheet]) for sheet in sheets]
    if len(sheets) > 1:
        pairs = zip(sheets, parts, strict=True)
        parts = [tr("{sheet}: {counts}", sheet=sheet, counts=counts) for sheet, counts in pairs]
    if intake.refused:
        parts.append(tr_n("{n} refused", "{n} refused", len(intake.refused)))
    return tr("Understood: {counts}.", counts=tr("; ").join(parts) or tr("nothing"))


def _counts(items: Sequence[Item]) -> str:
    numbers = {fate: sum(item.fate is fate for item in items) for fate in Fate}
    words = {
        Fate.ADDED: tr("{count} new", count=numbers[Fate.ADDED]),
        Fate.CHANGED: tr("{count} changed", count=numbers[Fate.CHANGED]),
        Fate.UNCHANGED: tr("{count} unchanged", count=numbers[Fate.UNCHANGED]),
        Fate.REMOVED: tr("{count} removed", count=numbers[Fate.REMOVED]),
    }
    return tr(", ").join(words[fate] for fate in Fate if numbers[fate])
