import json
import os
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dutydesk.errors import DamagedFileError, FileExistsAlreadyError
from dutydesk.storage import file, journal
from dutydesk.storage.people import PEOPLE, SECTIONS
from dutydesk.storage.salvage import Fate, Loss, Salvaged, salvage
from dutydesk.storage.verify import verify
from tests.builders import BY
from tests.storage.deeds import begin, do, kept
from tests.storage.test_file import change, folder_of, scrawl
from tests.storage.values import EVERY, content

PAGE = 4096
UNGUARDED = ("drop trigger journal_no_update", "drop trigger journal_no_delete")


@pytest.fixture
def office(folder):
    """A file of some hundred pages."""
    path = folder / "office.duty"
    begin(path)
    with closing(file.open_store(path)) as store:
        for number in range(6):
            do(store, number)
    return path


def save(path):
    """Salvage a file; what was made of it must be in order, and the file must be as it was."""
    before = folder_of(path)
    target = path.with_name("saved.duty")
    found = salvage(path, target, by=BY, deed="salvage_file", deed_id="salvage")
    after = folder_of(path)
    assert after.pop(target.name)
    assert after == before
    with closing(file.open_store(target)) as store:
        assert not verify(store.db).faults
        said = content(store)
    said["journal"].sort(key=lambda entry: entry[1])
    target.unlink()
    return found, said


def fates(found):
    return {each.fate for each in found.losses}


def rows(said):
    """What the tables say, but for the row that tells whence they were salvaged."""
    tables = said.keys() - {"journal", "_sqlite_migrations"}
    return {name: [row for row in said[name] if row[0] != "salvaged_from"] for name in tables}


def said_by(path):
    with closing(file.open_store(path)) as store:
        said = content(store)
    said["journal"].sort(key=lambda entry: entry[1])
    return said


def root(path, name):
    """The place of a table's first page."""
    with closing(file.open_store(path)) as store:
        return (
            store.db.execute("select rootpage from sqlite_master where name = ?", [name]).fetchone()[0] - 1
        ) * PAGE


def test_of_a_good_file_nothing_is_lost_and_a_last_entry_says_where_it_comes_from(path):
    was = said_by(path)
    found, said = save(path)
    assert found == Salvaged(len(EVERY) + 2, len(was["journal"]) + 1, ())
    assert rows(said) == rows(was)
    assert said["journal"][:-1] == was["journal"]
    assert (said["journal"][-1][6], json.loads(said["journal"][-1][13])["value"]) == (
        "salvage_file",
        "office.duty",
    )


@pytest.mark.parametrize("table", ["wish", "person", "tally", "device", "office"])
def test_a_table_that_is_gone_is_told_again_by_the_journal(office, table):
    was = rows(said_by(office))
    scrawl(office, root(office, table))
    found, said = save(office)
    assert (rows(said), found.losses) == (was, ())


def test_where_the_journal_is_gone_the_tables_are_kept(office):
    was = rows(said_by(office))
    scrawl(office, root(office, "journal"))
    found, said = save(office)
    assert rows(said) == was
    assert found.losses == (Loss(Fate.ENTRY_LOST, "1-"),)


def test_a_torn_journal_is_kept_up_to_the_tear_and_what_follows_is_told(path):
    was = said_by(path)
    change(path, *UNGUARDED, "delete from journal where seq in (5, 6)")
    found, said = save(path)
    assert rows(said) == rows(was)
    assert said["journal"][:4] == was["journal"][:4]
    assert found.losses[0] == Loss(Fate.ENTRY_LOST, "5-6")
    assert [each.where for each in found.losses[1:]] == [
        str(seq) for seq in range(7, len(was["journal"]) + 1)
    ]


def test_a_row_that_is_no_value_is_taken_from_the_journal_as_it_was_last_told(path):
    change(path, *UNGUARDED, "delete from journal where seq = 1", "update leave set first = 'nonsense'")
    found, said = save(path)
    assert said["leave"][0][3] == "2026-11-16"
    assert [each.where for each in found.losses if each.fate is Fate.ROW_PERHAPS_OLD] == ["leave l"]


