"""Plans of spot checks and the checks that were made as rows; a check is evidence."""

import json
from datetime import date

from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.spot_checks import CheckPlan, Found, Item, Method, PlannedCheck, Presence, SpotCheck
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table
from dutydesk.storage.values import instant_text, instant_value


def _plan_row(plan: CheckPlan) -> Row:
    checks = [(instant_text(each.at), each.shift, each.method.value) for each in plan.checks]
    return {
        "id": plan.id, "first": plan.period.first.isoformat(), "last": plan.period.last.isoformat(),
        "seed": str(plan.seed), "made_at": instant_text(plan.made_at), "made_by": plan.made_by,
        "checks": json.dumps(checks, ensure_ascii=False),
    }  # fmt: skip


def _plan(row: Row) -> CheckPlan:
    return CheckPlan(
        row["id"],
        Period(date.fromisoformat(row["first"]), date.fromisoformat(row["last"])),
        int(row["seed"]),
        instant_value(row["made_at"]),
        row["made_by"],
        tuple(
            PlannedCheck(instant_value(at), shift, Method(way))
            for at, shift, way in json.loads(row["checks"])
        ),
    )


def _check_row(check: SpotCheck) -> Row:
    found = [
        (each.place.day.isoformat(), each.place.shift, each.place.post, each.place.seat, each.person,
         each.presence.value, each.note)
        for each in check.found
    ]  # fmt: skip
    return {
        "id": check.id, "at": instant_text(check.at), "method": check.method.value, "shift": check.shift,
        "inspector": check.inspector, "found": json.dumps(found, ensure_ascii=False),
        "items": json.dumps([(item.value, ok) for item, ok in check.items]), "seconds": check.seconds,
        "problem": check.problem, "handling": check.handling, "evidence": check.evidence,
        "acknowledged": check.acknowledged,
    }  # fmt: skip


def _check(row: Row) -> SpotCheck:
    found = tuple(
        Found(PlaceKey(date.fromisoformat(day), *place), person, Presence(presence), note)
        for day, *place, person, presence, note in json.loads(row["found"])
    )
    items = tuple((Item(item), ok) for item, ok in json.loads(row["items"]))
    facts = {**row, "at": instant_value(row["at"]), "method": Method(row["method"])}
    return SpotCheck(**{**facts, "found": found, "items": items})


CHECK_PLANS = Table("check_plan", _plan_row, _plan, order="first, id")
SPOT_CHECKS = Table("spot_check", _check_row, _check, order="at, id", evidence=True)
