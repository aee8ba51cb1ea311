"""Taking something out of the file for other eyes is a deed, and stands in the journal."""

from dutydesk.domain.accounts import Author
from dutydesk.domain.disclosures import Disclosed, Disclosure
from dutydesk.services.changes import EXPORTING_AUDIT, PRINTING_CONTACTS, Changes, deed
from dutydesk.services.ids import new_id
from dutydesk.services.rights import refuse_unentitled
from dutydesk.storage.disclosures import DISCLOSURES
from dutydesk.storage.store import Store


def disclose_journal(store: Store, about: str, rows: int, *, by: Author) -> Changes:
    """Write down which part of the journal is about to be taken out; refuses whoever may not.

    A file that may only be read takes no entry, so that an inspector can read a copy.
    """
    refuse_unentitled(store, by, EXPORTING_AUDIT)
    if store.read_only:
        return Changes()
    with deed(store, by, EXPORTING_AUDIT) as act:
        act.writing.put(DISCLOSURES, Disclosure(new_id(by.at), Disclosed.AUDIT, by.at, about, rows))
    return act.changes


def disclose_contacts(store: Store, about: str, rows: int, *, by: Author) -> Changes:
    """Write down that the contact list is about to be printed (domain.md F18); refuses whoever may not."""
    with deed(store, by, PRINTING_CONTACTS) as act:
        act.writing.put(DISCLOSURES, Disclosure(new_id(by.at), Disclosed.CONTACTS, by.at, about, rows))
    return act.changes


def disclosures(store: Store) -> tuple[Disclosure, ...]:
    """Everything that was ever taken out, by its instant."""
    return store.all(DISCLOSURES)
