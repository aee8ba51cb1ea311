"""Days that people ask for, or ask to be spared."""

from collections.abc import Iterable

from dutydesk.domain.accounts import Author
from dutydesk.domain.roster import Wish
from dutydesk.errors import MissingFieldError
from dutydesk.services.changes import Changes, deed
from dutydesk.storage.roster import WISHES
from dutydesk.storage.store import Store


def wishes(store: Store) -> tuple[Wish, ...]:
    """All wishes in order of days."""
    return store.all(WISHES)


def save_wishes(store: Store, asked: Iterable[Wish], *, by: Author) -> Changes:
    """Note wishes or change them, all or none; refuses one of nobody."""
    with deed(store, by, "save_wishes") as act:
        for each in asked:
            if not each.person:
                raise MissingFieldError("person")
            act.writing.put(WISHES, each)
    return act.changes


def remove_wishes(store: Store, ids: Iterable[str], *, by: Author) -> Changes:
    """Take wishes back."""
    with deed(store, by, "remove_wishes") as act:
        for each in ids:
            act.writing.remove(WISHES, each)
    return act.changes
