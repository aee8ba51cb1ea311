"""What the desk shows of this moment: its numbers, and when the next of it changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from dutydesk.domain.rulebook import Family


@dataclass(frozen=True, slots=True)
class TodayRules:
    """How many days ahead gaps of the roster are shown."""

    gap_days: int = 14


TODAY: Final = Family("today", TodayRules())


def first_after(now: datetime, moments: Iterable[datetime | None]) -> datetime | None:
    """The next of these instants; None where all have passed."""
    return min((each for each in moments if each is not None and each > now), default=None)
