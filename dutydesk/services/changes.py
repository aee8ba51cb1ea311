"""What a deed made stale."""

from dataclasses import dataclass
from enum import Flag, auto


class Topic(Flag):
    """The things a page may show."""

    OFFICE = auto()
    PEOPLE = auto()
    CALENDAR = auto()
    SHIFTS = auto()
    LEAVE = auto()
    ROSTER = auto()


EVERYTHING = Topic(0)
for _topic in Topic:
    EVERYTHING |= _topic


@dataclass(frozen=True, slots=True)
class Changes:
    """The topics that changed, and how many rows; announced only after COMMIT."""

    topics: Topic
    rows: int = 0
