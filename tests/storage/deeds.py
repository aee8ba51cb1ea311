"""Deeds of every size on a small file, each counting itself, and whether a file has kept them whole."""

from contextlib import closing
from datetime import timedelta

from dutydesk.domain.people import Person, Section
from dutydesk.domain.roster import Tally, Wish
from dutydesk.services.changes import deed
from dutydesk.storage import file
from dutydesk.storage.people import PEOPLE, SECTIONS, TALLIES
from dutydesk.storage.roster import WISHES
from dutydesk.storage.verify import verify
from tests.builders import BY, MONDAY

MANY = 60
"""The rows of a big deed."""
_COUNT = Tally("count", "p0", "post", "workday", 0)


def begin(path):
    """A new file with some people in it."""
    file.create(path, "desk")
    with closing(file.open_store(path)) as store, deed(store, BY, "begin") as act:
        act.writing.put(SECTIONS, Section("s", "秘书科"))
        for number in range(5):
            act.writing.put(PEOPLE, Person(f"p{number}", f"某{number}", "s"))
        act.writing.put(TALLIES, _COUNT)


def do(store, number):
    """The deed of that number: one row, several or many, written, changed and removed; it counts itself."""
    rows = (1, 4, MANY)[number % 3]
    with deed(store, BY, "do", deed_id=f"deed-{number}") as act:
        counted = store.get(TALLIES, _COUNT.id).count + 1
        act.writing.put(TALLIES, Tally(_COUNT.id, "p0", "post", "workday", counted))
        for row in range(rows):
            day = MONDAY + timedelta(days=row)
            act.writing.put(WISHES, Wish(f"{number % 7}-{row}", f"p{row % 5}", day, wants=bool(number % 2)))
        if number % 4 == 0:
            for wish in store.all(WISHES)[::2]:
                act.writing.remove(WISHES, wish.id)


def kept(path):
    """The ids of the deeds that a file has kept; fails if it is damaged or one of them was done twice."""
    with closing(file.open_store(path)) as store:
        faults = verify(store.db, str(path), store.mended).faults
        assert not faults, faults
        ids = {row[0] for row in store.ask("select distinct deed_id from journal where deed = 'do'")}
        assert store.get(TALLIES, _COUNT.id).count == len(ids)
        return ids
