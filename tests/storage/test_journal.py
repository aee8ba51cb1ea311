import json
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.storage import file, journal
from dutydesk.storage.people import PEOPLE
from dutydesk.storage.verify import verify
from tests.storage.values import words

GOLDEN = Path(__file__).parents[1] / "data" / "golden.dutydesk"
rows = st.dictionaries(words, words | st.integers() | st.none() | st.booleans(), max_size=4)


@given(rows)
def test_equal_rows_have_equal_text(row):
    backwards = dict(reversed(row.items()))
    assert journal.canonical(row) == journal.canonical(backwards)
    assert json.loads(journal.canonical(row)) == row


def test_the_text_of_a_row_is_as_short_as_can_be_and_readable():
    assert journal.canonical({"名": "堃", "id": 1}) == '{"id":1,"名":"堃"}'


def test_text_is_composed_and_the_rest_left_alone():
    assert journal.composed({"name": "e\u0301", "sort": 1, "left": None}) == {
        "name": "\u00e9", "sort": 1, "left": None,
    }  # fmt: skip


def test_a_float_has_no_text():
    with pytest.raises(journal.UnjournalledValueError):
        journal.canonical({"due": 1.0})


def test_an_empty_journal_begins_at_nothing(store):
    store.db.execute("drop trigger journal_no_delete")
    store.db.execute("delete from journal")
    assert journal.head(store.db) == (0, 0, "")


def test_the_entries_count_without_gaps_and_hold_together(store):
    entries = list(journal.read(store.db))
    assert [each.seq for each in entries] == list(range(1, len(entries) + 1))
    assert [each.prev for each in entries[1:]] == [each.hash for each in entries[:-1]]
    assert journal.head(store.db) == (len(entries), len(entries), entries[-1].hash)
    assert list(journal.broken_links(entries, "memory")) == []


@pytest.mark.parametrize("name", journal.COLUMNS)
def test_no_part_of_an_entry_can_be_altered_unseen(store, name):
    entries = list(journal.read(store.db))
    value = getattr(entries[3], name)
    entries[3] = replace(entries[3], **{name: value + 1 if isinstance(value, int) else value + "x"})
    assert 4 in list(journal.broken_links(entries, "memory")) or name == "seq"
    assert list(journal.broken_links(entries, "memory"))


@pytest.mark.parametrize(
    ("spoil", "seen"),
    [
        (lambda entries: entries[:3] + entries[4:], [5]),
        (lambda entries: [*entries[:3], entries[4], entries[3], *entries[5:]], [5, 4, 6]),
        (lambda entries: entries[1:], [2]),
        (lambda entries: [*entries[:3], entries[2], *entries[3:]], [3]),
    ],
    ids=["one gone", "two exchanged", "the first gone", "one doubled"],
)
def test_what_is_taken_exchanged_or_slipped_in_breaks_the_chain(store, spoil, seen):
    entries = spoil(list(journal.read(store.db)))
    assert list(journal.broken_links(entries, "memory")) == seen


def test_the_journal_of_another_device_is_not_this_one(store):
    assert list(journal.broken_links(journal.read(store.db), "another"))


def test_replaying_gives_the_rows_that_are_left():
    added = journal.Entry("d", 1, 1, "", "", "", "", "", "", "", "section", "s", "", '{"id":"s"}', "", "")
    other = replace(added, seq=2, row_id="t", after='{"id":"t"}')
    gone = replace(added, seq=3, before='{"id":"s"}', after="")
    assert journal.replay([added, other, gone]) == {("section", "t"): '{"id":"t"}'}


@pytest.fixture
def golden(tmp_path):
    """A file that was made once, by the first release."""
    path = Path(shutil.copy(GOLDEN, tmp_path / "golden.dutydesk"))
    with closing(file.open_store(path, keep_old=False)) as store:
        yield store


def test_a_file_of_the_first_release_opens_and_is_what_its_journal_says(golden):
    assert verify(golden.db).faults == ()
    assert {each.name for each in golden.all(PEOPLE)} == {"李堃", "赵喆"}


def test_the_hashes_of_the_first_release_are_the_hashes_of_today(golden):
    kept = [line.split() for line in GOLDEN.with_name("golden_hashes.txt").read_text().splitlines()]
    entries = list(journal.read(golden.db))
    assert [[str(each.seq), each.sealed()] for each in entries] == kept
    assert [each.hash for each in entries] == [digest for _, digest in kept]


@pytest.mark.parametrize("drift", ["tag", "columns", "canonical"])
def test_a_format_that_drifts_is_seen(golden, monkeypatch, drift):
    other = {
        "tag": ("TAG", b"dutydesk-journal-2\n"),
        "columns": ("COLUMNS", tuple(each for each in journal.COLUMNS if each != "lamport")),
        "canonical": ("canonical", lambda row: json.dumps(row, sort_keys=True)),
    }
    entries = list(journal.read(golden.db))
    monkeypatch.setattr(journal, *other[drift])
    assert all(each.sealed() != each.hash for each in entries)
