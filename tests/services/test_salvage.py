from contextlib import closing
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dutydesk.domain.people import Section
from dutydesk.errors import (
    DamagedFileError,
    NoSuchFileError,
    NothingToUndoError,
    NotOurFileError,
    ReadOnlyFileError,
)
from dutydesk.services import backups, salvage, undo
from dutydesk.services.people import save_sections
from dutydesk.services.salvage import Fate, WaysOut
from dutydesk.storage import file
from dutydesk.storage.people import PEOPLE, SECTIONS
from tests.invented import BY

AT = datetime(2026, 11, 16, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
PAGE = 4096


@pytest.fixture
def path(tmp_path):
    """A file with two backups, one beside it and a newer one where the file says."""
    made = tmp_path / "office.duty"
    file.create(made, "desk")
    with closing(file.open_store(made)) as store:
        save_sections(store, [Section("s", "秘书科")], by=BY)
        backups.back_up(made, backups.folders(store), AT)
        backups.set_second_folder(store, tmp_path / "share", by=BY)
        backups.back_up(made, backups.folders(store)[1:], AT.replace(hour=10))
    return made


def scrawl(path, table):
    """Write nonsense over the first page of a table."""
    with closing(file.open_store(path)) as store:
        page = next(store.ask("select rootpage from sqlite_master where name = ?", (table,)))[0]
    with path.open("r+b") as opened:
        opened.seek((page - 1) * PAGE)
        opened.write(b"\xa5" * PAGE)


def behead(path):
    """Write nonsense over the list of tables, which follows upon the header."""
    with path.open("r+b") as opened:
        opened.seek(100)
        opened.write(b"\xa5" * (PAGE - 100))


def test_a_damaged_file_can_be_looked_at_and_its_newest_good_backup_is_named(path, tmp_path):
    scrawl(path, "person")
    before = path.read_bytes()
    found = salvage.ways_out(path)
    assert found.can_be_looked_at
    assert found.backup.path == tmp_path / "share" / "office-20261116-103000.duty"
    with closing(salvage.look_at(path)) as store:
        assert [each.name for each in store.all(SECTIONS)] == ["秘书科"]
        with pytest.raises(DamagedFileError):
            store.all(PEOPLE)
        with pytest.raises(ReadOnlyFileError):
            save_sections(store, [Section("t", "综合科")], by=BY)
    assert path.read_bytes() == before


def test_of_a_file_beyond_reading_the_backup_beside_it_is_named(path):
    path.write_bytes(b"nonsense" * 999)
    newest = backups.home(path) / "office-20261116-093000.duty"
    assert salvage.ways_out(path) == WaysOut(
        can_be_looked_at=False, backup=backups.Good(newest, AT.replace(tzinfo=None))
    )


def test_without_a_good_backup_none_is_named(path):
    behead(path)
    (backups.home(path) / "office-20261116-093000.duty").write_bytes(b"")
    assert salvage.ways_out(path) == WaysOut(can_be_looked_at=False, backup=None)


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (lambda path: path.unlink(), NoSuchFileError),
        (lambda path: path.write_bytes(b"text"), NotOurFileError),
        (behead, DamagedFileError),
    ],
    ids=["missing", "a text", "without its tables"],
)
def test_what_cannot_even_be_looked_at_is_refused(path, spoil, error):
    spoil(path)
    with pytest.raises(error):
        salvage.look_at(path)


def test_a_salvaged_file_has_what_the_damaged_one_had_and_begins_anew(path, tmp_path):
    scrawl(path, "section")
    before = path.read_bytes()
    found = salvage.salvage_file(path, tmp_path / "new.duty", by=BY)
    assert found.losses == ()
    assert path.read_bytes() == before
    with closing(file.open_store(tmp_path / "new.duty")) as store:
        assert [each.name for each in store.all(SECTIONS)] == ["秘书科"]
        with pytest.raises(NothingToUndoError):
            undo.undo(store, by=BY)


def test_what_is_lost_is_named(path, tmp_path):
    scrawl(path, "journal")
    found = salvage.salvage_file(path, tmp_path / "new.duty", by=BY)
    assert [each.fate for each in found.losses] == [Fate.ENTRY_LOST]
