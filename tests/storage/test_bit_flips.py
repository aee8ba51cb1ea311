"""A bit tips, a page is zeroed, a tail is cut: no changed backup is restored, and no change goes unseen."""

import random
from contextlib import closing, suppress
from datetime import datetime

import pytest

from dutydesk.errors import DamagedFileError, StoreError
from dutydesk.storage import file
from dutydesk.storage.backup import back_up, is_good, restore
from dutydesk.storage.salvage import salvage
from dutydesk.storage.start_check import look
from dutydesk.storage.tables import ALL
from dutydesk.storage.verify import verify
from tests.builders import BY
from tests.storage.deeds import begin, do
from tests.storage.values import content

AT = datetime(2026, 11, 16, 9, 30)  # noqa: DTZ001 - the office's own clock names the copy
PAGE = 4096
DEEDS = 9
"""So many that what they wrote is a good part of the file, whose empty tables take room too."""
JOURNALLED = {table.name for table in ALL} | {"journal"}


@pytest.fixture
def path(folder):
    begin(folder / "office.duty")
    with closing(file.open_store(folder / "office.duty")) as store:
        for number in range(DEEDS):
            do(store, number)
    return folder / "office.duty"


def flipped(data, chance):
    spoilt = bytearray(data)
    spoilt[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def zeroed(data, chance):
    at = chance.randrange(len(data) // PAGE) * PAGE
    return data[:at] + bytes(PAGE) + data[at + PAGE :]


def cut(data, chance):
    return data[: chance.randrange(len(data))]


def scribbled(data, chance):
    at, length = chance.randrange(len(data) - 600), chance.randrange(1, 600)
    return data[:at] + chance.randbytes(length) + data[at + length :]


def said_by(path):
    """What the journalled tables say."""
    with closing(file.open_store(path)) as store:
        return {name: rows for name, rows in content(store).items() if name in JOURNALLED}


def is_told(path):
    """Whether opening or verifying a file tells that something is wrong."""
    try:
        with closing(file.open_store(path)) as store:
            return bool(verify(store.db, str(path), store.mended).faults)
    except StoreError:
        return True


@pytest.mark.parametrize("spoil", [flipped, zeroed, cut, scribbled])
def test_every_changed_backup_is_refused_and_the_file_left_alone(path, spoil):
    with closing(file.open_store(path)) as store:
        copy = back_up(store, path, path.parent / "backups", AT)
    good, before = copy.read_bytes(), path.read_bytes()
    chance = random.Random(1)  # noqa: S311 - chance that can be repeated
    for _ in range(60):
        copy.write_bytes(spoil(good, chance))
        assert is_good(copy) == (copy.read_bytes() == good)
        if not is_good(copy):
            with pytest.raises(DamagedFileError):
                restore(copy, path, AT)
        assert path.read_bytes() == before


def unseen(path, spoil, times):
    """How many changes were made of what the tables say, and how many of them nobody would have told."""
    good, was = path.read_bytes(), said_by(path)
    chance = random.Random(times)  # noqa: S311 - chance that can be repeated
    changed = missed = 0
    for _ in range(times):
        path.write_bytes(spoil(good, chance))
        if is_told(path):
            changed += 1
        elif said_by(path) != was:
            missed += 1
    return changed, missed


@pytest.mark.parametrize("spoil", [flipped, zeroed, cut, scribbled])
def test_a_few_changes_of_the_file_are_told(path, spoil):
    changed, missed = unseen(path, spoil, 60)
    assert (changed > 0, missed) == (True, 0)


@pytest.mark.slow
@pytest.mark.parametrize("spoil", [flipped, zeroed, cut, scribbled])
def test_a_thousand_changes_of_the_file_are_told(path, spoil):
    changed, missed = unseen(path, spoil, 1000)
    assert (changed > 100, missed) == (True, 0)


@pytest.mark.slow
@pytest.mark.parametrize("spoil", [flipped, zeroed, cut, scribbled])
def test_out_of_every_damaged_file_there_is_a_way(path, spoil):
    with closing(file.open_store(path)) as store:
        copy = back_up(store, path, path.parent / "backups", AT)
    good, was = path.read_bytes(), said_by(path)
    chance = random.Random(3)  # noqa: S311 - chance that can be repeated
    for number in range(40):
        path.write_bytes(spoil(good, chance))
        saved = path.with_name(f"saved-{number}.duty")
        with suppress(DamagedFileError):
            salvage(path, saved, by=BY, deed="salvage_file", deed_id="salvage")
        with suppress(StoreError):
            look(path)
        with suppress(StoreError):
            file.open_damaged(path).close()
        assert restore(copy, path, AT)
        assert said_by(path) == was
        assert not saved.exists() or said_by(saved)


def test_a_file_that_nobody_verifies_would_hide_a_change(path, monkeypatch):
    monkeypatch.setattr("tests.storage.test_bit_flips.is_told", lambda _path: False)

    def rename(data, _chance):
        return data.replace("秘书科".encode(), "督查科".encode())

    assert unseen(path, rename, 1) == (0, 1)
