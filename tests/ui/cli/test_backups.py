import shutil
import sqlite3
from contextlib import closing

import pytest

from dutydesk.services import backups
from dutydesk.services.files import open_file
from tests.invented import BY
from tests.ui.cli.commands import folder_of


def rosters(path):
    """The duties that a file holds."""
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("select * from duty order by id").fetchall()


def scrawl(path, table):
    """Write nonsense over the first page of a table."""
    with closing(sqlite3.connect(path)) as raw:
        page = raw.execute("select rootpage from sqlite_master where name = ?", [table]).fetchone()[0]
    with path.open("r+b") as opened:
        opened.seek((page - 1) * 4096)
        opened.write(b"\xa5" * 4096)


def test_a_backup_is_made_and_restored(dutydesk, file, tmp_path):
    said = dutydesk("backup", file, tmp_path / "copies")
    assert (said.code, said.err) == (0, "")
    (copy,) = (tmp_path / "copies").glob("*.duty")
    assert str(copy) in said.out
    before = file.read_bytes()
    dutydesk("plan", file, "--from", "2026-12-01", "--to", "2026-12-31")
    changed = file.read_bytes()
    said = dutydesk("restore", copy, file)
    assert (said.code, said.err) == (0, "")
    (aside,) = file.parent.glob("*before-restore*")
    assert str(aside) in said.out
    assert aside.read_bytes() == changed != before
    assert rosters(file) == rosters(copy) != rosters(aside)
    assert dutydesk("verify", file).code == 0


def _cut(path):
    path.write_bytes(path.read_bytes()[:9000])


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda copy: copy.unlink(), "There is no file"),
        (_cut, "is damaged"),
        (lambda copy: copy.write_text("no database"), "is not a DutyDesk file"),
        (lambda copy: (copy.unlink(), copy.mkdir()), "There is no file"),
    ],
    ids=["missing", "cut off", "a text", "a folder"],
)
def test_a_bad_backup_is_not_restored(dutydesk, file, tmp_path, spoil, words):
    copy = tmp_path / "copy.duty"
    shutil.copy(file, copy)
    spoil(copy)
    before = folder_of(file)
    said = dutydesk("restore", copy, file)
    assert (said.code, said.out, len(said.err.splitlines())) == (4, "", 1)
    assert words in said.err
    assert str(copy) in said.err
    assert folder_of(file) == before


def test_without_a_folder_a_backup_is_made_beside_the_file_and_where_the_file_says(dutydesk, file, tmp_path):
    with closing(open_file(file)) as store:
        backups.set_second_folder(store, tmp_path / "share", by=BY)
    said = dutydesk("backup", file)
    assert (said.code, said.err, len(said.out.splitlines())) == (0, "", 2)
    assert len(list((file.parent / "binjiang-backups").glob("*.duty"))) == 1
    assert len(list((tmp_path / "share").glob("*.duty"))) == 1


def test_a_second_folder_that_is_gone_is_a_finding(dutydesk, file, tmp_path):
    with closing(open_file(file)) as store:
        backups.set_second_folder(store, tmp_path / "share", by=BY)
    (tmp_path / "share").rmdir()
    said = dutydesk("backup", file)
    assert (said.code, len(said.out.splitlines()), len(said.err.splitlines())) == (1, 1, 1)
    assert str(tmp_path / "share") in said.err


def test_a_damaged_file_is_salvaged_into_a_new_one(dutydesk, file):
    was, before = rosters(file), file.read_bytes()
    scrawl(file, "duty")
    damaged = file.read_bytes()
    said = dutydesk("salvage", file, file.with_name("new.duty"))
    assert (said.code, said.err) == (0, "")
    assert "Nothing is lost." in said.out
    assert rosters(file.with_name("new.duty")) == was
    assert file.read_bytes() == damaged != before
    assert dutydesk("verify", file.with_name("new.duty")).code == 0


def test_what_is_lost_is_told_and_listed(dutydesk, file):
    was = rosters(file)
    scrawl(file, "journal")
    said = dutydesk("salvage", file, file.with_name("new.duty"))
    assert (said.code, said.err) == (1, "")
    listed = file.with_name("new-lost.txt").read_text("utf-8-sig")
    assert "Journal entries that cannot be read: 1-" in listed
    assert listed in said.out
    assert rosters(file.with_name("new.duty")) == was


def test_a_salvage_overwrites_nothing(dutydesk, file):
    before = folder_of(file)
    said = dutydesk("salvage", file, file)
    assert (said.code, said.out, len(said.err.splitlines())) == (4, "", 1)
    assert folder_of(file) == before
