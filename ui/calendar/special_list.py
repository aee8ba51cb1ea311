"""The special days of one year as a list."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dutydesk.domain.calendar import CalendarDay, LegalClass
from dutydesk.domain.history import Search
from dutydesk.errors import DutyDeskError
from dutydesk.services import calendar
from ui.editing import reading
from ui.editing.draft_table import DraftTable
from ui.editing.drafts import Drafts, Field, attribute, refusal_of
from ui.history.dialog import add_history, of_rows
from ui.i18n import tr, weekday
from ui.session import Session
from ui.widgets.empty_state import EmptyState
from ui.window.page_actions import action
from ui.words.planning import class_text, legal_text


class SpecialList(QWidget):
    """Each day that differs from its weekday; kind and festival are typed, days are added in the year."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._clear = action(
            self, "remove", tr("As the weekday"), "Ctrl+Del", self._on_clear, deed="clear_calendar_days"
        )
        drafts = Drafts(self._fields(), lambda each: each.day, self._keep)
        empty = EmptyState(
            "calendar",
            tr("No special days in this year"),
            tr("Enter the official notice, or set days in the year's view."),
        )
        self.list = DraftTable(tr("Special days"), drafts, actions=(self._clear,), empty=empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.list.chosen_changed.connect(self._on_chosen)
        add_history(self.list.table.view, session, self.history)
        session.recovered.connect(drafts.try_again)
        self._on_chosen()

    def history(self) -> Search:
        """The search for what became of the selected days."""
        return of_rows("calendar_day", (each.day.isoformat() for each in self.list.chosen()))

    def show_days(self, days: Sequence[CalendarDay]) -> None:
        """Show these days."""
        self.list.drafts.set_values(days)

    def _keep(self, changed: Sequence[CalendarDay]) -> DutyDeskError | None:
        by = self._session.author()
        return refusal_of(self._session, lambda: self._session.perform(calendar.save_days, changed, by=by))

    def _on_clear(self) -> None:
        days = [each.day for each in self.list.chosen()]
        self._session.perform(calendar.clear_days, days, by=self._session.author())

    def _on_chosen(self) -> None:
        self._clear.setEnabled(bool(self.list.chosen()))

    def _fields(self) -> list[Field[CalendarDay]]:
        kinds = {each: legal_text(each) for each in LegalClass}
        return [
            Field("day", tr("Date"), lambda each: each.day.isoformat()),
            Field("weekday", tr("Weekday"), lambda each: weekday(each.day), sort_key=_weekday),
            attribute(
                "legal",
                tr("Kind of day"),
                read=lambda text: reading.one_of(text, kinds),
                show=legal_text,
                choices=lambda: list(kinds.values()),
                words=tuple(kinds.values()),
                ink=_ink,
            ),
            attribute("festival", tr("Festival"), width=14),
            Field("rotation", tr("Counts as"), lambda each: class_text(each.rotation)),
            Field("source", tr("Source"), lambda each: each.source, ink=lambda _: "dim"),
        ]


def _weekday(day: CalendarDay) -> int:
    return day.day.weekday()


def _ink(day: CalendarDay) -> str:
    return "accent" if day.legal is LegalClass.ADJUSTED_WORKDAY else "festival"
