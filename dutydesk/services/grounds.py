"""On what a candidate or a violation rests: each record, and who entered it when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from dutydesk.domain.clock_doubt import ClockDoubt
from dutydesk.services.clock_doubt import doubt_of_record
from dutydesk.storage import journal
from dutydesk.storage.store import Store
from dutydesk.storage.values import instant_value


@dataclass(frozen=True, slots=True)
class Ground:
    """A record by table and id: when it was entered (UTC), by whom, for whom, and why that may be wrong."""

    table: str
    row: str
    at: datetime
    by: str
    on_behalf_of: str
    doubt: ClockDoubt | None


def grounds(store: Store, records: Iterable[tuple[str, str]]) -> tuple[Ground, ...]:
    """The records as the journal has them; one that it does not know is left out."""
    return tuple(found for table, row in records if (found := _ground(store, table, row)))


def _ground(store: Store, table: str, row: str) -> Ground | None:
    first = next(journal.read(store.db, "table_name = ? and row_id = ?", (table, row)), None)
    if first is None:
        return None
    doubt = doubt_of_record(store, table, row)
    return Ground(table, row, instant_value(first.at_utc), first.actor, first.on_behalf_of, doubt)
