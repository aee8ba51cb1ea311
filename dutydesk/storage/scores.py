"""Additions and closed years as rows; both are evidence."""

import json
from dataclasses import astuple
from datetime import date
from typing import Any

from dutydesk.domain.scores import Addition, Closed, YearClosing
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table
from dutydesk.storage.values import instant_text, instant_value


def _addition_row(addition: Addition) -> Row:
    return {
        "id": addition.id, "number": addition.number, "person": addition.person,
        "day": addition.day.isoformat(), "points": addition.points, "reason": addition.reason,
        "at": instant_text(addition.at), "by": addition.by,
    }  # fmt: skip


def _addition(row: Row) -> Addition:
    return Addition(**{**row, "day": date.fromisoformat(row["day"]), "at": instant_value(row["at"])})


def _closing_row(closing: YearClosing) -> Row:
    return {
        "id": str(closing.year), "closed_at": instant_text(closing.closed_at), "by": closing.by,
        "sheets": json.dumps([astuple(each) for each in closing.sheets], ensure_ascii=False),
    }  # fmt: skip


def _closing(row: Row) -> YearClosing:
    sheets = tuple(map(_closed, json.loads(row["sheets"])))
    return YearClosing(int(row["id"]), instant_value(row["closed_at"]), row["by"], sheets)


def _closed(facts: list[Any]) -> Closed:
    person, base, taken, added, net, follows = facts
    return Closed(person, base, taken, added, net, tuple(follows))


ADDITIONS = Table("addition", _addition_row, _addition, order="day, number", evidence=True)
YEAR_CLOSINGS = Table("year_closing", _closing_row, _closing, evidence=True)
