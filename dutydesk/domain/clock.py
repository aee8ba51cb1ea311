"""The day's clock: which hours of one kind of day somebody stands, and which nobody does."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.duties import ShiftType

MIDNIGHT = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Minutes of a day, from 0 to 1440, that one shift stands; `shift` is empty where nobody does."""

    begins: int
    ends: int
    shift: str = ""


def stood(shifts: Iterable[ShiftType], rotation: RotationClass, day: date) -> tuple[Stretch, ...]:
    """What each shift stands of a day between two days of the same class, by its first minute.

    A shift that runs over midnight stands the day's evening and, from the day before, its morning.
    """
    stretches: list[Stretch] = []
    for shift in shifts:
        if shift.runs(day) and shift.heads(rotation):
            begins, ends = _minute(shift.starts), _minute(shift.ends)
            if ends > begins:
                stretches.append(Stretch(begins, ends, shift.id))
            else:
                stretches += [Stretch(0, ends, shift.id), Stretch(begins, MIDNIGHT, shift.id)]
    return tuple(sorted(each for each in stretches if each.begins < each.ends))


def gaps(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The minutes that none of the stretches covers."""
    found: list[Stretch] = []
    covered = 0
    for each in sorted(stretches):
        if each.begins > covered:
            found.append(Stretch(covered, each.begins))
        covered = max(covered, each.ends)
    if covered < MIDNIGHT:
        found.append(Stretch(covered, MIDNIGHT))
    return tuple(found)


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute
