"""Pages of the journal, newest first, for those who look for changes in it."""

import json
from collections.abc import Iterator
from typing import Any

from dutydesk.domain.history import Search
from dutydesk.storage import journal
from dutydesk.storage.journal import Entry
from dutydesk.storage.store import Store
from dutydesk.storage.values import instant_text

Place = tuple[int, str]
"""Where in the order an entry stands: its lamport and its device."""
_PAGE = f"""
    select {", ".join(journal.COLUMNS)} from journal
    where {{where}} and (lamport, device) < (?, ?)
    order by lamport desc, device desc limit ?"""
_BEYOND: Place = (2**62, "")


def page(store: Store, search: Search, limit: int, after: Place | None = None) -> tuple[Entry, ...]:
    """At most so many entries, those after a place in the order."""
    where, args = _conditions(search)
    rows = store.ask(_PAGE.format(where=where), (*args, *(after or _BEYOND), limit))
    return tuple(Entry(*row) for row in rows)


def count(store: Store, search: Search) -> int:
    """How many entries are looked for."""
    where, args = _conditions(search)
    return int(next(store.ask(f"select count(*) from journal where {where}", args))[0])


def doings(store: Store) -> tuple[tuple[str, str], ...]:
    """Everybody who did a deed with every deed they did, each pair once; it goes through all entries."""
    rows = store.ask("select distinct actor, deed from journal")
    return tuple((str(actor), str(name)) for actor, name in rows)


def duty_places(store: Store) -> Iterator[tuple[Any, ...]]:
    """The id of every duty that ever was, and day, shift, post and seat, which never change."""
    sql = (
        "select row_id, json_extract(after, '$.day'), json_extract(after, '$.shift'),"
        " json_extract(after, '$.post'), json_extract(after, '$.seat')"
        " from journal where table_name = 'duty' and before = ''"
    )
    return store.ask(sql)


def last_names(store: Store) -> Iterator[tuple[str, str, str]]:
    """Table, id and name of rows with a name that were removed."""
    sql = "select table_name, row_id, before from journal where after = '' order by lamport"
    for table, row, before in store.ask(sql):
        name = json.loads(before).get("name")
        if isinstance(name, str):
            yield str(table), str(row), name


def _conditions(search: Search) -> tuple[str, tuple[Any, ...]]:
    """SQL with question marks, and what stands for them."""
    parts: list[tuple[str, tuple[Any, ...]]] = [("1", ())]
    if search.since:
        parts.append(("at_utc >= ?", (instant_text(search.since),)))
    if search.until:
        parts.append(("at_utc < ?", (instant_text(search.until),)))
    if search.actor:
        parts.append(("? in (actor, on_behalf_of)", (search.actor,)))
    if search.deed:
        parts.append(("deed = ?", (search.deed,)))
    if search.tables:
        parts.append((f"table_name in ({_marks(search.tables)})", tuple(sorted(search.tables))))
    if search.about:
        quoted = json.dumps(search.about, ensure_ascii=False)
        named = "(row_id = ? or instr(before, ?) or instr(after, ?))"
        parts.append((named, (search.about, quoted, quoted)))
    if search.rows:
        pairs = ", ".join("(?, ?)" for _ in search.rows)
        ids = tuple(each for row in search.rows for each in row)
        parts.append((f"(table_name, row_id) in (values {pairs})", ids))
    return " and ".join(sql for sql, _ in parts), tuple(each for _, args in parts for each in args)


def _marks(values: frozenset[str]) -> str:
    return ", ".join("?" * len(values))
