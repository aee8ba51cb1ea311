"""Sensitive periods: days on which the office stands in greater strength."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from typing_extensions import override

from dutydesk.domain.calendar import SensitivePeriod
from dutydesk.domain.dates import Period
from dutydesk.domain.duties import Post
from dutydesk.errors import MissingFieldError
from dutydesk.services import calendar
from dutydesk.services.ids import new_id
from ui.editing import reading
from ui.editing.cell_editors import WordsDelegate
from ui.editing.drafts import Field, attribute
from ui.editing.edited_list import Deeds, EditedList, Wording
from ui.i18n import tr
from ui.session import Session
from ui.widgets.table_model import RIGHT


class SensitiveList(EditedList[SensitivePeriod]):
    """From, to, reason, and the heads that every shift of a post gets more."""

    def __init__(self, session: Session, posts: Callable[[], Sequence[Post]]) -> None:
        self._posts = posts
        wording = Wording(
            tr("Sensitive periods"),
            tr("Add a sensitive period"),
            "warning",
            tr("No sensitive periods"),
            tr("Congresses, great events, flood season: a leader on site, a second officer for those days."),
        )
        deeds = Deeds(calendar.save_sensitive_periods, calendar.remove_sensitive_periods, "sensitive_period")
        super().__init__(session, wording, self._fields(), deeds)
        self._words = WordsDelegate(self, lambda: [f"{each.name} 1" for each in posts()])
        self.edit_with("places", self._words)

    def reload(self, periods: Sequence[SensitivePeriod]) -> None:
        """Show these periods."""
        self.drafts.set_values(periods)

    @override
    def new_row(self) -> SensitivePeriod:
        today = self._session.today()
        leader = next((each.id for each in self._posts() if each.leads), "")
        places = ((leader, 1),) if leader else ()
        return SensitivePeriod(new_id(self._session.now()), Period(today, today), "", places)

    def _fields(self) -> list[Field[SensitivePeriod]]:
        return [
            Field("first", tr("From"), lambda each: each.period.first.isoformat(), _from, width=11),
            Field("last", tr("To"), lambda each: each.period.last.isoformat(), _to, needed=True, width=11),
            Field("days", tr("Days"), lambda each: str(len(each.period)), sort_key=_length, align=RIGHT),
            attribute("reason", tr("Reason"), needed=True, width=30),
            attribute(
                "places",
                tr("Extra heads in every shift"),
                read=lambda text: reading.heads(text, self._posts()),
                show=lambda places: reading.heads_text(places, self._posts()),
                width=30,
            ),
        ]


def _from(sensitive: SensitivePeriod, text: str) -> SensitivePeriod:
    """The first day; the last goes along where it would lie before it."""
    first = reading.day(text)
    if first is None:
        raise MissingFieldError(tr("From"))
    return replace(sensitive, period=Period(first, max(first, sensitive.period.last)))


def _to(sensitive: SensitivePeriod, text: str) -> SensitivePeriod:
    last = reading.day(text, end=True)
    if last is None:
        raise MissingFieldError(tr("To"))
    return replace(sensitive, period=Period(sensitive.period.first, last))


def _length(sensitive: SensitivePeriod) -> int:
    return len(sensitive.period)
