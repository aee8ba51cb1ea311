from contextlib import closing
from datetime import datetime

import pytest

from dutydesk.domain.backups import DAILY
from dutydesk.domain.office import Office
from dutydesk.errors import NoSuchFileError
from dutydesk.services import backups, files, office, start_check
from dutydesk.storage import file
from tests.ui.kept import Clocks, kept_open, office_file
from ui.keeping.safekeeping import Safekeeping

SECTOR = 4096


@pytest.fixture
def clocks():
    return Clocks()


@pytest.fixture
def path(qapp, tmp_path):
    return office_file(tmp_path)


def copies(folder):
    return sorted(each.name for each in folder.glob("*.dutydesk"))


def test_the_file_is_checked_and_backed_up_when_it_is_opened(path, clocks):
    with kept_open(path, clocks) as (session, keeper):
        assert keeper.verdict.faults == ()
        assert copies(backups.home(path)) == ["binjiang-20261121-093000.dutydesk"]
        assert keeper.last.at == datetime(2026, 11, 21, 9, 30)  # noqa: DTZ001 - the office's own clock
        assert not keeper.is_old()
        assert session.read(files.verify_file).faults == ()


def test_a_day_has_one_backup_and_the_next_day_has_its_own_without_a_restart(path, clocks):
    with kept_open(path, clocks) as (_session, keeper):
        for _ in range(20):
            clocks.go_on(hours=4)
            keeper.pulse()
    with kept_open(path, clocks):
        pass
    days = [name[9:17] for name in copies(backups.home(path))]
    assert days == ["20261121", "20261122", "20261123", "20261124"]


def test_what_is_superseded_goes(path, clocks):
    with kept_open(path, clocks) as (_session, keeper):
        for _ in range(DAILY + 20):
            clocks.go_on(days=1)
            keeper.pulse()
    kept = copies(backups.home(path))
    assert DAILY < len(kept) < DAILY + 20


def test_every_place_gets_its_backup_as_soon_as_it_is_chosen(path, clocks, tmp_path):
    with kept_open(path, clocks) as (session, _keeper):
        session.perform(backups.set_second_folder, tmp_path / "share", by=session.author())
        assert len(copies(tmp_path / "share")) == 1


def test_a_second_folder_that_is_gone_is_known_and_blocks_nothing(path, clocks, tmp_path):
    with kept_open(path, clocks) as (session, keeper):
        session.perform(backups.set_second_folder, tmp_path / "share", by=session.author())
        for each in (tmp_path / "share").iterdir():
            each.unlink()
        (tmp_path / "share").rmdir()
        clocks.go_on(days=1)
        keeper.pulse()
        assert [type(each) for each in keeper.failures] == [NoSuchFileError]
        assert len(copies(backups.home(path))) == 2
        assert session.perform(office.save_office, Office(name="甲"), by=session.author())
        assert not keeper.is_old()
        (tmp_path / "share").mkdir()
        clocks.go_on(minutes=11)
        keeper.pulse()
        assert keeper.failures == ()
        assert len(copies(tmp_path / "share")) == 1


def test_a_backup_is_made_after_a_handover(path, clocks, monkeypatch):
    monkeypatch.setattr("ui.keeping.safekeeping.BACKED_UP_AFTER", frozenset({"save_office"}))
    with kept_open(path, clocks) as (session, _keeper):
        clocks.go_on(hours=3)
        session.perform(office.save_office, Office(name="甲"), by=session.author())
    assert copies(backups.home(path)) == ["binjiang-20261121-123000.dutydesk"]


def test_a_backup_that_is_altered_is_none(path, clocks):
    with kept_open(path, clocks) as (_session, keeper):
        copy = keeper.last.path
        copy.write_bytes(copy.read_bytes() + b"x")
        keeper.look_for_backups()
        assert keeper.last is None
        assert keeper.is_old()


@pytest.mark.parametrize(("hours", "old"), [(24, False), (25, True)])
def test_the_last_backup_grows_old_when_none_follows(path, clocks, hours, old):
    with kept_open(path, clocks) as (_session, keeper):
        clocks.go_on(hours=hours)
        assert keeper.is_old() is old


def spoil(path):
    """Tip what the journal says of the office's name, as with another tool."""
    with closing(file.open_store(path)) as store:
        store.db.execute("drop trigger journal_no_update")
        store.db.execute("update journal set after = replace(after, '滨江', '青石')")


def test_a_file_with_a_broken_chain_is_only_read_and_not_backed_up(path, clocks):
    spoil(path)
    with kept_open(path, clocks) as (session, keeper):
        assert keeper.is_damaged()
        assert session.read_only
        assert session.perform(office.save_office, Office(name="甲"), by=session.author()) is None
        clocks.go_on(days=1)
        keeper.pulse()
        assert session.read_only
    assert copies(backups.home(path)) == []


def test_a_file_that_turns_out_damaged_while_it_is_open_is_only_read_from_then_on(path, clocks):
    with kept_open(path, clocks) as (session, keeper):
        with closing(file.open_store(path)) as store:
            root = next(store.ask("select rootpage from sqlite_master where name = 'office'"))[0]
        data = bytearray(path.read_bytes())
        data[(root - 1) * SECTOR : root * SECTOR] = b"\xa5" * SECTOR
        path.write_bytes(data)
        session.reopen()
        session.perform(office.save_office, Office(name="甲"), by=session.author())
        assert keeper.is_damaged()
        assert session.read_only


def test_only_the_first_check_reads_all(path, clocks):
    with kept_open(path, clocks):
        pass
    with closing(files.open_file(path)) as store:
        seq = next(store.ask("select max(seq) from journal"))[0]
    assert 0 < start_check.look(path).point.seq <= seq


def test_a_rehearsal_in_memory_is_left_alone(session):
    keeper = Safekeeping(session, lambda: 0.0)
    for act in (keeper.begin, keeper.pulse, keeper.back_up, keeper.look_for_backups):
        act()
    assert keeper.last is None
