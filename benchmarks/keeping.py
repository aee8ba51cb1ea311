"""What safe keeping costs on a file with ten years of entries: a deed beside a bare commit, and the checks.

python -m benchmarks.keeping
"""

from __future__ import annotations

import tempfile
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import TYPE_CHECKING

from dutydesk.domain.accounts import Author
from dutydesk.domain.history import Search
from dutydesk.domain.people import Person, Section
from dutydesk.domain.roster import Wish
from dutydesk.domain.seals import Occasion
from dutydesk.exports import ledger
from dutydesk.services import backups, history, salvage, seals, start_check
from dutydesk.services.changes import deed
from dutydesk.services.files import verify_file
from dutydesk.storage import file
from dutydesk.storage.connection import connect
from dutydesk.storage.people import PEOPLE, SECTIONS
from dutydesk.storage.roster import WISHES
from ui.sheets.audit import audit_ledger

if TYPE_CHECKING:
    from collections.abc import Callable

    from dutydesk.storage.store import Store

ENTRIES, AT_ONCE, COMMITS, SEALS = 100_000, 1000, 300, 2000
DAY = date(2026, 11, 16)
AT = datetime(2026, 11, 16, 1, 30, tzinfo=UTC)
BY = Author("王敏", AT)
NOTE = "接班，设备正常，无待办事项。" * 10


def fill(store: Store) -> None:
    """Write as many entries as a duty room makes in ten years."""
    with deed(store, BY, "begin") as act:
        act.writing.put(SECTIONS, Section("s", "秘书科"))
        act.writing.put(PEOPLE, Person("p", "李堃", "s"))
    for first in range(0, ENTRIES, AT_ONCE):
        with deed(store, BY, "log") as act:
            for number in range(first, first + AT_ONCE):
                act.writing.put(WISHES, Wish(f"w{number}", "p", DAY, wants=True, note=NOTE))


def one_deed(store: Store, number: int) -> None:
    """A deed of one row."""
    with deed(store, BY, "log") as act:
        act.writing.put(WISHES, Wish(f"d{number}", "p", DAY, wants=True, note=NOTE))


def bare_commits(folder: Path) -> list[float]:
    """Seconds of each commit of one row in a table without anything, kept with the same care."""
    db = connect(str(folder / "bare.db"))
    with closing(db.conn):
        db.execute("create table note (id integer primary key, text text)")
        return [
            seconds(lambda: db.execute("insert into note (text) values (?)", [NOTE])) for _ in range(COMMITS)
        ]


def seconds(job: Callable[[], object]) -> float:
    """How long a job takes."""
    begins = perf_counter()
    job()
    return perf_counter() - begins


def tell(name: str, taken: float) -> None:
    """One line of the table."""
    print(f"{name:<44}{taken * 1000:>10.1f} ms")


def tell_commits(name: str, taken: list[float]) -> None:
    """Median and 99th percentile of many commits."""
    print(f"{name:<44}{median(taken) * 1000:>10.1f} ms{quantiles(taken, n=100)[98] * 1000:>10.1f} ms p99")


def tell_looking(store: Store) -> None:
    """What the page of the journal costs when it is opened, and a table of everything."""
    everything, nobody = Search(), Search(about="nobody")
    tell("the newest page of the journal", seconds(lambda: history.page(store, everything, viewer="")))
    tell("looking for somebody in all of it", seconds(lambda: history.page(store, nobody, viewer="")))
    table = audit_ledger(history.events(store, everything, viewer=""), history.names(store))
    tell("all of it as a workbook", seconds(lambda: ledger.to_xlsx(table)))


def main() -> None:
    """Make the file and print the table."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:  # a real disk, not one in memory
        folder = Path(name)
        path = folder / "office.duty"
        file.create(path, "desk")
        with closing(file.open_store(path)) as store:
            fill(store)
            print(f"{ENTRIES} entries, {path.stat().st_size >> 20} MB")
            bare = bare_commits(folder)
            kept = [seconds(lambda number=number: one_deed(store, number)) for number in range(COMMITS)]
            tell_commits("a bare commit", bare)
            tell_commits(f"a deed, {median(kept) / median(bare):.2f} times that", kept)
            tell("the first check at the start", seconds(lambda: start_check.look(path)))
            start_check.heed(store, start_check.look(path))
            tell("the check at the start, every other day", seconds(lambda: start_check.look(path)))
            tell("verifying everything", seconds(lambda: verify_file(store)))
            for number in range(SEALS):
                one_deed(store, number + COMMITS)
                seals.seal(store, folder / "keys", Occasion.BACKUP, by=BY)
            tell(f"verifying everything with {SEALS} seals", seconds(lambda: verify_file(store)))
            tell_looking(store)
        tell("a backup, checked", seconds(lambda: backups.back_up(path, (backups.home(path),), AT)))
        tell("opening", seconds(lambda: file.open_store(path).close()))
        tell("salvage", seconds(lambda: salvage.salvage_file(path, folder / "new.duty", by=BY)))


if __name__ == "__main__":
    main()
