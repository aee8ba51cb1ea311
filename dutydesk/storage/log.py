"""Log entries and templates as rows, and how entries are found."""

import json
from typing import Any, Final

from dutydesk.domain.log import Bearing, Contact, Level, LogEntry, LogKind, LogSearch, LogTemplate
from dutydesk.storage.journal import Row
from dutydesk.storage.search import INDEX, question
from dutydesk.storage.store import Store
from dutydesk.storage.table import Table
from dutydesk.storage.values import instant_text, instant_value

REACH: Final = 20_000
"""How many of the newest entries are asked for whom one spoke with: some years of an office."""
OPEN: Final = (
    "open = 1 and not exists (select 1 from log_entry later where later.about <> ''"
    " and later.about = log_entry.id and later.bearing in ('settles', 'corrects'))"
)


def _entry_row(entry: LogEntry) -> Row:
    return {
        "id": entry.id, "number": entry.number, "shift": entry.shift, "kind": entry.kind.value,
        "at": instant_text(entry.at), "typed_at": instant_text(entry.typed_at), "recorder": entry.recorder,
        "unit": entry.unit, "person": entry.person, "title": entry.title, "phone": entry.phone,
        "receiver": entry.receiver, "content": entry.content, "proposal": entry.proposal,
        "result": entry.result, "level": entry.level.value, "read_back": int(entry.read_back),
        "open": int(entry.open), "bearing": entry.bearing.value, "about": entry.about,
        "details": json.dumps(dict(entry.details), ensure_ascii=False), "initials": entry.initials,
    }  # fmt: skip


def _entry(row: Row) -> LogEntry:
    return LogEntry(
        **{
            **row,
            "kind": LogKind(row["kind"]),
            "at": instant_value(row["at"]),
            "typed_at": instant_value(row["typed_at"]),
            "level": Level(row["level"]),
            "read_back": bool(row["read_back"]),
            "open": bool(row["open"]),
            "bearing": Bearing(row["bearing"]),
            "details": tuple(json.loads(row["details"]).items()),
        }
    )


def _template_row(template: LogTemplate) -> Row:
    return {
        "id": template.id, "kind": template.kind.value, "name": template.name, "content": template.content,
        "proposal": template.proposal, "sort": template.sort,
    }  # fmt: skip


def _template(row: Row) -> LogTemplate:
    return LogTemplate(**{**row, "kind": LogKind(row["kind"])})


LOG = Table("log_entry", _entry_row, _entry, order="number", evidence=True)
LOG_TEMPLATES = Table("log_template", _template_row, _template, order="kind, sort, name")


def found(store: Store, asked: LogSearch) -> tuple[LogEntry, ...]:
    """The entries that answer a search, the newest first."""
    where, args = _conditions(asked)
    wanted = question(asked.text)
    table, order = "log_entry", "log_entry.number desc"
    if wanted:  # the index gives its rows in this order, so that it may stop at the limit
        table, order = f"{INDEX} join log_entry on log_entry.number = -{INDEX}.rowid", f"{INDEX}.rowid"
        where, args = f"{INDEX} match ? and {where}", [wanted, *args]
    numbers = f"select log_entry.number from {table} where {where} order by {order} limit ?"
    return store.all(LOG, f"number in ({numbers})", (*args, asked.limit))[::-1]


def _conditions(asked: LogSearch) -> tuple[str, list[Any]]:
    parts: list[str] = ["1"]
    args: list[Any] = []
    if asked.kinds:
        parts.append(f"kind in ({', '.join('?' * len(asked.kinds))})")
        args += sorted(asked.kinds)
    for sign, instant in ((">=", asked.since), ("<", asked.until)):
        if instant is not None:
            parts.append(f"at {sign} ?")
            args.append(instant_text(instant))
    if asked.open_only:
        parts.append(OPEN)
    return " and ".join(parts), args


def newest_number(store: Store) -> int:
    """The number of the newest entry; 0 in an empty log."""
    return int(next(store.ask("select coalesce(max(number), 0) from log_entry"))[0])


def contacts(store: Store, text: str, limit: int) -> tuple[Contact, ...]:
    """With whom one spoke lately whose unit, name, phone or initials have this piece, the commonest first."""
    sql = f"""
        select unit, person, title, phone from log_entry
        where number > (select max(number) from log_entry) - {REACH} and (person <> '' or unit <> '')
        and (instr(unit, ?) or instr(person, ?) or instr(phone, ?) or instr(initials, ?))
        group by unit, person, title, phone order by count(*) desc, max(number) desc limit ?"""
    return tuple(Contact(*row) for row in store.ask(sql, (text, text, text, text.lower(), limit)))
