import sqlite3
import threading
from contextlib import closing

import pytest

from dutydesk.domain.people import Section
from dutydesk.domain.roster import Wish
from dutydesk.errors import DamagedFileError, DiskFullError, LockedFileError, NotFoundError
from dutydesk.storage import file, journal
from dutydesk.storage.office import OFFICE
from dutydesk.storage.people import PEOPLE, SECTIONS
from dutydesk.storage.roster import WISHES
from dutydesk.storage.verify import verify
from tests.builders import BY, MONDAY
from tests.storage.values import BY_NAME, ONE_EACH, ORDER, OTHER, PERSON, content, fill


def entries(store):
    return list(journal.read(store.db))


def test_a_row_put_twice_is_written_once(store):
    before = content(store)
    with store.write(BY, "again", deed_id="1") as writing:
        fill(writing)
    assert (writing.rows, writing.tables) == (0, set())
    assert content(store) == before


def test_a_change_is_journalled_with_what_was_and_who_did_it(store):
    with store.write(BY, "rename", deed_id="1") as writing:
        writing.put(SECTIONS, Section("s", "督查科", 1))
        writing.remove(WISHES, "w")
        writing.remove(WISHES, "gone already")
    renamed, removed = entries(store)[-2:]
    assert (renamed.before, renamed.after) == (
        '{"id":"s","leader":"","name":"秘书科","sort":1}',
        '{"id":"s","leader":"","name":"督查科","sort":1}',
    )
    assert (renamed.actor, renamed.deed, renamed.at_utc) == ("王敏", "rename", "2026-11-16T01:30:00Z")
    assert (removed.table_name, removed.row_id, removed.after) == ("wish", "w", "")
    assert (writing.rows, writing.tables) == (2, {"section", "wish"})


@pytest.mark.parametrize("place", ["the first row", "the last row"])
@pytest.mark.parametrize("failure", [KeyboardInterrupt, ValueError])
def test_nothing_of_a_deed_that_fails_is_kept(store, place, failure):
    before = content(store)
    with pytest.raises(failure), store.write(BY, "fail", deed_id="1") as writing:
        writing.put(SECTIONS, Section("new", "新科"))
        if place == "the last row":
            writing.remove(WISHES, "w")
            writing.put(OFFICE, ("name", "别的名字"))
        raise failure
    assert content(store) == before
    assert not store.was_done("1")


def test_a_row_that_another_one_names_stays(store):
    before = content(store)
    with pytest.raises(sqlite3.IntegrityError), store.write(BY, "remove", deed_id="1") as writing:
        writing.remove(WISHES, "w")
        writing.remove(PEOPLE, PERSON)
    assert content(store) == before


def test_a_row_that_names_nobody_is_not_written(store):
    before = content(store)
    with pytest.raises(sqlite3.IntegrityError), store.write(BY, "wish", deed_id="1") as writing:
        writing.put(WISHES, Wish("new", "nobody", MONDAY, wants=True))
    assert content(store) == before


def test_text_is_kept_composed_however_it_was_typed(store):
    with store.write(BY, "rename", deed_id="1") as writing:
        writing.put(SECTIONS, Section("s", "cafe\u0301", 1))
    assert store.get(SECTIONS, "s").name == "caf\u00e9"
    with store.write(BY, "rename", deed_id="2") as writing:
        writing.put(SECTIONS, Section("s", "caf\u00e9", 1))
    assert writing.rows == 0
    assert not verify(store.db).faults


def test_a_number_with_a_point_is_a_bug_and_leaves_nothing(store):
    before = content(store)
    with pytest.raises(journal.UnjournalledValueError), store.write(BY, "bug", deed_id="1") as writing:
        writing.put_row("section", {"id": "s", "name": "秘书科", "sort": 1.5})
    assert content(store) == before


def test_a_value_is_found_by_its_id_or_refused(store):
    assert [store.get(BY_NAME[name], _id(name)) for name in ORDER] == [ONE_EACH[name] for name in ORDER]
    assert store.find(SECTIONS, "nowhere") is None
    with pytest.raises(NotFoundError):
        store.get(SECTIONS, "nowhere")


def _id(name):
    return BY_NAME[name].to_row(ONE_EACH[name])["id"]


