"""Nothing that was told as kept is lost at a power cut, wherever it falls."""

import random
from contextlib import closing
from itertools import groupby

import pytest

from dutydesk.errors import DutyDeskError
from dutydesk.storage import file
from tests.storage.deeds import begin, do, kept
from tests.storage.disk import CutOff, Made, Removed, Synced, SyncedFolder, Told, Wrote, recorded
from tests.storage.power import SECTOR, left

DEEDS, CUTS = 24, 100
AS_OPENED = ()
SPILLING = ("cache_size = 10",)
"""A cache so small that a big deed writes into the file before it ends."""


def record(folder, pragmas):
    """The file before some deeds, and all that happened to the disk while they were done."""
    path = folder / "office.duty"
    begin(path)
    before = path.read_bytes()
    with recorded(folder) as disk, closing(file.open_store(path)) as store:
        for pragma in pragmas:
            store.db.execute(f"pragma {pragma}")
        for number in range(DEEDS):
            do(store, number)
            disk.done.append(Told(f"deed-{number}"))
    return {path.name: before}, disk.done


def losses(folder, recording, cuts, chance):
    """How often a file was damaged, and how often a deed was lost that the user had been told was kept."""
    before, done = recording
    told_at = [at for at, each in enumerate(done, 1) if isinstance(each, Told)]
    damaged = lost = 0
    for _ in range(cuts):
        end = chance.choice((chance.choice(told_at), chance.randrange(len(done))))
        for name, data in left(before, done[:end], chance).items():
            (folder / name).write_bytes(data)
        try:
            found = kept(folder / "office.duty")
        except (DutyDeskError, AssertionError):
            damaged += 1
        else:
            told = {each.deed_id for each in done[:end] if isinstance(each, Told)}
            lost += not told <= found
        for each in folder.iterdir():
            each.unlink()
    return damaged, lost


def cut(folder, pragmas, cuts=CUTS, seed=0):
    """Record some deeds and cut the power so many times."""
    recording = record(folder, pragmas)
    for each in folder.iterdir():
        each.unlink()
    return losses(folder, recording, cuts, random.Random(seed))  # noqa: S311 - chance that can be repeated


@pytest.mark.parametrize("pragmas", [AS_OPENED, SPILLING], ids=["as opened", "spilling"])
def test_a_few_power_cuts_lose_nothing(folder, pragmas):
    assert cut(folder, pragmas, cuts=20) == (0, 0)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 16))
def test_fifteen_hundred_power_cuts_lose_nothing(folder, seed):
    assert cut(folder, SPILLING if seed % 3 == 0 else AS_OPENED, seed=seed) == (0, 0)


MARKS = {Made: "M", Wrote: "W", CutOff: "C", Synced: "S", Removed: "R", SyncedFolder: "F", Told: "|"}


def drawn(done):
    """The operations as a drawing, alike ones in a row as one; the journal's are small letters."""
    marks = []
    for each in done:
        mark = MARKS[type(each)]
        marks.append(mark.lower() if getattr(each, "name", "").endswith("-journal") else mark)
    return "".join(key for key, _ in groupby(marks))


def test_a_deed_is_told_as_kept_when_the_folder_knows_that_its_journal_is_gone(folder):
    _before, done = record(folder, AS_OPENED)
    assert drawn(done) == "mwsFwsWSrF|" * DEEDS


def test_a_small_cache_spills_before_the_deed_ends(folder):
    _before, done = record(folder, SPILLING)
    assert "WwW" in drawn(done)


def test_without_syncing_the_folder_deeds_are_lost(folder):
    damaged, lost = cut(folder, ("synchronous = full",), cuts=20)
    assert (damaged, lost > 0) == (0, True)


def test_without_syncing_anything_the_file_is_damaged(folder):
    damaged, _lost = cut(folder, ("synchronous = off",), cuts=20)
    assert damaged


def test_a_write_that_was_not_synced_may_arrive_in_part():
    old, new = b"o" * 3 * SECTOR, b"n" * 3 * SECTOR
    chance = random.Random(1)  # noqa: S311 - chance that can be repeated
    found = {left({"f": old}, [Wrote("f", 0, new)], chance)["f"] for _ in range(100)}
    assert {old, new} < found
    assert all(len(each) == len(old) for each in found)
