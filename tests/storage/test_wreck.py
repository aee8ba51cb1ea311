from contextlib import closing

import pytest

from dutydesk.storage import file, wreck
from dutydesk.storage.wreck import copied, explore
from tests.storage.deeds import MANY, begin, do
from tests.storage.test_file import change, folder_of, scrawl
from tests.storage.test_salvage import PAGE, root

TABLE_LEAF = 13
"""The first byte of a page with rows of a table."""


@pytest.fixture
def office(folder):
    path = folder / "office.duty"
    begin(path)
    with closing(file.open_store(path)) as store:
        do(store, 2)
    return path


def found(path):
    with copied(path, path.with_name("new.duty")) as copy:
        return explore(copy)


def test_of_a_good_file_everything_is_brought_up(office):
    seen = found(office)
    assert (seen.device, seen.is_journal_whole, len(seen.entries)) == ("desk", True, 7 + MANY + 1)
    assert len(seen.tables["wish"].rows) == MANY
    assert all(each.is_whole for each in seen.tables.values())


def test_looking_into_a_file_leaves_it_and_its_crash_journal_alone(office):
    office.with_name(f"{office.name}-journal").write_bytes(b"of a crash")
    before = folder_of(office)
    found(office)
    assert folder_of(office) == before


def test_around_a_spoilt_page_the_other_rows_are_brought_up(office):
    data = office.read_bytes()
    leaves = [at for at in range(0, len(data), PAGE) if data[at] == TABLE_LEAF]
    scrawl(office, [at for at in leaves if b"deed-2" in data[at : at + PAGE]][2])
    seen = found(office)
    assert not seen.is_journal_whole
    assert 3 * MANY // 4 < len(seen.entries) < MANY + 8


def test_a_table_that_fails_everywhere_is_given_up(office, monkeypatch):
    monkeypatch.setattr(wreck, "_PATIENCE", 20)
    scrawl(office, root(office, "wish"))
    assert found(office).tables["wish"] == wreck.Remains([], is_whole=False)


def test_a_table_that_is_not_there_is_not_whole(office):
    change(office, "drop table wish")
    assert found(office).tables["wish"] == wreck.Remains([], is_whole=False)


def test_an_entry_whose_columns_are_of_another_kind_is_none(office):
    change(
        office,
        "alter table journal rename to old",
        "create table journal as select * from old",
        "update journal set actor = x'00' where seq = 3",
    )
    seen = found(office)
    assert not seen.is_journal_whole
    assert 3 not in {each.seq for each in seen.entries}


@pytest.mark.parametrize("spoilt", ["replace(after, '\"', char(0))", "'[1]'", "'{'"])
def test_an_entry_that_tells_no_row_is_none(office, spoilt):
    spoil = f"update journal set after = {spoilt} where seq = 3"  # noqa: S608 - our own words
    change(office, "drop trigger journal_no_update", spoil)
    seen = found(office)
    assert not seen.is_journal_whole
    assert 3 not in {each.seq for each in seen.entries}
