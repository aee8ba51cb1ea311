from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dutydesk.domain.accounts import Author
from dutydesk.domain.keeping import KEEPING, KeepingRules
from dutydesk.domain.people import Section
from dutydesk.errors import NothingToUndoError, TrueTimeFileError
from dutydesk.services import clock_doubt, undo
from dutydesk.services.people import save_sections
from dutydesk.services.rulebook import save_family
from dutydesk.storage import journal
from dutydesk.storage.clock_doubt import CLOCK_DOUBTS
from dutydesk.storage.people import SECTIONS
from dutydesk.storage.store import memory
from dutydesk.storage.verify import verify

AT = datetime(2026, 11, 21, 2, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def store():
    opened = memory("desk")
    enter(opened, "before", AT)
    yield opened
    assert not verify(opened.db).faults
    opened.close()


def by(at):
    return Author("王敏", at)


def enter(store, name, at):
    """Write one row; returns the number of its entry."""
    save_sections(store, [Section(name, name)], by=by(at))
    return journal.head(store.db)[0]


def doubtful(store):
    """The sections whose entry is doubtful."""
    rows = store.ask("select row_id from journal where table_name = 'section' order by seq")
    return [each for (each,) in rows if clock_doubt.doubt_of_record(store, "section", each)]


def test_what_is_entered_under_a_leap_is_doubtful_and_nothing_else(store):
    clock_doubt.note_jump(store, AT, AT + 3 * HOUR, by=by(AT + 3 * HOUR))
    enter(store, "meanwhile", AT + 3 * HOUR)
    clock_doubt.clock_came_back(store, by=by(AT))
    enter(store, "after", AT + timedelta(minutes=1))
    assert doubtful(store) == ["meanwhile"]
    assert clock_doubt.open_doubt(store) is None


def test_a_leap_is_noted_once(store):
    assert clock_doubt.note_jump(store, AT, AT + HOUR, by=by(AT)).rows == 1
    assert clock_doubt.note_jump(store, AT, AT + HOUR, by=by(AT)).rows == 0
    assert len(store.all(CLOCK_DOUBTS)) == 1


def test_what_is_behind_an_earlier_entry_is_doubtful_without_any_note(store):
    enter(store, "behind", AT - HOUR)
    enter(store, "still behind", AT - timedelta(seconds=11))
    enter(store, "waited for another program", AT - timedelta(seconds=9))
    enter(store, "after", AT + HOUR)
    assert doubtful(store) == ["behind", "still behind"]
    found = clock_doubt.doubt_of_record(store, "section", "behind")
    assert (found.right, found.shown) == (AT, AT - HOUR)


def test_a_word_for_the_clock_lets_later_entries_be_believed(store):
    enter(store, "a year ahead", AT + 365 * 24 * HOUR)
    enter(store, "right, though behind", AT + HOUR)
    clock_doubt.confirm_clock(store, by=replace(by(AT + HOUR), on_behalf_of="李主任"))
    enter(store, "after the word", AT + 2 * HOUR)
    assert doubtful(store) == ["right, though behind"]
    assert store.all(CLOCK_DOUBTS)[0].word == "李主任"
    assert clock_doubt.newest_entry(store) == AT + 2 * HOUR


def test_a_word_ends_a_leap_but_what_was_entered_stays_doubtful(store):
    clock_doubt.note_jump(store, AT, AT + HOUR, by=by(AT + HOUR))
    enter(store, "meanwhile", AT + HOUR)
    clock_doubt.confirm_clock(store, by=by(AT + HOUR))
    enter(store, "after", AT + HOUR)
    assert doubtful(store) == ["meanwhile"]


def test_the_newest_entry_is_the_newest_that_is_believed(store):
    assert clock_doubt.newest_entry(store) == AT
    clock_doubt.note_jump(store, AT, AT + HOUR, by=by(AT + HOUR))
    enter(store, "meanwhile", AT + HOUR)
    assert clock_doubt.newest_entry(store) == AT


def test_an_instant_in_a_leap_means_nothing_certain(store):
    clock_doubt.note_jump(store, AT + HOUR, AT - HOUR, by=by(AT - HOUR))
    enter(store, "meanwhile", AT - 2 * HOUR)
    clock_doubt.clock_came_back(store, by=by(AT + 2 * HOUR))
    assert clock_doubt.doubt_of_instant(store, AT)
    assert clock_doubt.doubt_of_instant(store, AT - 2 * HOUR)
    assert clock_doubt.doubt_of_instant(store, AT - 3 * HOUR) is None
    assert clock_doubt.doubt_of_instant(store, AT + 2 * HOUR) is None


def test_undo_looks_past_a_doubt_and_never_takes_it_back(store):
    clock_doubt.note_jump(store, AT, AT + HOUR, by=by(AT + HOUR))
    undo.undo(store, by=by(AT + HOUR))
    assert store.all(SECTIONS) == ()
    assert clock_doubt.open_doubt(store)
    with pytest.raises(NothingToUndoError):
        undo.undo(store, by=by(AT + HOUR))


def test_a_doubt_cannot_be_edited_away(store):
    clock_doubt.note_jump(store, AT, AT + HOUR, by=by(AT + HOUR))
    with store.db.atomic():
        store.db.execute("savepoint edit")
        store.db.execute("delete from clock_doubt")
        assert verify(store.db).faults
        store.db.execute("rollback to edit")


def test_an_unknown_entry_is_not_doubtful(store):
    assert clock_doubt.doubt_of_entry(store, "desk", 99) is None
    assert clock_doubt.clock_came_back(store, by=by(AT)).rows == 0


def test_the_numbers_are_rules_of_the_day(store):
    assert clock_doubt.rules(store, AT).jump_minutes == 5


def test_a_file_begun_on_a_set_time_says_so_of_every_entry_and_goes_on_doing_so(store):
    with pytest.raises(TrueTimeFileError):
        clock_doubt.refuse_true_time(store)
    clock_doubt.begin_rehearsal(store, AT - HOUR, by=by(AT))
    clock_doubt.refuse_true_time(store)
    clock_doubt.clock_came_back(store, by=by(AT))
    last = enter(store, "later", AT + HOUR)
    assert all(clock_doubt.doubt_of_entry(store, store.device(), seq) for seq in (1, last))


def test_a_rule_holds_from_midnight_on_the_offices_clock(store):
    tomorrow = datetime(2026, 11, 22, tzinfo=UTC).date()
    save_family(store, KEEPING, KeepingRules(jump_minutes=9), tomorrow, by=by(AT))
    midnight = datetime(2026, 11, 21, 16, tzinfo=UTC)
    known = [clock_doubt.rules(store, midnight + each).jump_minutes for each in (-HOUR, timedelta())]
    assert known == [5, 9]
