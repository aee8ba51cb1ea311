"""Circulars that were issued as rows; each is evidence of what was made known."""

import json
from datetime import date
from typing import Any

from dutydesk.domain.circulars import Circular, Counts, Demand, Entry, Matter
from dutydesk.domain.dates import Period
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.violations import State
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table
from dutydesk.storage.values import instant_text, instant_value


def _circular_row(circular: Circular) -> Row:
    counts = circular.counts
    facts: dict[str, Any] = {
        "counts": [
            counts.checks, counts.people, counts.absent, counts.late, counts.unanswered, counts.replaced,
        ],
        "problems": circular.problems,
        "entries": [
            (
                each.number, each.person, each.kind.value, each.day.isoformat(), each.what, each.state.value,
                each.points, each.cumulated,
            )
            for each in circular.entries
        ],
        "matters": [
            (each.number, each.content, each.responsible, each.due.isoformat()) for each in circular.matters
        ],
        "demands": [(each.text, each.until.isoformat()) for each in circular.demands],
    }  # fmt: skip
    return {
        "id": circular.id, "number": circular.number, "first": circular.period.first.isoformat(),
        "last": circular.period.last.isoformat(), "named": int(circular.named),
        "made_at": instant_text(circular.made_at), "made_by": circular.made_by,
        **{name: json.dumps(value, ensure_ascii=False) for name, value in facts.items()},
    }  # fmt: skip


def _circular(row: Row) -> Circular:
    day = date.fromisoformat
    return Circular(
        id=row["id"],
        period=Period(day(row["first"]), day(row["last"])),
        named=bool(row["named"]),
        made_at=instant_value(row["made_at"]),
        made_by=row["made_by"],
        counts=Counts(*json.loads(row["counts"])),
        problems=tuple(json.loads(row["problems"])),
        entries=tuple(map(_entry, json.loads(row["entries"]))),
        matters=tuple(
            Matter(number, content, responsible, day(due))
            for number, content, responsible, due in json.loads(row["matters"])
        ),
        demands=tuple(Demand(text, day(until)) for text, until in json.loads(row["demands"])),
        number=row["number"],
    )


def _entry(facts: list[Any]) -> Entry:
    number, person, kind, on, what, state, points, cumulated = facts
    judged = date.fromisoformat(on), what, State(state)
    return Entry(number, person, ViolationKind(kind), *judged, points, cumulated)


CIRCULARS = Table("circular", _circular_row, _circular, order="first, number", evidence=True)
