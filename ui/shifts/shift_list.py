"""The shift types of the office: when each begins and ends, and when the pattern is in force."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from PySide6.QtGui import QAction
from typing_extensions import override

from dutydesk.domain.dates import parse_time
from dutydesk.domain.duties import ShiftType, Turn
from dutydesk.errors import MissingFieldError
from dutydesk.services import duties
from dutydesk.services.duties import Pattern
from dutydesk.services.ids import new_id
from ui.editing import reading
from ui.editing.drafts import Field, attribute
from ui.editing.edited_list import Deeds, EditedList, Wording
from ui.i18n import tr
from ui.session import Session
from ui.widgets.table_model import RIGHT

_YES_NO = ("", reading.YES)
_MOST_REST = 168  # hours: a week


class ShiftList(EditedList[ShiftType]):
    """All shift types; one that duties belong to is given a last day instead of being removed."""

    def __init__(self, session: Session, pattern: Callable[[], Pattern], preset: QAction) -> None:
        self._pattern = pattern
        wording = Wording(
            tr("Shift types"),
            tr("Add a shift"),
            "shifts",
            tr("No shifts yet"),
            tr("Start from a preset, or add the shifts of your office one by one."),
        )
        deeds = Deeds(duties.save_shifts, duties.remove_shifts, "shift_type")
        super().__init__(session, wording, self._fields(), deeds, actions=(preset,), movable=True)

    def reload(self) -> None:
        """Show the shift types as they are kept now."""
        self.drafts.set_values(self._pattern().shifts)

    @override
    def new_row(self) -> ShiftType:
        after = max((each.sort for each in self._pattern().shifts), default=0) + 1
        return ShiftType(new_id(self._session.now()), "", time(8), time(8), (), sort=after)

    @override
    def arrange(self, order: list[ShiftType]) -> None:
        self.keep([replace(each, sort=number) for number, each in enumerate(order, 1)])

    def _fields(self) -> list[Field[ShiftType]]:
        turns = {Turn.DAY: tr("a day"), Turn.WEEK: tr("a week")}
        return [
            attribute("name", tr("Shift"), needed=True, ink=self._ink, width=10),
            attribute("starts", tr("Begins"), read=_time, show=_clock),
            attribute("ends", tr("Ends"), read=_time, show=_clock),
            Field("hours", tr("Hours"), _hours, sort_key=_length, align=RIGHT, ink=lambda _: "dim"),
            attribute("night", tr("Night"), read=reading.answer, show=reading.yes_text, words=_YES_NO),
            attribute("rest_hours", tr("Rest after it (h)"), read=_rest, show=str, align=RIGHT),
            attribute(
                "turn",
                tr("One turn is"),
                read=lambda text: reading.one_of(text, turns),
                show=lambda turn: turns[turn],
                choices=lambda: list(turns.values()),
                words=tuple(turns.values()),
            ),
            attribute("season", tr("Season"), read=reading.season, show=reading.season_text, width=10),
            attribute("first", tr("In force from"), read=reading.day, show=reading.day_text, width=11),
            attribute("last", tr("In force to"), read=_last, show=reading.day_text, width=11),
        ]

    def _ink(self, shift: ShiftType) -> str:
        """Dim where the pattern is not in force today."""
        return "" if shift.runs(self._session.today()) else "dim"


def _time(text: str) -> time:
    if not text:
        raise MissingFieldError(tr("time"))
    return parse_time(text)


def _clock(moment: time) -> str:
    return f"{moment:%H:%M}"


def _rest(text: str) -> int:
    return reading.number(text, 0, _MOST_REST)


def _last(text: str) -> date | None:
    return reading.day(text, end=True)


def _length(shift: ShiftType) -> float:
    begins, ends = shift.span(date(2026, 1, 1))  # any day: local time knows no summer time here
    return (ends - begins).total_seconds() / 3600


def _hours(shift: ShiftType) -> str:
    return f"{_length(shift):.3g}"
