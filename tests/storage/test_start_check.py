from contextlib import closing

import pytest

from dutydesk.storage import file, guards, journal, start_check
from dutydesk.storage.start_check import Point, look, remember, verified
from dutydesk.storage.verify import Check, Fault
from tests.builders import BY
from tests.storage.test_file import change, scrawl

FORGE = (
    "drop trigger journal_no_update",
    "update journal set actor = '别人' where seq = {seq}",
    guards.GUARDS["journal_no_update"],
)


def head(path):
    with closing(file.open_store(path)) as store:
        seq, _, digest = journal.head(store.db)
        return Point(seq, digest)


def remembered(path):
    """Check a file and remember how far; more is done on it after that."""
    with closing(file.open_store(path)) as store:
        verdict = look(path)
        remember(store, verdict.point)
        assert verified(store.db) == verdict.point
        with store.write(BY, "more", deed_id="more") as writing:
            writing.remove_row("wish", "w")
    return verdict.point


@pytest.mark.parametrize("piece", [1, 4, 5000])
def test_a_good_file_is_whole_up_to_its_newest_entry(path, monkeypatch, piece):
    monkeypatch.setattr(start_check, "PIECE", piece)
    assert look(path) == start_check.StartVerdict((), head(path))


def test_only_what_came_since_is_checked(path):
    point = remembered(path)
    change(path, *(each.format(seq=3) for each in FORGE))
    assert look(path) == start_check.StartVerdict((), head(path))
    change(path, *(each.format(seq=point.seq + 1) for each in FORGE))
    assert look(path) == start_check.StartVerdict((Fault(Check.CHAIN, str(point.seq + 1)),), point)


@pytest.mark.parametrize("piece", [1, 5000])
def test_a_forged_entry_is_seen_before_anything_was_verified(path, monkeypatch, piece):
    monkeypatch.setattr(start_check, "PIECE", piece)
    change(path, *(each.format(seq=3) for each in FORGE))
    assert look(path) == start_check.StartVerdict((Fault(Check.CHAIN, "3"),), Point())


def test_a_tail_cut_off_before_the_verified_point_is_seen(path):
    point = remembered(path)
    change(path, "drop trigger journal_no_delete", "delete from journal where seq > 16")
    assert set(look(path).faults) == {
        Fault(Check.CHAIN, str(point.seq)),
        Fault(Check.GUARDS, "journal_no_delete"),
    }


def test_a_point_that_was_tampered_with_counts_for_nothing(path):
    remembered(path)
    change(path, "update device set value = 'nonsense' where id = 'verified'")
    assert look(path) == start_check.StartVerdict((), head(path))
    change(path, "update device set value = '3:nonsense' where id = 'verified'")
    assert look(path).faults == (Fault(Check.CHAIN, "3"),)


def test_a_dropped_guard_is_seen(path):
    change(path, "drop trigger journal_no_update")
    assert look(path).faults == (Fault(Check.GUARDS, "journal_no_update"),)


@pytest.mark.parametrize("at", range(4096, 40 * 4096, 3 * 4096))
def test_a_page_scrawled_over_is_seen_and_is_no_crash(path, at):
    if at >= path.stat().st_size - 4096:
        pytest.skip("the file is not so long")
    scrawl(path, at)
    assert look(path).faults


def test_looking_holds_up_no_deed_and_writes_nothing(path):
    before = path.read_bytes()
    assert look(path).faults == ()
    assert path.read_bytes() == before


def test_a_file_that_is_only_read_keeps_its_point(path):
    with closing(file.open_store(path)) as store:
        store.read_only = True
        remember(store, Point(1, "x"))
        assert verified(store.db) == Point()
