"""Posts and shift types: what the office must stand."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dutydesk.domain.accounts import Author
from dutydesk.domain.duties import Post, ShiftType
from dutydesk.errors import MissingFieldError, NameTakenError, NoHeadsError, StillUsedError
from dutydesk.services.changes import Changes, deed
from dutydesk.storage.calendar import SENSITIVE_PERIODS
from dutydesk.storage.duties import POSTS, SHIFTS
from dutydesk.storage.people import EXEMPTIONS, PEOPLE, TALLIES
from dutydesk.storage.roster import DUTIES
from dutydesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Pattern:
    """All posts and shift types, in their order."""

    posts: tuple[Post, ...]
    shifts: tuple[ShiftType, ...]

    def post_name(self, post_id: str) -> str:
        """The name of a post; of one that is gone, its id."""
        return next((each.name for each in self.posts if each.id == post_id), post_id)


def pattern(store: Store) -> Pattern:
    """What the office stands."""
    return Pattern(store.all(POSTS), store.all(SHIFTS))


def post_uses(store: Store, post_id: str) -> int:
    """How many records name a post, people included."""
    holders = sum(post_id in person.posts for person in store.all(PEOPLE))
    return holders + post_mentions(store, post_id)


def post_mentions(store: Store, post_id: str) -> int:
    """How many shifts, sensitive periods, exemptions, tallies and duties name a post."""
    return (
        sum(any(place.post == post_id for place in shift.places) for shift in store.all(SHIFTS))
        + sum(post_id in dict(each.places) for each in store.all(SENSITIVE_PERIODS))
        + len(store.all(EXEMPTIONS, "post = ?", (post_id,)))
        + len(store.all(TALLIES, "post = ?", (post_id,)))
        + len(store.all(DUTIES, "post = ?", (post_id,)))
    )


def save_posts(store: Store, posts: Iterable[Post], *, by: Author) -> Changes:
    """Add posts or change them, all or none; refuses one without a name or with another's."""
    with deed(store, by, "save_posts") as act:
        for post in posts:
            if not post.name.strip():
                raise MissingFieldError("name")
            if store.all(POSTS, "name = ? and id <> ?", (post.name, post.id)):
                raise NameTakenError(post.name)
            act.writing.put(POSTS, post)
    return act.changes


def remove_posts(store: Store, ids: Iterable[str], *, by: Author) -> Changes:
    """Remove posts, all or none; refuses one that anything names."""
    with deed(store, by, "remove_posts") as act:
        for each in ids:
            uses = post_uses(store, each)
            if uses:
                raise StillUsedError(store.get(POSTS, each).name, uses)
            act.writing.remove(POSTS, each)
    return act.changes


def save_shifts(store: Store, shifts: Iterable[ShiftType], *, by: Author) -> Changes:
    """Add shift types or change them, all or none; planned duties stay as they are.

    Refuses one without a name or with another's, and one that had heads and would need nobody any more.
    """
    with deed(store, by, "save_shifts") as act:
        for shift in shifts:
            _refuse_incomplete(store, shift)
            act.writing.put(SHIFTS, shift)
        _refuse_namesakes(store.all(SHIFTS))
    return act.changes


def _refuse_incomplete(store: Store, shift: ShiftType) -> None:
    if not shift.name.strip():
        raise MissingFieldError("name")
    before = store.find(SHIFTS, shift.id)
    if before and _stood(before) and not _stood(shift):
        raise NoHeadsError(shift.name)


def _stood(shift: ShiftType) -> bool:
    return any(place.heads for place in shift.places)


def _refuse_namesakes(shifts: Iterable[ShiftType]) -> None:
    """Two shifts may share a name only where season or dates part them (summer and winter hours)."""
    names = Counter((each.name, each.season, each.first, each.last) for each in shifts)
    (name, *_), count = next(iter(names.most_common(1)), (("",), 0))
    if count > 1:
        raise NameTakenError(name)


def remove_shifts(store: Store, ids: Iterable[str], *, by: Author) -> Changes:
    """Remove shift types, all or none; refuses one that duties belong to (give it a last day instead)."""
    with deed(store, by, "remove_shifts") as act:
        for each in ids:
            uses = len(store.all(DUTIES, "shift = ?", (each,)))
            if uses:
                raise StillUsedError(store.get(SHIFTS, each).name, uses)
            act.writing.remove(SHIFTS, each)
    return act.changes
