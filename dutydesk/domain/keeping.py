"""The numbers by which the file and its clock are watched over; each is a rule with an effective date."""

from dataclasses import dataclass
from typing import Final

from dutydesk.domain.rulebook import Family


@dataclass(frozen=True, slots=True)
class KeepingRules:
    """When a clock is doubted, when the last backup is old, and how much room a disk must have to be well.

    `jump_minutes` is how far the clock may run off against a steady one; `behind_seconds` is how far an entry
    may lie behind the one before it, because two programs may wait for each other that long.
    """

    jump_minutes: int = 5
    behind_seconds: int = 10
    backup_hours: int = 24
    room_kib: int = 1024


KEEPING: Final = Family("keeping", KeepingRules())
