import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.seals import Anchor, Match, Occasion, parse_anchor
from dutydesk.errors import NothingToUndoError, StoreError
from dutydesk.services import backups, files, seals
from dutydesk.services.people import save_sections
from dutydesk.services.undo import redo, undo
from dutydesk.storage import file, journal
from dutydesk.storage.keys import KEY_FILE
from dutydesk.storage.store import memory
from dutydesk.storage.verify import Check
from tests.builders import BY, a_section


@pytest.fixture
def keys(tmp_path):
    return tmp_path / "settings"


@pytest.fixture
def path(tmp_path):
    target = tmp_path / "office.duty"
    file.create(target, "a3f9c2117e5d0b46")
    with closing(file.open_store(target)) as store:
        add(store, 1)
    return target


@pytest.fixture
def store(path):
    with closing(file.open_store(path)) as opened:
        yield opened


def add(store, number):
    save_sections(store, [a_section(number)], by=BY)


def sealed(store, keys, minutes=0):
    at = replace(BY, at=BY.at + timedelta(minutes=minutes))
    return seals.seal(store, keys, Occasion.BACKUP, by=at)


def deeds(store):
    return [row[0] for row in store.ask("select deed from journal order by seq")]


def faults(store, keys):
    return {(each.check, each.where) for each in files.verify_file(store, keys).faults}


def tampered(path, script):
    """Do something to a closed file that the guards would not allow."""
    with closing(sqlite3.connect(path)) as raw:
        guards = raw.execute("select sql from sqlite_master where type = 'trigger'").fetchall()
        raw.executescript("drop trigger journal_no_update; drop trigger journal_no_delete")
        script(raw)
        for (sql,) in guards:
            raw.execute(sql)
        raw.commit()


def cut_tail(keep):
    """Take back everything after an entry, in the tables too, as if it had never been."""

    def script(raw):
        told = raw.execute(
            "select table_name, row_id, before from journal where seq > ? order by seq desc", [keep]
        )
        for table, row, before in told.fetchall():
            assert not before, "only what was new is taken back here"
            raw.execute(f"delete from {table} where id = ?", [row])  # noqa: S608 - a table of ours
        raw.execute("delete from journal where seq > ?", [keep])

    return script


def rechained(raw):
    """Change the first entry with its row and compute the whole chain anew, as somebody does who can."""
    raw.execute("update section set name = '督查科' where id = 's1'")
    raw.execute("update journal set after = replace(after, '科室1', '督查科') where seq = 1")
    prev = ""
    for row in raw.execute(f"select {', '.join(journal.COLUMNS)} from journal order by seq").fetchall():  # noqa: S608 - ours
        entry = replace(journal.Entry(*row), prev=prev)
        prev = entry.sealed()
        raw.execute("update journal set prev = ?, hash = ? where seq = ?", [entry.prev, prev, entry.seq])


def test_a_seal_signs_the_newest_entry_and_the_first_one_makes_the_key_known(store, keys):
    assert seals.newest_seal(store) is None
    head = seals.anchor(store)
    assert sealed(store, keys).rows == 1
    seal = seals.newest_seal(store)
    assert (seal.seq, seal.occasion, seal.misses) == (head.seq + 1, Occasion.BACKUP, "")
    assert deeds(store) == ["save_sections", "make_seal_key", "seal_journal"]
    assert faults(store, keys) == set()
    add(store, 2)
    sealed(store, keys, 1)
    assert deeds(store)[3:] == ["save_sections", "seal_journal"]
    assert seals.newest_seal(store).seq == 4
    assert faults(store, keys) == set()


def test_a_file_in_which_nothing_happened_since_is_not_sealed_again(store, keys):
    sealed(store, keys)
    before = deeds(store)
    assert sealed(store, keys).rows == 0
    assert deeds(store) == before


def test_an_empty_file_and_one_that_is_only_read_are_left_as_they_are(store, keys):
    with closing(memory()) as empty:
        assert seals.anchor(empty) is None
        assert sealed(empty, keys).rows == 0
    store.read_only = True
    assert sealed(store, keys).rows == 0
    assert not keys.exists()


def test_a_file_in_memory_is_sealed_and_nobody_bears_witness(keys):
    with closing(memory()) as rehearsal:
        add(rehearsal, 1)
        sealed(rehearsal, keys)
        assert faults(rehearsal, keys) == set()
        assert [each.name for each in keys.iterdir()] == [KEY_FILE]


def test_the_file_does_not_carry_the_key(store, keys, path):
    sealed(store, keys)
    store.close()
    secret = (keys / KEY_FILE).read_text()
    assert secret.encode() not in path.read_bytes()
    assert bytes.fromhex(secret) not in path.read_bytes()


def test_a_lost_key_is_followed_by_another_one_and_the_journal_says_so(store, keys):
    sealed(store, keys)
    (keys / KEY_FILE).unlink()
    add(store, 2)
    sealed(store, keys, 1)
    assert deeds(store).count("make_seal_key") == 2
    assert faults(store, keys) == set()


