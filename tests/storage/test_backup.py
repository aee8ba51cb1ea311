import json
import os
import sqlite3
from contextlib import closing
from datetime import datetime

import pytest

from dutydesk.errors import (
    DamagedFileError,
    FileExistsAlreadyError,
    LockedFileError,
    NewerFileError,
    NoSuchFileError,
    NotOurFileError,
    ReadOnlyFileError,
    StoreError,
)
from dutydesk.storage import file
from dutydesk.storage.backup import MANIFEST, back_up, digest, restore
from dutydesk.storage.connection import build, connect
from dutydesk.storage.people import SECTIONS
from dutydesk.storage.verify import verify
from tests.builders import BY
from tests.storage.values import content

AT = datetime(2026, 11, 16, 9, 30)  # noqa: DTZ001 - the office's own clock names the copy


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


@pytest.fixture
def backup(path, folder):
    """A backup of the file, which has changed since."""
    with closing(file.open_store(path)) as store:
        copy = back_up(store, path, folder, AT)
        with store.write(BY, "remove", deed_id="1") as writing:
            writing.remove_row("wish", "w")
    return copy


def said_by(path):
    with closing(file.open_store(path)) as store:
        return content(store)


def names(folder):
    return sorted(each.name for each in folder.iterdir())


def spoil(path):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("update section set name = 'x'")
        raw.commit()


def test_a_backup_says_what_the_file_said_and_is_listed(path, folder):
    with closing(file.open_store(path)) as store:
        copy = back_up(store, path, folder, AT)
    assert copy.name == "office-20261116-093000.duty"
    assert said_by(copy) == said_by(path)
    assert names(folder) == [MANIFEST, copy.name]
    assert json.loads((folder / MANIFEST).read_text("utf-8")) == {copy.name: digest(copy)}


def test_backups_are_listed_one_beside_the_other(path, backup, folder):
    with closing(file.open_store(path)) as store:
        back_up(store, path, folder, AT.replace(hour=10))
    assert sorted(json.loads((folder / MANIFEST).read_text("utf-8"))) == names(folder)[1:]


@pytest.mark.parametrize("listed", ["", "[]", "{half a li"])
def test_a_list_that_cannot_be_read_is_begun_anew(path, folder, listed):
    folder.mkdir()
    (folder / MANIFEST).write_text(listed)
    with closing(file.open_store(path)) as store:
        copy = back_up(store, path, folder, AT)
    assert json.loads((folder / MANIFEST).read_text("utf-8")) == {copy.name: digest(copy)}


def test_a_file_that_is_not_what_its_journal_says_is_not_backed_up(path, folder):
    spoil(path)
    with closing(file.open_store(path)) as store, pytest.raises(DamagedFileError) as refused:
        back_up(store, path, folder, AT)
    assert refused.value.path == str(path)
    assert names(folder) == []


def test_a_backup_needs_a_folder(path, tmp_path):
    (tmp_path / "note.txt").write_text("a file")
    with closing(file.open_store(path)) as store, pytest.raises(StoreError):
        back_up(store, path, tmp_path / "note.txt", AT)


def test_a_restored_file_is_the_backup_and_the_present_one_is_kept(path, backup):
    now = said_by(path)
    aside = restore(backup, path, AT)
    assert said_by(path) == said_by(backup) != now
    assert aside.name == "office-before-restore-20261116-093000.duty"
    assert said_by(aside) == now


def test_a_second_restore_in_the_same_second_keeps_both(path, backup):
    now = said_by(path)
    first, second = (restore(backup, path, AT) for _ in range(2))
    assert said_by(first) == now
    assert said_by(second) == said_by(backup)
    assert second.name == "office-before-restore-20261116-093000-2.duty"


def test_a_backup_is_restored_where_no_file_is(backup, tmp_path):
    assert restore(backup, tmp_path / "fresh.duty", AT) is None
    assert said_by(tmp_path / "fresh.duty") == said_by(backup)


def _other(path, text):
    path.unlink()
    path.write_bytes(text)


