import os
import sqlite3
from contextlib import closing

import pytest

from dutydesk.errors import (
    DamagedFileError,
    DiskFailedError,
    FileExistsAlreadyError,
    LockedFileError,
    NewerFileError,
    NoSuchFileError,
    NotOurFileError,
    ReadOnlyFileError,
)
from dutydesk.storage import file
from dutydesk.storage.connection import APPLICATION_ID, build, connect
from dutydesk.storage.migrations import migrations
from dutydesk.storage.verify import verify
from tests.builders import BY
from tests.storage.values import EVERY, content


def folder_of(path):
    """Everything in the folder of a file, byte by byte."""
    return {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}


def foreign(path, mode="delete"):
    """A database of another program."""
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"pragma journal_mode = {mode}")
        other.execute("create table note (text)")
        other.commit()


def change(path, *statements):
    """Do something to the file that this program would not do."""
    with closing(sqlite3.connect(path)) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()


def scrawl(path, at, length=4096):
    """Write nonsense over a part of a file."""
    with path.open("r+b") as opened:
        opened.seek(at)
        opened.write(b"\xa5" * length)


def test_a_new_file_is_there_whole_and_nothing_else_is(tmp_path):
    file.create(tmp_path / "new.duty", "desk")
    assert [each.name for each in tmp_path.iterdir()] == ["new.duty"]
    with closing(file.open_store(tmp_path / "new.duty")) as opened:
        assert verify(opened.db).faults == ()
        assert opened.device() == "desk"


def test_a_new_file_overwrites_nothing(path):
    before = folder_of(path)
    with pytest.raises(FileExistsAlreadyError):
        file.create(path, "desk")
    assert folder_of(path) == before


def test_a_file_cannot_be_made_in_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(NoSuchFileError) as refused:
        file.create(tmp_path / "nowhere" / "new.duty", "desk")
    assert refused.value.path == str(tmp_path / "nowhere")


