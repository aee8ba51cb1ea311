from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dutydesk.domain.backups import DAILY
from dutydesk.domain.people import Section
from dutydesk.errors import (
    DamagedFileError,
    DiskFailedError,
    NoSuchFileError,
    NothingToUndoError,
    SameFolderError,
)
from dutydesk.services import backups, undo
from dutydesk.services.people import save_sections
from dutydesk.storage import file, journal
from dutydesk.storage.people import SECTIONS
from dutydesk.storage.store import memory
from dutydesk.storage.verify import verify
from tests.invented import BY

AT = datetime(2026, 11, 16, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def path(tmp_path):
    """A file with one section; its backups lie beside it."""
    made = tmp_path / "office.duty"
    file.create(made, "desk")
    add_section(made, 1)
    return made


@pytest.fixture
def second(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


def add_section(path, number):
    with closing(file.open_store(path)) as store:
        save_sections(store, [Section(f"s{number}", f"科室{number}")], by=BY)


def sections(path):
    with closing(file.open_store(path)) as store:
        assert not verify(store.db).faults
        return [each.id for each in store.all(SECTIONS)]


def spoil(path):
    """Change one byte in the midst of a file."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def test_a_backup_is_due_at_the_start_of_each_day_in_each_place(path, second):
    places = (backups.home(path), second)
    assert backups.is_due(path, places, AT.date())
    backups.back_up(path, places[:1], AT)
    assert backups.is_due(path, places, AT.date())
    backups.back_up(path, places, AT)
    assert not backups.is_due(path, places, AT.date())
    assert backups.is_due(path, places, AT.date() + timedelta(days=1))


def test_every_place_gets_its_copy(path, second):
    made = backups.back_up(path, (backups.home(path), second), AT)
    name = "office-20261116-093000.duty"
    assert made == backups.BackedUp((path.with_name("office-backups") / name, second / name))
    assert [sections(each) for each in made.copies] == [["s1"], ["s1"]]


def test_a_place_that_is_gone_does_not_cost_the_other_its_copy(path, tmp_path):
    (tmp_path / "note.txt").write_text("no folder")
    made = backups.back_up(path, (tmp_path / "note.txt", backups.home(path)), AT)
    assert len(made.copies) == 1
    assert [type(each) for each in made.failures] == [DiskFailedError]
    assert backups.last_good(path, (tmp_path / "note.txt", backups.home(path))).at == AT.replace(tzinfo=None)


def test_a_disk_that_is_not_connected_is_told_and_no_folder_is_made_in_its_place(path, tmp_path):
    made = backups.back_up(path, (backups.home(path), tmp_path / "stick"), AT)
    assert [(type(each), each.path) for each in made.failures] == [(NoSuchFileError, str(tmp_path / "stick"))]
    assert not (tmp_path / "stick").exists()


def test_a_folder_on_the_same_disk_is_known_as_such(path, second, tmp_path):
    assert backups.is_same_disk(path, second)
    assert not backups.is_same_disk(path, tmp_path / "stick")


def test_all_backups_are_listed_newest_first_wherever_they_lie(path, second):
    places = (backups.home(path), second)
    older = backups.back_up(path, (second,), AT).copies[0]
    newer = backups.back_up(path, places[:1], AT + timedelta(days=1)).copies[0]
    found = backups.known(path, places)
    assert [each.path for each in found] == [newer, older]
    assert found[0].size == newer.stat().st_size
    assert not found[0].is_before
    spoil(older)
    assert [backups.is_good(each.path) for each in found] == [True, False]


@pytest.mark.parametrize(("hours", "old"), [(0, False), (24, False), (25, True)])
def test_a_backup_grows_old(path, hours, old):
    last = backups.Good(path, AT.replace(tzinfo=None))
    assert backups.is_old(last, AT + timedelta(hours=hours), 24) is old


def test_no_backup_is_an_old_one():
    assert backups.is_old(None, AT, 24)


def test_where_no_place_gets_its_copy_it_is_told(path, tmp_path):
    (tmp_path / "note.txt").write_text("no folder")
    with pytest.raises(DiskFailedError):
        backups.back_up(path, (tmp_path / "note.txt",), AT)


def test_a_damaged_file_is_not_backed_up_and_nothing_is_removed(path):
    home = backups.home(path)
    for day in range(DAILY):
        backups.back_up(path, (home,), AT + timedelta(days=day))
    before = sorted(home.iterdir())
    with closing(file.open_store(path)) as store:
        store.db.execute("update section set name = 'x'")
    with pytest.raises(DamagedFileError):
        backups.back_up(path, (home,), AT + timedelta(days=60))
    assert sorted(home.iterdir()) == before


def test_what_a_new_backup_supersedes_is_removed_and_nothing_else(path):
    home = backups.home(path)
    made = [backups.back_up(path, (home,), AT + timedelta(hours=hour)).copies[0] for hour in range(3)]
    (home / "office-20200101-000000.duty").write_text("not ours: no list names it")
    backups.back_up(path, (home,), AT + timedelta(hours=3))
    assert [each.exists() for each in made] == [False, False, False]
    assert (home / "office-20200101-000000.duty").exists()
    assert len(list(home.iterdir())) == 3


def test_the_last_good_backup_is_found_past_a_bad_one(path, second):
    places = (backups.home(path), second)
    assert backups.last_good(path, places) is None
    backups.back_up(path, (second,), AT)
    newest = backups.back_up(path, places[:1], AT + timedelta(days=1)).copies[0]
    assert backups.last_good(path, places).path == newest
    spoil(newest)
    assert backups.last_good(path, places).at == AT.replace(tzinfo=None)


def test_another_files_backups_are_not_taken_for_ones_own(path):
    backups.back_up(path, (backups.home(path),), AT)
    assert backups.last_good(path.with_name("off.duty"), (backups.home(path),)) is None


def test_the_second_folder_is_kept_in_the_file(path, second):
    with closing(file.open_store(path)) as store:
        assert backups.folders(store) == (backups.home(path),)
        backups.set_second_folder(store, second, by=BY)
        assert backups.folders(store) == (backups.home(path), second)
        with pytest.raises(SameFolderError):
            backups.set_second_folder(store, backups.home(path), by=BY)
        backups.set_second_folder(store, None, by=BY)
        assert backups.folders(store) == (backups.home(path),)


def test_a_rehearsal_in_memory_has_no_backups(tmp_path):
    assert backups.folders(memory()) == ()
    backups.set_second_folder(memory(), tmp_path, by=BY)


def test_a_restored_file_says_so_and_what_was_is_kept_twice(path):
    copy = backups.back_up(path, (backups.home(path),), AT).copies[0]
    add_section(path, 2)
    later = AT + timedelta(hours=1)
    aside = backups.restore(copy, path, by=replace(BY, reason="误删"), at=later)
    assert (sections(path), sections(aside)) == (["s1"], ["s1", "s2"])
    assert sections(backups.home(path) / "office-20261116-103000-before.duty") == ["s1", "s2"]
    with closing(file.open_store(path)) as store:
        newest = list(journal.read(store.db))[-1]
        assert (newest.deed, newest.actor, newest.reason) == ("restore_backup", BY.actor, "误删")
        assert copy.name in newest.after
        with pytest.raises(NothingToUndoError):
            undo.undo(store, by=BY)


def test_a_backup_made_before_a_restore_is_kept_for_good(path):
    home = backups.home(path)
    copy = backups.back_up(path, (home,), AT).copies[0]
    backups.restore(copy, path, by=BY, at=AT + timedelta(hours=1))
    for hour in range(2, 5):
        backups.back_up(path, (home,), AT + timedelta(hours=hour))
    assert (home / "office-20261116-103000-before.duty").exists()


def test_a_damaged_file_is_put_aside_as_it_is(path):
    copy = backups.back_up(path, (backups.home(path),), AT).copies[0]
    path.write_bytes(b"nonsense" * 999)
    aside = backups.restore(copy, path, by=BY, at=AT)
    assert aside.read_bytes() == b"nonsense" * 999
    assert sections(path) == ["s1"]
