"""Compares the clock that people set with one that nobody can, and notes in the file when they part."""

from collections.abc import Callable

from dutydesk.domain.clock_doubt import ClockDoubt, Look, has_jumped, is_behind
from dutydesk.services import clock_doubt
from ui.session import Session


class ClockWatch:
    """Watches from the moment it is made; a clock that was wrong by then shows only behind older entries."""

    def __init__(self, session: Session, steady: Callable[[], float]) -> None:
        self._session = session
        self._steady = steady
        self._begun = Look(session.now(), steady())
        self._off = False

    def look(self) -> None:
        """Note a leap, or that the clock came back by itself; to be called often, and before every deed."""
        shown, right = self._session.now(), self._begun.expected(self._steady())
        rules = self._session.read(clock_doubt.rules, shown)
        off, was_off = has_jumped(right, shown, rules), self._off
        self._off = off
        if self._session.read_only or off == was_off:
            return
        by = self._session.author()
        if off:
            self._session.perform(clock_doubt.note_jump, right, shown, by=by)
        else:
            self._session.perform(clock_doubt.clock_came_back, by=by)

    def doubt(self) -> ClockDoubt | None:
        """Why the clock is not believed now: a leap nobody settled, or entries that are later than now."""
        found = self._session.read(clock_doubt.open_doubt)
        if found is not None:
            return found
        newest, shown = self._session.read(clock_doubt.newest_entry), self._session.now()
        rules = self._session.read(clock_doubt.rules, shown)
        if newest is None or not is_behind(shown, newest, rules):
            return None
        return ClockDoubt("", "", 0, None, newest, shown)

    def trust(self) -> None:
        """Take the word of whoever sits here that the clock is right now."""
        if self._session.perform(clock_doubt.confirm_clock, by=self._session.author()) is not None:
            self._begun, self._off = Look(self._session.now(), self._steady()), False
