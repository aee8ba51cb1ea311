from datetime import timedelta

import pytest

from dutydesk.domain.office import Office
from dutydesk.services import clock_doubt, files, office
from tests.ui.kept import Clocks, kept_open, office_file
from ui import clock


@pytest.fixture
def clocks():
    return Clocks()


@pytest.fixture
def kept(qapp, tmp_path, clocks):
    with kept_open(office_file(tmp_path), clocks) as opened:
        yield opened


def name_office(session, name):
    """A deed, and whether its newest entry is doubtful."""
    session.perform(office.save_office, Office(name=name), by=session.author())
    return session.read(newest_doubt) is not None


def newest_doubt(store):
    device, seq = next(
        store.ask("select device, seq from journal where table_name = 'office' order by seq desc")
    )
    return clock_doubt.doubt_of_entry(store, device, seq)


def test_as_long_as_the_clocks_agree_nothing_is_doubted(kept, clocks):
    session, keeper = kept
    for _ in range(5):
        clocks.go_on(hours=9)
        keeper.pulse()
    assert not name_office(session, "甲")
    assert keeper.doubt is None


def test_a_suspended_machine_is_no_leap(kept, clocks):
    session, keeper = kept
    clocks.go_on(hours=14)  # the lid was closed: the clock since boot went on
    keeper.pulse()
    assert not name_office(session, "甲")


@pytest.mark.parametrize("minutes", [6, -6, 60 * 24 * 365])
def test_what_is_entered_after_a_leap_is_doubtful_although_nobody_looked_between(kept, clocks, minutes):
    session, keeper = kept
    clocks.set_by(minutes=minutes)
    assert name_office(session, "甲")
    keeper.pulse()
    assert keeper.doubt is not None


@pytest.mark.parametrize("minutes", [4, -4])
def test_a_small_correction_is_no_leap(kept, clocks, minutes):
    session, keeper = kept
    clocks.go_on(hours=1)
    clocks.set_by(minutes=minutes)
    assert not name_office(session, "甲")
    assert keeper.doubt is None


def test_a_clock_that_is_set_back_right_is_believed_again_without_a_word(kept, clocks):
    session, keeper = kept
    clocks.set_by(hours=3)
    assert name_office(session, "甲")
    clocks.set_by(hours=-3)
    clocks.go_on(minutes=1)
    assert not name_office(session, "乙")
    keeper.pulse()
    assert keeper.doubt is None


def test_a_word_that_the_clock_is_right_is_kept_and_believed(kept, clocks):
    session, keeper = kept
    clocks.set_by(hours=3)
    assert name_office(session, "甲")
    keeper.trust_clock()
    assert keeper.doubt is None
    assert not name_office(session, "乙")
    clocks.go_on(minutes=1)
    assert not name_office(session, "丙")


def test_a_leap_outlives_the_program_until_somebody_gives_their_word(qapp, tmp_path, clocks):
    path = office_file(tmp_path)
    with kept_open(path, clocks) as (session, _keeper):
        clocks.set_by(hours=3)
        assert name_office(session, "甲")
    with kept_open(path, clocks) as (session, keeper):
        assert keeper.doubt is not None
        assert name_office(session, "乙")
        keeper.trust_clock()
        assert not name_office(session, "丙")


def test_a_clock_that_went_back_while_the_program_was_off_is_seen_by_the_newest_entry(qapp, tmp_path, clocks):
    path = office_file(tmp_path)
    clocks.set_by(days=-30)  # the battery of the clock is flat
    with kept_open(path, clocks) as (session, keeper):
        assert keeper.doubt is not None
        assert name_office(session, "甲")


def test_no_leap_is_noted_in_a_file_that_is_only_read(qapp, tmp_path, clocks):
    path = office_file(tmp_path)
    with kept_open(path, clocks) as (session, keeper):
        keeper.begin_damaged()
        clocks.set_by(hours=3)
        keeper.pulse()
        assert session.read(clock_doubt.open_doubt) is None


def test_the_steady_clock_goes_on(kept):
    assert clock.steady() <= clock.steady()


def test_the_file_stays_what_its_journal_says(kept, clocks):
    session, keeper = kept
    clocks.set_by(hours=3)
    keeper.pulse()
    keeper.trust_clock()
    assert not session.read(files.verify_file).faults


def test_while_a_leap_lasts_deadlines_are_counted_as_if_there_were_none(kept, clocks):
    session, keeper = kept
    right = session.now()
    clocks.set_by(hours=2)
    keeper.pulse()
    clocks.go_on(minutes=10)
    keeper.pulse()
    assert session.sure_now() == right + timedelta(minutes=10)
    keeper.trust_clock()
    assert session.sure_now() == session.now()


def test_after_a_restart_behind_the_newest_entry_deadlines_are_counted_from_that_entry(
    qapp, tmp_path, clocks
):
    path = office_file(tmp_path)
    with kept_open(path, clocks) as (session, _):
        name_office(session, "甲")
        newest = session.now()
    clocks.set_by(hours=-3)
    with kept_open(path, clocks) as (session, keeper):
        clocks.go_on(minutes=1)
        keeper.pulse()
        assert session.sure_now() == newest + timedelta(minutes=1)
