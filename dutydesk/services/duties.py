"""Posts and shift types: what the office must stand."""

from dataclasses import dataclass

from dutydesk.domain.accounts import Author
from dutydesk.domain.duties import Post, ShiftType
from dutydesk.errors import MissingFieldError, StillUsedError
from dutydesk.services.changes import Changes, deed
from dutydesk.storage.duties import POSTS, SHIFTS
from dutydesk.storage.people import PEOPLE
from dutydesk.storage.roster import DUTIES
from dutydesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Pattern:
    """All posts and shift types, in their order."""

    posts: tuple[Post, ...]
    shifts: tuple[ShiftType, ...]


def pattern(store: Store) -> Pattern:
    """What the office stands."""
    return Pattern(store.all(POSTS), store.all(SHIFTS))


def save_post(store: Store, post: Post, *, by: Author) -> Changes:
    """Add a post or change it; refuses one without a name."""
    if not post.name.strip():
        raise MissingFieldError("name")
    with deed(store, by, "save_post") as act:
        act.writing.put(POSTS, post)
    return act.changes


def remove_post(store: Store, post_id: str, *, by: Author) -> Changes:
    """Remove a post that no shift, person or duty names; refuses any other."""
    post = store.get(POSTS, post_id)
    shifts = sum(any(place.post == post_id for place in shift.places) for shift in store.all(SHIFTS))
    people = sum(post_id in person.posts for person in store.all(PEOPLE))
    uses = shifts + people + len(store.all(DUTIES, "post = ?", (post_id,)))
    if uses:
        raise StillUsedError(post.name, uses)
    with deed(store, by, "remove_post") as act:
        act.writing.remove(POSTS, post_id)
    return act.changes


def save_shift(store: Store, shift: ShiftType, *, by: Author) -> Changes:
    """Add a shift type or change it; refuses one without a name. Planned duties stay as they are."""
    if not shift.name.strip():
        raise MissingFieldError("name")
    with deed(store, by, "save_shift") as act:
        act.writing.put(SHIFTS, shift)
    return act.changes


def remove_shift(store: Store, shift_id: str, *, by: Author) -> Changes:
    """Remove a shift type that no duty belongs to; refuses any other (give it a last day instead)."""
    shift = store.get(SHIFTS, shift_id)
    uses = len(store.all(DUTIES, "shift = ?", (shift_id,)))
    if uses:
        raise StillUsedError(shift.name, uses)
    with deed(store, by, "remove_shift") as act:
        act.writing.remove(SHIFTS, shift_id)
    return act.changes