UNREADABLE = {
    "a day that is none": "update leave set first = '2026-02-30'",
    "a period that is reversed": "update leave set first = '2027-01-01', last = '2026-01-01'",
    "a class that nobody knows": "update tally set rotation = 'sometimes'",
    "a rule that is none": "update rule set value = 'about three'",
    "a code that nobody knows": "update exemption set scope = 'sometimes'",
    "a list that is none": "update shift_type set places = '5'",
    "a time that is none": "update shift_type set starts = 'noon'",
    "text that is no text": "update section set name = cast(x'ff' as text)",
    "a column that is gone": "alter table wish drop column note",
    "a column too many": "alter table tally add column more text",
}


@pytest.mark.parametrize("change", UNREADABLE.values(), ids=list(UNREADABLE))
def test_a_row_that_is_no_value_any_more_is_damage(store, change):
    store.db.execute(change)
    with pytest.raises(DamagedFileError):
        for table in BY_NAME.values():
            store.all(table)


def test_a_full_disk_keeps_what_was_and_says_so(path):
    with closing(file.open_store(path)) as store:
        before = content(store)
        pages = store.db.execute("pragma page_count").fetchone()[0]
        store.db.execute(f"pragma max_page_count = {pages}")
        with pytest.raises(DiskFullError), store.write(BY, "too much", deed_id="1") as writing:
            for number in range(500):
                writing.put(SECTIONS, Section(f"s{number}", f"{number}" * 50))
        assert content(store) == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_file_that_is_held_is_not_written_to(path):
    with closing(file.open_store(path)) as store, closing(sqlite3.connect(path)) as other:
        store.db.execute("pragma busy_timeout = 0")
        other.execute("begin immediate")
        with pytest.raises(LockedFileError), store.write(BY, "change", deed_id="1"):
            pass
        assert len(store.all(SECTIONS)) == 1


def test_two_desks_writing_at_once_keep_one_chain(path):
    def write(name):
        with closing(file.open_store(path)) as store:
            for number in range(20):
                with store.write(BY, "add", deed_id=f"{name}{number}") as writing:
                    writing.put(SECTIONS, Section(f"{name}{number}", f"{name}{number}"))

    desks = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for each in desks:
        each.start()
    for each in desks:
        each.join()
    with closing(file.open_store(path)) as store:
        assert len(store.all(SECTIONS)) == 1 + 2 * 20
        assert not verify(store.db).faults


def test_a_deed_that_was_kept_can_be_recognised(store):
    assert store.was_done("0")
    assert not store.was_done("1")


def test_a_file_may_be_closed_twice(path):
    store = file.open_store(path)
    store.close()
    store.close()


# What sqlite-utils does behind one's back, and what stands against it (design: keeping the file).


def test_a_misspelt_table_makes_no_table(store):
    before = content(store)
    with pytest.raises(sqlite3.OperationalError), store.write(BY, "slip", deed_id="1") as writing:
        writing.put_row("sectoin", {"id": "s", "name": "秘书科", "sort": 1})
    assert content(store) == before


def test_replacing_an_entry_of_the_journal_is_deleting_it_and_refused(store):
    first = store.db["journal"].get(("memory", 1))
    with pytest.raises(sqlite3.IntegrityError):
        store.db["journal"].insert({**first, "actor": "别人"}, replace=True)
    assert not verify(store.db).faults


def test_a_write_past_the_store_is_kept_but_seen(path):
    with closing(file.open_store(path)) as store:
        store.db["section"].insert({"id": "x", "name": "无名科", "sort": 9})
    with closing(file.open_store(path)) as store:
        assert len(store.all(SECTIONS)) == 2
        assert [fault.where for fault in verify(store.db).faults] == ["section x"]


def test_a_rebuilt_journal_has_lost_its_guards_until_the_file_is_opened(path):
    with closing(file.open_store(path)) as store:
        store.db["journal"].transform(types={"reason": str})
        assert {fault.where for fault in verify(store.db).faults} == {
            "journal_no_update",
            "journal_no_delete",
        }
    with closing(file.open_store(path)) as store, pytest.raises(sqlite3.IntegrityError):
        store.db.execute("delete from journal")


def test_somebody_else_at_a_place_is_a_change_of_one_row(store):
    with store.write(BY, "swap", deed_id="1") as writing:
        writing.put(WISHES, Wish("w", OTHER, MONDAY, wants=False))
    assert writing.rows == 1
