"""The office itself and the rules it plans by (domain.md §1: every number is a setting)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Office:
    """What stands at the head and foot of every sheet.

    `chief` is the id of the chief duty leader, printed on the holiday roster; `place` is where the duty room
    is. `notes` are the lines under the weekly roster, one a line.
    """

    name: str = ""
    seal_name: str = ""
    duty_phone: str = ""
    fax: str = ""
    place: str = ""
    chief: str = ""
    notes: str = ""
    preset: str = ""
    zone: str = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class Rule:
    """One number or switch as it holds from a day on; `value` is JSON."""

    id: str
    name: str
    value: str
    valid_from: date


@dataclass(frozen=True, slots=True)
class PlanRules:
    """The rules of planning on one day (defaults: domain.md §1, §4.6, §16.2).

    `week_limit` 0 means none. `account_years` are the calendar years before the planned one whose duties
    count towards fairness.
    """

    rest_hours: int = 12
    consecutive_days: bool = False
    week_limit: int = 2
    pairs_apart: bool = True
    sections_apart: bool = False
    fair_bound: int = 1
    sent_up_days: int = 3
    swap_notice_days: int = 2
    account_years: int = 1


def plan_rules(rules: Iterable[Rule], day: date) -> PlanRules:
    """The rules in force on a day; a later row goes before an earlier one."""
    known = {each.name for each in fields(PlanRules)}
    values = {
        rule.name: json.loads(rule.value)
        for rule in sorted(rules, key=lambda each: (each.valid_from, each.id))
        if rule.valid_from <= day and rule.name in known
    }
    return replace(PlanRules(), **values)
