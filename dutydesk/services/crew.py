"""Who stood a shift, by post: as they signed in, else as they are down for it."""

from dataclasses import dataclass
from datetime import date, datetime

from dutydesk.domain.watch import Stint, shift_id
from dutydesk.services.duties import Pattern, pattern
from dutydesk.services.people import Staff, staff
from dutydesk.services.watch import local, stints
from dutydesk.storage.store import Store
from dutydesk.storage.watch import ATTENDANCES


@dataclass(frozen=True, slots=True)
class Crew:
    """A shift with its local hours; `members` are pairs of a post's heading and a name, in their order."""

    shift: str
    name: str
    starts: datetime
    ends: datetime
    members: tuple[tuple[str, str], ...]

    @property
    def leaders(self) -> str:
        """The names at the first post, which is the leader's."""
        return self.members[0][1] if self.members else ""


def crew(store: Store, shift: str) -> Crew | None:
    """The people of a shift (its id); None for one that the roster does not have."""
    day = date.fromisoformat(shift.partition("/")[0])
    found = [each for each in stints(store, day, day) if each.shift == shift]
    if not found:
        return None
    known, names = pattern(store), staff(store)
    attendances = store.all(ATTENDANCES, "day = ?", (day.isoformat(),))
    came: dict[str, list[str]] = {}
    for each in attendances:
        if shift_id(each.place) == shift:
            key = f"{each.place.post}/{each.place.seat}"
            came.setdefault(key, []).append(names.named(each.person))
    return Crew(
        shift,
        next((each.name for each in known.shifts if each.id == found[0].place.shift), ""),
        local(store, found[0].starts),
        local(store, found[0].ends),
        tuple(_member(each, came, known, names) for each in sorted(found, key=lambda one: one.sort)),
    )


def _member(stint: Stint, came: dict[str, list[str]], known: Pattern, names: Staff) -> tuple[str, str]:
    place = stint.place
    post = next(each for each in known.posts if each.id == place.post)
    there = came.get(f"{place.post}/{place.seat}")
    return post.seat_name(place.seat), "、".join(dict.fromkeys(there or [names.named(stint.person or "")]))


def recent_shifts(store: Store, limit: int) -> tuple[str, ...]:
    """The ids of the shifts at which somebody signed in, the newest first."""
    sql = "select distinct day || '/' || shift from attendance order by 1 desc limit ?"
    return tuple(str(row[0]) for row in store.ask(sql, (limit,)))