def test_a_row_that_names_a_lost_one_is_lost_and_told(path):
    change(path, *UNGUARDED, "delete from journal", "delete from person where id = 'q'")
    found, said = save(path)
    assert {each.where for each in found.losses} >= {"ab_pair ab", "duty d"}
    assert [row[0] for row in said["person"]] == ["p"]


def test_a_row_of_which_a_whole_journal_knows_otherwise_is_told(path):
    change(path, "update section set name = '督查科'", "insert into office values ('forged', 'x')")
    found, said = save(path)
    assert [(each.fate, each.where) for each in found.losses] == [
        (Fate.ROW_UNTOLD, "office forged"),
        (Fate.ROW_UNTOLD, "section s"),
    ]
    assert [row[1] for row in said["section"]] == ["秘书科"]


def test_two_rows_that_cannot_both_be_are_told(path):
    change(
        path, *UNGUARDED, "delete from journal where seq = 1", "drop table section",
        "create table section (id text, name text, sort integer)",
        "insert into section values ('s', '秘书科', 1), ('t', '秘书科', 2)",
    )  # fmt: skip
    found, said = save(path)
    assert [row[0] for row in said["section"]] == ["s"]
    assert [each.where for each in found.losses[-2:]] == ["section t", "seal seal"]


@pytest.mark.parametrize(
    "spoil", [lambda path: scrawl(path, 0), lambda path: path.write_bytes(b"text" * 9999)]
)
def test_of_a_file_whose_beginning_is_gone_nothing_can_be_read(office, spoil):
    spoil(office)
    before = folder_of(office)
    with pytest.raises(DamagedFileError) as told:
        salvage(office, office.with_name("saved.duty"), by=BY, deed="salvage_file", deed_id="salvage")
    assert told.value.path == str(office)
    assert folder_of(office) == before


def test_no_file_is_overwritten(path):
    with pytest.raises(FileExistsAlreadyError):
        salvage(path, path, by=BY, deed="salvage_file", deed_id="salvage")


def test_a_file_cut_off_in_the_middle_gives_what_is_left_and_says_what_is_not(office):
    os.truncate(office, office.stat().st_size // PAGE // 2 * PAGE)
    found, said = save(office)
    assert found.losses
    assert said["person"]


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 200), st.integers(1, 3)), min_size=1, max_size=4))
def test_wherever_pages_are_spoilt_nothing_goes_without_being_told(office, spoilt):
    good, was = office.read_bytes(), said_by(office)
    for page, length in spoilt:
        scrawl(office, page % (len(good) // PAGE - 3) * PAGE or PAGE, length * PAGE)
    try:
        found, said = save(office)
    except DamagedFileError:
        return
    finally:
        office.write_bytes(good)
    assert rows(said) == rows(was) or found.losses
    assert set(said["journal"]) >= set(was["journal"]) or Fate.ENTRY_LOST in fates(found)


def test_a_salvaged_file_goes_on(office):
    scrawl(office, root(office, "wish"))
    target = office.with_name("saved.duty")
    salvage(office, target, by=BY, deed="salvage_file", deed_id="salvage")
    with closing(file.open_store(target)) as store:
        do(store, 6)
        assert len(store.all(PEOPLE)) == 5
        assert len(store.all(SECTIONS)) == 1
        assert journal.head(store.db)[0] > 150
    assert kept(target) == {f"deed-{number}" for number in range(7)}


@pytest.mark.parametrize(
    "harm", ["update secret set encoded = '$argon2id$forged'", "delete from journal where seq = 1"]
)
def test_what_is_told_as_lost_tells_no_secret(path, harm):
    change(path, *UNGUARDED, harm)
    told = [each.told for each in save(path)[0].losses]
    assert any('"encoded"' in each for each in told)
    assert not any("argon2" in each for each in told)