REFUSED = {
    "missing": (lambda backup: backup.unlink(), NoSuchFileError),
    "not as listed": (spoil, DamagedFileError),
    "not what its journal says": (
        lambda backup: (spoil(backup), (backup.parent / MANIFEST).unlink()),
        DamagedFileError,
    ),
    "another program's": (
        lambda backup: (_other(backup, b"text"), (backup.parent / MANIFEST).unlink()),
        NotOurFileError,
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_bad_backup_is_refused_and_the_file_left_alone(path, backup, kind):
    before = path.read_bytes()
    spoil_it, error = REFUSED[kind]
    spoil_it(backup)
    with pytest.raises(error) as refused:
        restore(backup, path, AT)
    assert refused.value.path == str(backup)
    assert path.read_bytes() == before
    assert names(path.parent) == ["backups", "office.duty"]


def test_a_newer_backup_is_refused(path, backup):
    (backup.parent / MANIFEST).unlink()
    with closing(sqlite3.connect(backup)) as raw:
        raw.execute("insert into _sqlite_migrations values (99, 'dutydesk', 'm900_future', '2031')")
        raw.commit()
    with pytest.raises(NewerFileError):
        restore(backup, path, AT)


def test_an_old_backup_is_brought_up_to_date_and_nothing_is_left_lying(tmp_path):
    old = tmp_path / "old.duty"
    db = connect(str(old))
    build(db, "desk", stop_before="m005_duties")
    db.conn.close()
    restore(old, tmp_path / "new.duty", AT)
    assert names(tmp_path) == ["new.duty", "old.duty"]
    with closing(file.open_store(tmp_path / "new.duty")) as store:
        assert not verify(store.db).faults


def test_the_journal_of_a_crash_is_not_played_into_the_restored_file(path, backup):
    _crash(path)
    wanted = said_by(backup)
    aside = restore(backup, path, AT)
    assert said_by(path) == wanted
    with closing(file.open_store(path)) as store:
        assert not verify(store.db).faults
    assert [row[1] for row in said_by(aside)["section"]] == ["秘书科"]


def _crash(path):
    """Leave a deed half written, with the journal that would take it back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("pragma cache_size = 1")
        raw.execute("begin immediate")
        raw.execute("update section set name = 'half done'")
        raw.executemany(
            "insert into office values (?, ?)", [(f"field {number}", "x" * 2000) for number in range(50)]
        )
        torn = path.read_bytes(), path.with_name(f"{path.name}-journal").read_bytes()
        raw.execute("rollback")
    path.write_bytes(torn[0])
    path.with_name(f"{path.name}-journal").write_bytes(torn[1])


def test_a_file_beyond_reading_is_put_aside_as_it_is(path, backup):
    path.write_bytes(b"nonsense" * 999)
    aside = restore(backup, path, AT)
    assert aside.read_bytes() == b"nonsense" * 999
    assert said_by(path) == said_by(backup)


def test_a_crashed_file_that_cannot_be_settled_is_put_aside_with_its_journal(nobody, path, backup):
    folder, give_up_rights = nobody
    _crash(path)
    copy, target = folder / backup.name, folder / path.name
    copy.write_bytes(backup.read_bytes())
    for beside in ("", "-journal"):
        target.with_name(target.name + beside).write_bytes(path.with_name(path.name + beside).read_bytes())
    target.chmod(0o444)
    folder.chmod(0o777)
    give_up_rights()
    aside = restore(copy, target, AT)
    assert names(folder) == sorted([copy.name, target.name, aside.name, f"{aside.name}-journal"])
    assert said_by(target)["wish"]


def test_a_file_that_is_being_written_is_not_replaced(path, backup):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(LockedFileError):
            restore(backup, path, AT)
    assert names(path.parent) == ["backups", "office.duty"]


def test_a_folder_is_not_replaced(backup, tmp_path):
    with pytest.raises(FileExistsAlreadyError):
        restore(backup, tmp_path / "backups", AT)


def test_the_litter_of_a_killed_restore_is_no_hindrance(path, backup):
    (path.parent / ".office.duty.restored").write_bytes(b"half")
    (path.parent / ".office.duty.restored-journal").write_bytes(os.urandom(2000))
    restore(backup, path, AT)
    assert said_by(path) == said_by(backup)
    assert not [name for name in names(path.parent) if name.startswith(".")]


def test_a_backup_cannot_be_restored_where_nothing_may_be_written(backup, tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("shutil.copyfile", refuse)
    with pytest.raises(ReadOnlyFileError):
        restore(backup, tmp_path / "fresh.duty", AT)


def test_a_restored_file_goes_on_with_the_same_chain(path, backup):
    restore(backup, path, AT)
    with closing(file.open_store(path)) as store:
        with store.write(BY, "rename", deed_id="2") as writing:
            writing.put(SECTIONS, SECTIONS.from_row({"id": "s", "name": "督查科", "sort": 1}))
        assert not verify(store.db).faults
