"""The office and its rules as rows; each field of the office is a row of its own."""

import json
from datetime import date

from dutydesk.domain.office import Rule
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table


def _field_row(field: tuple[str, str]) -> Row:
    return {"id": field[0], "value": field[1]}


def _field(row: Row) -> tuple[str, str]:
    return row["id"], row["value"]


def _rule_row(rule: Rule) -> Row:
    return {"id": rule.id, "name": rule.name, "value": rule.value, "valid_from": rule.valid_from.isoformat()}


def _rule(row: Row) -> Rule:
    json.loads(row["value"])  # what is no JSON is no rule
    return Rule(row["id"], row["name"], row["value"], date.fromisoformat(row["valid_from"]))


OFFICE = Table("office", _field_row, _field)
RULES = Table("rule", _rule_row, _rule, order="valid_from, id")