REFUSED = {
    "missing": (lambda path: path.unlink(), NoSuchFileError),
    "a folder": (lambda path: (path.unlink(), path.mkdir()), NoSuchFileError),
    "empty": (lambda path: path.write_bytes(b""), NotOurFileError),
    "a text": (lambda path: path.write_text("SQLite, but not really\n" * 99), NotOurFileError),
    "another program's": (lambda path: (path.unlink(), foreign(path)), NotOurFileError),
    "another program's in WAL mode": (lambda path: (path.unlink(), foreign(path, "wal")), NotOurFileError),
    "newer": (
        lambda path: change(
            path, "insert into _sqlite_migrations values (99, 'dutydesk', 'm900_future', '2031')"
        ),
        NewerFileError,
    ),
    "cut off": (lambda path: os.truncate(path, 8192), DamagedFileError),
    "scrawled over": (lambda path: scrawl(path, 100), DamagedFileError),
    "without a table": (lambda path: change(path, "drop table wish"), DamagedFileError),
    "without its device": (lambda path: change(path, "delete from device"), DamagedFileError),
    "with a step forgotten": (
        lambda path: change(path, "delete from _sqlite_migrations where name like 'm003%'"),
        DamagedFileError,
    ),
    "with nothing but our mark": (
        lambda path: (path.unlink(), change(path, f"pragma application_id = {APPLICATION_ID}")),
        DamagedFileError,
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_opened_is_refused_and_left_as_it_is(path, kind):
    spoil, error = REFUSED[kind]
    spoil(path)
    before = folder_of(path)
    with pytest.raises(error) as refused:
        file.open_store(path)
    assert refused.value.path == str(path)
    assert folder_of(path) == before


def test_a_name_too_long_for_the_disk_is_told(tmp_path):
    with pytest.raises(DiskFailedError):
        file.open_store(tmp_path / ("x" * 5000))


def test_an_old_file_is_brought_up_to_date_with_a_copy_beside_it(tmp_path):
    path = tmp_path / "old.duty"
    _make_old(path, "m005_duties")
    was = content_of(path)
    with closing(file.open_store(path)) as opened:
        assert not migrations.pending(opened.db)
        assert [row[0] for row in opened.db.execute("select name from section")] == ["秘书科"]
    copies = [each for each in tmp_path.iterdir() if each != path]
    assert [each.name for each in copies] == ["old.duty.before-m005_duties.bak"]
    assert content_of(copies[0]) == was


def test_a_copy_made_halfway_is_no_hindrance(tmp_path):
    path = tmp_path / "old.duty"
    _make_old(path, "m005_duties")
    (tmp_path / ".old.duty.before-m005_duties.bak.part").write_bytes(b"half a copy")
    file.open_store(path).close()
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "old.duty", "old.duty.before-m005_duties.bak",
    ]  # fmt: skip


def _make_old(path, before):
    """A file as the program made it before a step was added."""
    db = connect(str(path))
    build(db, "desk", stop_before=before)
    db.execute("insert into section values ('s', '秘书科', 1)")
    db.conn.close()


def content_of(path):
    with closing(sqlite3.connect(path)) as raw:
        return list(raw.iterdump())


def test_a_dropped_guard_is_put_back_and_remembered(path):
    change(path, "drop trigger journal_no_update")
    with closing(file.open_store(path)) as opened:
        assert opened.mended == ("journal_no_update",)
        with pytest.raises(sqlite3.IntegrityError):
            opened.db.execute("update journal set actor = 'x'")
    with closing(file.open_store(path)) as opened:
        assert opened.mended == ()


def test_a_guard_that_guards_nothing_is_replaced(path):
    change(
        path,
        "drop trigger journal_no_delete",
        "create trigger journal_no_delete before delete on journal when 0 begin select 1; end",
    )
    with closing(file.open_store(path)) as opened:
        assert opened.mended == ("journal_no_delete",)
        with pytest.raises(sqlite3.IntegrityError):
            opened.db.execute("delete from journal")


def test_a_file_that_may_not_be_written_to_can_be_read(nobody, path):
    folder, give_up_rights = nobody
    target = folder / "read-only.duty"
    before = path.read_bytes()
    target.write_bytes(before)
    target.chmod(0o444)
    folder.chmod(0o555)
    give_up_rights()
    with closing(file.open_store(target)) as opened:
        assert opened.read_only
        assert len(content(opened)["person"]) == 2
        with pytest.raises(ReadOnlyFileError), opened.write(BY, "change", deed_id="1"):
            pass
        with pytest.raises(sqlite3.OperationalError):
            opened.db.execute("delete from wish")
    assert target.read_bytes() == before


def test_an_old_file_that_may_not_be_written_to_is_refused(nobody, tmp_path):
    folder, give_up_rights = nobody
    _make_old(folder / "old.duty", "m005_duties")
    (folder / "old.duty").chmod(0o444)
    folder.chmod(0o555)
    give_up_rights()
    with pytest.raises(ReadOnlyFileError):
        file.open_store(folder / "old.duty")
    with pytest.raises(ReadOnlyFileError):
        file.create(folder / "new.duty", "desk")


@pytest.mark.slow
def test_a_file_that_another_program_holds_is_told_after_five_seconds(path):
    before = folder_of(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin exclusive")
        with pytest.raises(LockedFileError):
            file.open_store(path)
    assert folder_of(path) == before


def test_every_table_of_a_new_file_is_strict_and_kept(path):
    with closing(file.open_store(path)) as opened:
        rows = opened.db.execute("pragma table_list").fetchall()
    strict = {name: bool(flag) for _, name, kind, _, _, flag in rows if kind == "table"}
    ours = {name for name in strict if not name.startswith(("sqlite_", "_sqlite_"))}
    assert ours == {*EVERY, "journal", "device"}
    assert all(strict[name] for name in ours)


def test_a_list_of_steps_that_is_not_of_the_tables_is_damage_and_nothing_is_changed(path):
    change(path, "delete from _sqlite_migrations where id = (select max(id) from _sqlite_migrations)")
    before = path.read_bytes()
    with pytest.raises(DamagedFileError):
        file.open_store(path)
    assert path.read_bytes() == before
