"""What must not be missed on whatever page: report clocks in the title, and what is late above every page."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from dutydesk.domain.incidents import ClockState
from dutydesk.errors import StoreError
from dutydesk.services import discipline, followups, incidents, watch
from dutydesk.services.alarms import Alarms, alarms
from dutydesk.services.changes import Changes, Topic
from ui.i18n import tr
from ui.session import Session
from ui.widgets.banner import Notice
from ui.window.bell import ring
from ui.window.pulse import Pulse
from ui.words.alarms import late_text, title_text, unrostered_text, vacant_text

_HEEDS = (
    Topic.INCIDENTS | Topic.WATCH | Topic.ROSTER | Topic.SHIFTS | Topic.PEOPLE | Topic.OFFICE | Topic.LEAVE
    | Topic.FOLLOW_UPS
)  # fmt: skip
_TONES: Mapping[ClockState, int] = {ClockState.WARNING: 1, ClockState.URGENT: 2, ClockState.OVERDUE: 3}
_VACANT_TONES = 3
_NOTED: Final[tuple[tuple[Callable[..., Any], Callable[..., Changes]], ...]] = (
    (incidents.unnoted_late, incidents.note_late_reports),
    (watch.unnoted_vacancies, watch.note_vacancies),
    (discipline.unnoted_returns, discipline.note_overdue_returns),
    (followups.unnoted_overdue, followups.note_overdue),
)
"""What discipline hears of when a time is over: whether something is new, and the deed that notes it."""
Go = Callable[[str, str], None]


class Alarm(QObject):
    """Counts down in the window's title; `changed` says that other notices hold.

    It rings once at each stage of a clock and again while one is overdue, once for an empty place, and notes
    what discipline must hear of. After a restart it rings for what is late by then.
    """

    changed = Signal()

    def __init__(self, window: QWidget, session: Session, bell: Callable[[int], None] = ring) -> None:
        super().__init__(window)
        self._window, self._session, self._ring = window, session, bell
        self._name = ""
        self._found: Alarms | None = None
        self._looked = session.now()
        self._said: tuple[tuple[str, str], ...] = ()
        self._heard: set[tuple[str, ...]] = set()
        self._pulse = Pulse(self, session.now)
        self._pulse.beat.connect(self.beat)
        session.changed.connect(self._on_changed)
        session.signed.connect(self.look)

    def call_window(self, name: str) -> None:
        """Give the window this name, after what is due first."""
        self._name = name
        if self._found is None:
            self.look()
        else:
            self._tell_title(self._session.sure_now())

    def look(self) -> None:
        """See anew what runs and who is missing; a file that cannot be read is looked at again later."""
        now = self._looked = self._session.sure_now()
        try:
            self._found = self._session.read(alarms, now, viewer=self._session.person)
            self._note()
        except StoreError:  # it is told by a banner of its own
            self._found = self._found or Alarms((), (), 1)
        self._tell(now)

    def beat(self) -> None:
        """Count down; at each full minute, and where the clock was set, look anew."""
        now = self._session.sure_now()
        if now < self._looked or now.replace(second=0) != self._looked.replace(second=0):
            self.look()
        else:
            self._tell(now)

    def notices(self, go: Go) -> dict[str, Notice]:
        """What stands above every page now, by keys; `go` leads to a page and a place on it."""
        found: dict[str, Notice] = {}
        if self._found is None:
            return found
        now = self._session.sure_now()
        for incident, clock in self._found.clocks:  # of two late ones of an incident the first due is told
            state, key = clock.state(now), f"clock_{incident.id}"
            if state in _TONES and key not in found:
                kind = "error" if state is ClockState.OVERDUE else "warning"
                way = partial(go, "incidents", incident.id)
                found[key] = Notice(kind, late_text(incident, clock, state), tr("Report…"), way)
        if self._found.unrostered:
            day = self._found.unrostered[0].stint.place.day.isoformat()
            words = unrostered_text(self._found.unrostered)
            found["unrostered"] = Notice("warning", words, tr("Go"), partial(go, "roster", day))
        if self._found.vacant:
            found["vacant"] = Notice(
                "error", vacant_text(self._found.vacant), tr("Go"), partial(go, "today", "")
            )
        return found

    def _on_changed(self, changes: Changes) -> None:
        if changes.topics & _HEEDS:
            self.look()

    def _tell(self, now: datetime) -> None:
        self._tell_title(now)
        self._sound(now)
        said = tuple((key, each.text) for key, each in self.notices(lambda _page, _place: None).items())
        if said != self._said:
            self._said = said
            self.changed.emit()
        self._pulse.wait(None, by_the_second=self._found is not None and bool(self._found.clocks))

    def _tell_title(self, now: datetime) -> None:
        clocks = self._found.clocks if self._found else ()
        first = title_text(clocks, now) if clocks else ""
        title = " - ".join(filter(None, (first, self._name)))
        if title != self._window.windowTitle():
            self._window.setWindowTitle(title)

    def _sound(self, now: datetime) -> None:
        """Ring for what was not rung for yet, as often as the worst of it asks for."""
        due = self._due(now)
        fresh = due.keys() - self._heard
        self._heard |= fresh
        if fresh:
            self._ring(max(due[each] for each in fresh))
            QApplication.alert(self._window)

    def _due(self, now: datetime) -> dict[tuple[str, ...], int]:
        """What is to be rung for, with its tones; an overdue report is another matter after some minutes."""
        if self._found is None:
            return {}
        due: dict[tuple[str, ...], int] = {}
        for _, clock in self._found.clocks:
            state = clock.state(now)
            if state in _TONES:
                again = clock.minutes_late(now) // max(1, self._found.again_minutes)
                due[clock.incident, clock.channel.value, state.value, str(again)] = _TONES[state]
        for each in self._found.vacant:
            place = each.stint.place
            due[each.stint.shift, place.post, str(place.seat)] = _VACANT_TONES
        return due

    def _note(self) -> None:
        """Note what is late and who is missing; not by a clock that is not believed."""
        session, now = self._session, self._session.now()
        if session.read_only or session.lead or session.trouble.error is not None:
            return
        for unnoted, note in _NOTED:
            if session.read(unnoted, now):
                session.perform(note, by=session.author())
