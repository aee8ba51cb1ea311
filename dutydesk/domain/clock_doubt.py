"""When the machine's clock is not to be relied on, and which entries were made meanwhile."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from dutydesk.domain.keeping import KeepingRules


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """The entries of a device from `first` to `last` (None while it lasts), whose instants are doubtful.

    When it was noticed, the clock showed `shown` where `right` was expected: what a steady clock counted, or
    the newest entry. `word` names who gave their word that the clock is right; it is empty where the clock
    came back by itself, and while nobody has.
    """

    id: str
    device: str
    first: int
    last: int | None
    right: datetime
    shown: datetime
    word: str = ""

    @property
    def is_rehearsal(self) -> bool:
        """Whether the file was begun on a set time, so that no entry of it is to be relied on."""
        return self.first == 1

    def holds(self, device: str, seq: int) -> bool:
        """Whether an entry was made meanwhile."""
        return device == self.device and self.first <= seq and (self.last is None or seq <= self.last)

    def may_mean(self, instant: datetime) -> bool:
        """Whether an instant lies where the clock's leap makes it ambiguous."""
        return min(self.right, self.shown) <= instant <= max(self.right, self.shown)


@dataclass(frozen=True, slots=True)
class Look:
    """What the clock and a steady one (in seconds, from any beginning) showed at the same moment."""

    at: datetime
    steady: float

    def expected(self, steady: float) -> datetime:
        """What the clock must show when the steady one shows this."""
        return self.at + timedelta(seconds=steady - self.steady)


def has_jumped(right: datetime, shown: datetime, rules: KeepingRules) -> bool:
    """Whether the clock is further off than it may be, before or behind."""
    return abs(shown - right) > timedelta(minutes=rules.jump_minutes)


def is_behind(shown: datetime, newest: datetime | None, rules: KeepingRules) -> bool:
    """Whether the clock shows less than the newest entry, beyond what may be a wait."""
    return newest is not None and newest - shown > timedelta(seconds=rules.behind_seconds)
