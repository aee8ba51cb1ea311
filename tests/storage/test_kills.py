"""A program that is killed leaves the whole of what it had told, and all or nothing of the rest."""

import random
import shutil
import signal
import sqlite3
from contextlib import closing
from datetime import datetime

import pytest

from dutydesk.errors import StoreError
from dutydesk.services import backups
from dutydesk.storage import file
from dutydesk.storage.backup import back_up, restore
from dutydesk.storage.connection import build, connect
from dutydesk.storage.migrations import migrations, steps
from dutydesk.storage.people import SECTIONS
from tests.builders import BY
from tests.storage.deeds import begin, do, kept
from tests.storage.killed import do_deeds, kill_after, kill_at, moments

AT = datetime(2026, 11, 16, 9, 30)  # noqa: DTZ001 - the office's own clock names the copy
SWAPS = {"os.rename", "os.remove", "Removed"}
"""What makes names appear and vanish: the moments at which something half done would show."""


def killed_while_doing(path, kills, chance):
    """Kill so many programs one after the other on one file; returns how many deeds were told and lost."""
    told, first, lost = set(), 0, 0
    for _ in range(kills):
        numbers = kill_after(chance.uniform(0, 0.2), do_deeds, path, first)
        told |= {f"deed-{number}" for number in numbers}
        first += len(numbers)  # the next one begins with the deed of which nobody heard
        lost += len(told - kept(path))
    return len(told), lost


def test_a_few_kills_lose_and_double_nothing(folder):
    begin(folder / "office.duty")
    chance = random.Random(0)  # noqa: S311 - chance that can be repeated
    assert killed_while_doing(folder / "office.duty", 4, chance)[1] == 0


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_two_hundred_kills_lose_and_double_nothing(tmp_path, seed):
    begin(tmp_path / "office.duty")
    chance = random.Random(seed)  # noqa: S311 - chance that can be repeated
    told, lost = killed_while_doing(tmp_path / "office.duty", 20, chance)
    assert (told > 0, lost) == (True, 0)


def boast(tell, path):
    """Tell a deed before it is kept."""
    with closing(file.open_store(path)) as store:
        tell("ready")
        with store.write(BY, "do", deed_id="deed-0") as writing:
            writing.put_row("office", {"id": "name", "value": "x"})
            tell(0)
            signal.pause()


def test_a_deed_told_too_early_would_be_seen_as_lost(folder):
    begin(folder / "office.duty")
    assert kill_after(0.05, boast, folder / "office.duty") == [0]
    assert kept(folder / "office.duty") == set()


def some_of(found, kills, chance):
    """So many of the moments of a job: all at which names change and the one after, the others by chance."""
    near = {at for at, each in enumerate(found) if each in SWAPS}
    near |= {at + 1 for at in near}
    others = sorted(set(range(len(found) + 1)) - near)
    near = set(chance.sample(sorted(near), min(kills, len(near))))
    return sorted(near) + chance.sample(others, min(len(others), max(0, kills - len(near))))


def migrate(folder):
    """Open a file of an older shape."""
    file.open_store(folder / "office.duty").close()


def an_old_office(folder):
    db = connect(str(folder / "office.duty"))
    build(db, "desk", stop_before=steps()[4])
    db.execute("insert into section values ('s', '秘书科', 1)")
    db.conn.close()


def check_migrated(folder):
    """A file of the old shape or the new one, nothing between; the copy of it, if there is one, is whole."""
    for each in (*folder.glob("office*.bak"), folder / "office.duty"):
        with closing(sqlite3.connect(each)) as raw:
            applied = [row[0] for row in raw.execute("select name from _sqlite_migrations order by id")]
            assert applied in ([steps()[:4]] if each.suffix == ".bak" else [steps()[:4], steps()])
            assert raw.execute("select name from section").fetchall() == [("秘书科",)]
    migrate(folder)
    with closing(file.open_store(folder / "office.duty")) as store:
        assert [each.name for each in store.all(SECTIONS)] == ["秘书科"]
        assert not migrations.pending(store.db)


def back_up_office(folder):
    """Back up a file."""
    with closing(file.open_store(folder / "office.duty")) as store:
        back_up(store, folder / "office.duty", folder / "backups", AT)


def an_office(folder):
    begin(folder / "office.duty")
    with closing(file.open_store(folder / "office.duty")) as store:
        do(store, 1)


def check_backed_up(folder):
    """A backup that is there is whole; the next one is made as if nothing had happened."""
    for copy in (folder / "backups").glob("office-*"):
        assert kept(copy) == {"deed-1"}
    assert kept(folder / "office.duty") == {"deed-1"}
    back_up_office(folder)
    assert restore(next((folder / "backups").glob("office-*")), folder / "again.duty", AT) is None
    assert kept(folder / "again.duty") == {"deed-1"}


def restore_office(folder):
    """Restore a backup."""
    backups.restore(next((folder / "backups").glob("office-*")), folder / "office.duty", by=BY, at=AT)


def a_backed_up_office(folder):
    an_office(folder)
    back_up_office(folder)
    with closing(file.open_store(folder / "office.duty")) as store:
        do(store, 2)


def check_restored(folder):
    """The file is what it was or what the backup was; what it was is there in any case."""
    now = {"deed-1", "deed-2"}
    found = kept(folder / "office.duty")
    assert found in (now, {"deed-1"})
    assert found == now or now in [kept(each) for each in folder.glob("office-before-restore-*")]
    restore_office(folder)
    assert kept(folder / "office.duty") == {"deed-1"}


JOBS = {
    "migration": (an_old_office, migrate, check_migrated),
    "backup": (an_office, back_up_office, check_backed_up),
    "restore": (a_backed_up_office, restore_office, check_restored),
}


def kill_in(folder, job, kills):
    """Kill a program at so many moments of a job, each time on a fresh copy of the folder."""
    prepare, do_it, check = JOBS[job]
    ready, place = folder / "ready", folder / "desk"
    ready.mkdir()
    prepare(ready)
    shutil.copytree(ready, place)
    found = moments(do_it, place)
    chosen = some_of(found, kills, random.Random(kills))  # noqa: S311 - chance that can be repeated
    for moment in chosen:
        shutil.rmtree(place)
        shutil.copytree(ready, place)
        kill_at(moment, do_it, place)
        check(place)
    return len(chosen)


@pytest.mark.parametrize("job", JOBS)
def test_a_few_kills_in_a_long_step_leave_all_or_nothing(folder, job):
    assert kill_in(folder, job, kills=5) == 5


@pytest.mark.slow
@pytest.mark.parametrize("job", JOBS)
def test_sixty_kills_in_a_long_step_leave_all_or_nothing(folder, job):
    assert kill_in(folder, job, kills=60) == 60


def a_careless_restore(folder):
    """What must not be: the file is gone before the backup is in its place."""
    (folder / "office.duty").unlink()
    shutil.copyfile(next((folder / "backups").glob("office-*")), folder / "office.duty")


def test_a_restore_that_is_not_one_step_would_be_seen(folder, monkeypatch):
    monkeypatch.setitem(JOBS, "careless", (a_backed_up_office, a_careless_restore, check_restored))
    with pytest.raises((StoreError, AssertionError)):
        kill_in(folder, "careless", kills=5)
