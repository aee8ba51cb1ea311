"""A disk that is full or failing at any moment, a file that is taken away: nothing half done is kept."""

import os
import subprocess
from contextlib import closing, suppress
from itertools import count

import pytest

from dutydesk.errors import DiskFailedError, DiskFullError, NoSuchFileError, StoreError
from dutydesk.storage import file
from tests.storage.deeds import begin, do, kept
from tests.storage.disk import FAILED, FULL, Wrote, recorded

SMALL, BIG = 0, 2
"""The numbers of a deed with one row, and of one with many."""
PLENTY, SPILLING = "cache_size = -2000", "cache_size = 10"
"""Room in memory for a big deed, and so little that it writes into the file before it ends."""


MOUNT, UNMOUNT = ("mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs"), ("umount",)


@pytest.fixture
def path(folder):
    begin(folder / "office.duty")
    return folder / "office.duty"


def out_of_room(path, writes):
    """A disk on which so many more writes find room; what a file holds already can always be written anew."""
    room = iter(range(writes))

    def refuse(operation):
        if not isinstance(operation, Wrote):
            return 0
        size = (path.parent / operation.name).stat().st_size
        grows = operation.at + len(operation.data) > size
        return FULL if grows and next(room, None) is None else 0

    return refuse


def broken(_path, operations):
    """A disk that does so many more things and then nothing any more."""
    left = iter(range(operations))
    return lambda _operation: FAILED if next(left, None) is None else 0


def told_on(path, refuse, pragma):
    """What the user is told of a big deed on such a disk, and what is kept when the disk is well again."""
    told = None
    with recorded(path.parent) as disk, closing(file.open_store(path)) as store:
        store.db.execute(f"pragma {pragma}")
        do(store, SMALL)
        disk.refuse = refuse
        try:
            do(store, BIG)
        except StoreError as error:
            told = error
        if isinstance(told, DiskFullError):
            assert store.was_done(f"deed-{SMALL}")
            assert not store.was_done(f"deed-{BIG}")
    return told, kept(path)


@pytest.mark.parametrize(
    ("disk", "error", "pragma", "stride"),
    [
        (out_of_room, DiskFullError, PLENTY, 1),
        (out_of_room, DiskFullError, SPILLING, 1),
        (broken, DiskFailedError, PLENTY, 1),
        (broken, DiskFailedError, SPILLING, 17),
    ],
)
def test_a_disk_that_fails_at_any_moment_keeps_the_whole_deed_or_nothing(folder, disk, error, pragma, stride):
    for moment in count(step=stride):
        path = folder / f"office-{moment}.duty"
        begin(path)
        told, found = told_on(path, disk(path, moment), pragma)
        if told is None:
            break
        assert (type(told), told.path, found) == (error, str(path), {f"deed-{SMALL}"})
    assert found == {f"deed-{SMALL}", f"deed-{BIG}"}
    assert moment > 20


def test_a_disk_that_breaks_and_stays_broken_opens_again_when_it_is_well(path):
    with recorded(path.parent) as disk, closing(file.open_store(path)) as store:
        do(store, SMALL)
        disk.refuse = broken(path, 45)  # in the midst of writing into the file
        with pytest.raises(DiskFailedError):
            do(store, BIG)
        with pytest.raises(DiskFailedError):
            store.was_done(f"deed-{SMALL}")
        disk.refuse = broken(path, 1000)
        assert store.was_done(f"deed-{SMALL}")
        do(store, BIG)
    assert kept(path) == {f"deed-{SMALL}", f"deed-{BIG}"}


@pytest.fixture
def small_disk(tmp_path):
    """A disk of its own with room for one small file."""
    place = tmp_path / "small"
    place.mkdir()
    if (
        os.name != "posix"
        or subprocess.run([*MOUNT, str(place)], check=False, capture_output=True).returncode
    ):
        pytest.skip("nobody but the administrator may mount a disk")
    yield place
    subprocess.run([*UNMOUNT, str(place)], check=True)


def test_a_real_disk_that_fills_up_loses_nothing_and_goes_on_when_there_is_room(small_disk):
    path = small_disk / "office.duty"
    begin(path)
    done = set()
    with closing(file.open_store(path)) as store:
        with pytest.raises(DiskFullError):
            for number in count():
                do(store, number)
                done.add(f"deed-{number}")
        assert store.was_done("deed-0")
        assert not store.was_done(f"deed-{number}")
    assert kept(path) == done
    with suppress(OSError), (small_disk / "litter").open("wb") as litter:
        litter.write(bytes(1_000_000))  # not a byte is left
    assert kept(path) == done


def test_a_file_that_was_taken_away_is_told_and_not_written_to(path):
    with closing(file.open_store(path)) as store:
        do(store, SMALL)
        path.rename(path.with_name("taken.duty"))
        with pytest.raises(NoSuchFileError):
            do(store, BIG)
    assert kept(path.with_name("taken.duty")) == {f"deed-{SMALL}"}
