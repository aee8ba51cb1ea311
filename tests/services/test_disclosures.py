from contextlib import closing

from dutydesk.domain.disclosures import Disclosed
from dutydesk.services.disclosures import disclose_contacts, disclose_journal, disclosures
from dutydesk.services.people import save_sections
from dutydesk.services.undo import undo, undoable
from dutydesk.storage.store import memory
from tests.builders import BY, a_section


def test_what_is_taken_out_is_written_down_and_never_undone():
    with closing(memory()) as store:
        save_sections(store, [a_section()], by=BY)
        assert disclose_journal(store, "2026年11月", 7, by=BY).rows == 1
        (told,) = disclosures(store)
        assert (told.kind, told.at, told.about, told.rows) == (Disclosed.AUDIT, BY.at, "2026年11月", 7)
        assert undoable(store).deed == "save_sections"
        undo(store, by=BY)
        assert disclosures(store) == (told,)


def test_a_file_that_is_only_read_takes_no_entry():
    with closing(memory()) as store:
        store.read_only = True
        assert disclose_journal(store, "", 0, by=BY).rows == 0
        assert disclosures(store) == ()


def test_printing_the_contact_list_is_written_down_and_stands_in_no_undos_way():
    with closing(memory()) as store:
        save_sections(store, [a_section()], by=BY)
        disclose_contacts(store, "preview", 32, by=BY)
        (told,) = disclosures(store)
        assert (told.kind, told.about, told.rows) == (Disclosed.CONTACTS, "preview", 32)
        assert undoable(store).deed == "save_sections"
