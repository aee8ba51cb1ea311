"""An `Intake` to look at: a sentence, what stands in its way, and its rows, table by table."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from dutydesk.errors import DutyDeskError
from dutydesk.services.intake import Fate, Intake, Item, Offered
from ui.i18n import tr, tr_n
from ui.imports import preview_tables
from ui.imports.offered_page import OfferedPage
from ui.widgets.banner import BannerArea, Notice
from ui.widgets.name_edit import Name
from ui.words.refusals import refusal_text

_FIRST = (Fate.ADDED, Fate.CHANGED, Fate.REMOVED, Fate.UNCHANGED)
"""What a row is counted as that is several things at once."""


class IntakeView(QWidget):
    """Shows what was understood; with `names` it asks for the exemptions too, approved by one of those.

    `headings` are those of the two columns that say which row it is.
    """

    def __init__(self, names: Sequence[Name] | None = None, headings: tuple[str, str] | None = None) -> None:
        super().__init__()
        self._headings = headings
        self._names = names
        self._summary = QLabel()
        self._notices = BannerArea()
        self.tables = QTabWidget()
        self.tables.setDocumentMode(True)
        self.offered: OfferedPage | None = None
        self._pages: list[QWidget] = []
        self._lay_out()

    def show_intake(self, intake: Intake) -> None:
        """Show what a list would change, the refused rows first."""
        self._clear()
        self._summary.setText(_summary(intake))
        self._say_state(intake)
        self._add(tr("Rows"), preview_tables.rows_table(intake, self._headings), len(intake.items))
        self._add_lines(tr("Refused"), tr("Why"), preview_tables.refused_rows(intake.refused))
        self._add_offered(intake.offered)
        self._add_lines(tr("To look at"), tr("What"), preview_tables.doubt_rows(intake.doubts))
        self._add_lines(tr("Passed over"), tr("Why"), preview_tables.ignored_rows(intake.ignored))
        self._add_lines(tr("Headings"), tr("Taken as"), preview_tables.heading_rows(intake))
        self.tables.setCurrentIndex(1 if intake.refused else 0)

    def show_refusal(self, refusal: DutyDeskError) -> None:
        """Say why a file could not be understood at all."""
        self._clear()
        self._summary.setText("")
        self.say(Notice("error", refusal_text(refusal)))

    def say(self, notice: Notice) -> None:
        """Say something about the list above its tables."""
        self._notices.show_notice("state", notice)

    def summary(self) -> str:
        """The sentence above the tables."""
        return self._summary.text()

    def notice(self) -> str:
        """What the banner says."""
        return "\n".join(self._notices.texts())

    def tabs(self) -> list[str]:
        """The titles of the tables that have something in them."""
        return [self.tables.tabText(at) for at in range(self.tables.count())]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        font = self._summary.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._summary.setFont(font)
        self._summary.setWordWrap(True)
        column.addWidget(self._summary)
        column.addWidget(self._notices)
        column.addWidget(self.tables, 1)

    def _clear(self) -> None:
        """Take the tables of the last reading away; `QTabWidget.clear` would leave them behind."""
        self.offered = None
        self.tables.clear()
        for page in self._pages:
            page.deleteLater()
        self._pages.clear()

    def _say_state(self, intake: Intake) -> None:
        if intake.refused:
            words = tr_n(
                "{n} row cannot be taken, so nothing is imported. Correct it in the file and read it again.",
                "{n} rows cannot be taken, so nothing is imported. "
                "Correct them in the file and read it again.",
                len(intake.refused),
            )
            self.say(Notice("error", words))
        elif not changing(intake):
            self.say(Notice("good", tr("The file is as the list says already.")))
        else:
            self._notices.clear("state")

    def _add(self, title: str, page: QWidget, count: int) -> None:
        self._pages.append(page)
        self.tables.addTab(page, f"{title} ({count})")

    def _add_lines(self, title: str, word: str, rows: Sequence[preview_tables.Row]) -> None:
        if rows:
            self._add(title, preview_tables.lines_table(title, word, rows), len(rows))

    def _add_offered(self, offered: Sequence[Offered]) -> None:
        if offered and self._names is not None:
            self.offered = OfferedPage(offered, self._names)
            self._add(tr("Exemptions"), self.offered, len(offered))


def changing(intake: Intake) -> int:
    """How many rows would change something."""
    return sum(fate is not Fate.UNCHANGED for fate in _fates(intake.items))


def import_words(intake: Intake | None) -> str:
    """What the button that takes a list in says."""
    rows = changing(intake) if intake is not None else 0
    return tr_n("Import {n} row", "Import {n} rows", rows) if rows else tr("Import")


def can_import(intake: Intake | None) -> bool:
    """Whether there is anything to write and nothing against it."""
    return intake is not None and not intake.refused and bool(intake.writes)


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


def _fates(items: Sequence[Item]) -> list[Fate]:
    """What becomes of each row of the list: one that tells of a person and of a tally is counted once."""
    rows: dict[tuple[str, int, str], set[Fate]] = {}
    for item in items:
        rows.setdefault((item.sheet, item.line, "" if item.line else item.name), set()).add(item.fate)
    return [next(fate for fate in _FIRST if fate in found) for found in rows.values()]


def _counts(items: Sequence[Item]) -> str:
    fates = _fates(items)
    numbers = {fate: fates.count(fate) for fate in Fate}
    words = {
        Fate.ADDED: tr("{count} new", count=numbers[Fate.ADDED]),
        Fate.CHANGED: tr("{count} changed", count=numbers[Fate.CHANGED]),
        Fate.UNCHANGED: tr("{count} unchanged", count=numbers[Fate.UNCHANGED]),
        Fate.REMOVED: tr("{count} removed", count=numbers[Fate.REMOVED]),
    }
    return tr(", ").join(words[fate] for fate in Fate if numbers[fate])