def test_a_copy_on_a_laptop_seals_with_its_own_key(store, keys, tmp_path):
    sealed(store, keys)
    add(store, 2)
    copy = backups.copy_to(store, tmp_path / "laptop", BY.at)
    with closing(file.open_store(copy)) as taken:
        sealed(taken, tmp_path / "laptop settings")
        assert deeds(taken)[-2:] == ["make_seal_key", "seal_journal"]
        assert faults(taken, tmp_path / "laptop settings") == set()
    assert faults(store, keys) == set()


def test_a_place_without_room_for_a_key_is_told_and_nothing_is_sealed(store, keys):
    keys.write_text("a file")
    before = deeds(store)
    with pytest.raises(StoreError):
        sealed(store, keys)
    assert deeds(store) == before


def test_undo_and_redo_look_past_seals(store, keys):
    add(store, 2)
    sealed(store, keys)
    undo(store, by=BY)
    sealed(store, keys, 1)
    redo(store, by=BY)
    sealed(store, keys, 2)
    undo(store, by=BY)
    undo(store, by=BY)
    with pytest.raises(NothingToUndoError):
        undo(store, by=BY)
    assert faults(store, keys) == set()


def test_a_printed_anchor_is_found_again(store):
    printed = seals.anchor(store).printed
    add(store, 2)
    assert seals.compare(store, parse_anchor(printed)) is Match.SAME


def test_a_printed_anchor_tells_what_was_rewritten_or_cut_off_or_comes_from_elsewhere(store):
    anchor = seals.anchor(store)
    assert seals.compare(store, replace(anchor, hash="0" * 64)) is Match.REWRITTEN
    assert seals.compare(store, replace(anchor, seq=99)) is Match.CUT_OFF
    assert seals.compare(store, replace(anchor, device="ffff")) is Match.UNKNOWN
    assert seals.compare(store, Anchor("a3f9", 1, anchor.hash[:16])) is Match.SAME


def test_a_chain_that_was_computed_anew_is_seen_by_seal_and_by_paper(store, keys, path):
    paper = seals.anchor(store)
    sealed(store, keys)
    seal = seals.newest_seal(store)
    store.close()
    tampered(path, rechained)
    with closing(file.open_store(path)) as opened:
        assert faults(opened, None) == {(Check.SEALS, seal.id)}
        assert seals.compare(opened, paper) is Match.REWRITTEN


def test_without_seals_a_chain_computed_anew_is_seen_by_paper_alone(store, path):
    """The control: it is the seals that see it, and nothing else in the file."""
    paper = seals.anchor(store)
    store.close()
    tampered(path, rechained)
    with closing(file.open_store(path)) as opened:
        assert faults(opened, None) == set()
        assert seals.compare(opened, paper) is Match.REWRITTEN


def test_a_tail_that_was_cut_off_is_seen_by_the_seal_that_this_computer_remembers(store, keys, path):
    add(store, 2)
    sealed(store, keys)
    seal = seals.newest_seal(store)
    store.close()
    tampered(path, cut_tail(1))
    with closing(file.open_store(path)) as opened:
        assert faults(opened, None) == set()
        assert faults(opened, keys) == {(Check.WITNESS, seal.anchor.printed)}
        assert seals.compare(opened, seal.anchor) is Match.CUT_OFF
        add(opened, 3)
        sealed(opened, keys, 1)
        assert faults(opened, None) == {(Check.WITNESS, seal.anchor.printed)}, (
            "the next seal says so for good"
        )
        assert seals.lately_missed(opened, keys, BY.at) == (seal.anchor.printed,)
        assert seals.lately_missed(opened, keys, BY.at + timedelta(days=1)) == ()


def test_an_older_file_in_the_place_of_the_present_one_is_seen(store, keys, path):
    sealed(store, keys)
    store.close()
    old = path.read_bytes()
    with closing(file.open_store(path)) as opened:
        add(opened, 2)
        sealed(opened, keys, 1)
        newest = seals.newest_seal(opened).anchor
    path.write_bytes(old)
    with closing(file.open_store(path)) as opened:
        assert faults(opened, keys) == {(Check.WITNESS, newest.printed)}
        assert seals.compare(opened, newest) is Match.CUT_OFF


def test_a_backup_that_was_restored_lacks_nothing_without_a_reason(store, keys, path, tmp_path):
    sealed(store, keys)
    copy = backups.copy_to(store, tmp_path / "copies", BY.at)
    add(store, 2)
    sealed(store, keys, 1)
    store.close()
    later = replace(BY, at=BY.at + timedelta(minutes=5))
    backups.restore(copy, path, by=later, at=later.at)
    with closing(file.open_store(path)) as opened:
        assert faults(opened, keys) == set()
        sealed(opened, keys, 6)
        assert faults(opened, keys) == set()


def test_a_seal_made_with_a_stolen_key_over_a_chain_computed_anew_is_seen_by_paper(store, keys, path):
    paper = seals.anchor(store)
    sealed(store, keys)
    store.close()

    def reseal(raw):
        raw.execute("delete from journal where seq > 1")
        raw.execute("delete from seal")
        raw.execute("delete from seal_key")
        rechained(raw)

    tampered(path, reseal)
    with closing(file.open_store(path)) as opened:
        sealed(opened, keys, 1)
        assert not {fault for fault in faults(opened, None) if fault[0] is not Check.WITNESS}
        assert seals.compare(opened, paper) is Match.REWRITTEN
