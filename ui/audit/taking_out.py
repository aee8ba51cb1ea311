"""Taking the changes that are looked for out of the file, while the window goes on."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from dutydesk.domain.history import Event, Search
from dutydesk.exports import ledger
from dutydesk.services import disclosures, history
from dutydesk.services.files import Store, open_file, write_file
from ui.session import Report, Session
from ui.sheets.audit import audit_ledger
from ui.words.searches import search_text

_STEP = 1000
"""After so many lines the window hears how far it is."""


class _StoppedError(Exception):
    """The window was closed meanwhile: nothing is written, and nobody is told."""


def take_out(
    session: Session, search: Search, path: Path, done: Callable[[Path], None], told: Callable[[int], None]
) -> None:
    """Enter in the journal what is taken out, then write it; `told` hears the lines that are written."""
    names = session.read(history.names)
    rows = session.read(history.count, search)
    about = search_text(search, names)
    if session.perform(disclosures.disclose_journal, about, rows, by=session.author()) is None:
        return
    viewer, source = session.person, session.path

    def write(store: Store, report: Report) -> Path:
        found = _counted(history.events(store, search, viewer=viewer), report)
        table = audit_ledger(found, history.names(store))
        write_file(path, ledger.to_csv(table) if path.suffix.lower() == ".csv" else ledger.to_xlsx(table))
        return path

    def job(report: Report) -> Path:
        if source is None:
            return session.read(write, report)
        with closing(open_file(source)) as store:
            return write(store, report)

    session.compute(job, done, lambda lines: told(int(str(lines))))


def _counted(events: Iterator[Event], report: Report) -> Iterator[Event]:
    for number, event in enumerate(events, start=1):
        if number % _STEP == 0 and not report(number):
            raise _StoppedError
        yield event
