"""Leave, its kinds, its approval and its accounts as rows."""

import json
from datetime import date, datetime

from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.leave.balance import Credit
from dutydesk.domain.leave.chain import ApprovalRule, Approver, Decision, LeaveStep, Level
from dutydesk.domain.leave.duties import Waiver
from dutydesk.domain.leave.kinds import Counted, LeaveType
from dutydesk.domain.leave.request import Half, Leave, LeaveState
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table


def _type_row(kind: LeaveType) -> Row:
    return {
        "id": kind.id, "name": kind.name, "also": json.dumps(kind.also, ensure_ascii=False),
        "repaid": int(kind.repaid), "sort": kind.sort, "repaid_days": kind.repaid_days,
        "calendar_days": int(kind.calendar_days), "certificate_days": kind.certificate_days,
        "longest": kind.longest, "account": kind.account.value,
    }  # fmt: skip


def _type(row: Row) -> LeaveType:
    return LeaveType(
        **{
            **row,
            "also": tuple(json.loads(row["also"])),
            "repaid": bool(row["repaid"]),
            "calendar_days": bool(row["calendar_days"]),
            "account": Counted(row["account"]),
        }
    )


def _leave_row(leave: Leave) -> Row:
    back, half = leave.back or (None, None)
    return {
        "id": leave.id, "person": leave.person, "type": leave.type,
        "first": leave.period.first.isoformat(), "from_half": leave.from_half.value,
        "last": leave.period.last.isoformat(), "to_half": leave.to_half.value, "reason": leave.reason,
        "leaves_city": int(leave.leaves_city), "stand_in": leave.stand_in, "approved_by": leave.approved_by,
        "state": leave.state.value, "destination": leave.destination, "phone": leave.phone,
        "acting": leave.acting, "handed_over": leave.handed_over, "certificate": leave.certificate,
        "extends": leave.extends, "back": back.isoformat() if back else None,
        "back_half": half.value if half else None,
    }  # fmt: skip


_HALVES = {each.value: each for each in Half}
_STATES = {each.value: each for each in LeaveState}
"""Looked up: where ten years of leave are read, asking the kinds takes as long as the rest."""
_TEXTS = (
    "id", "person", "type", "reason", "stand_in", "approved_by",
    "destination", "phone", "acting", "handed_over", "certificate", "extends",
)  # fmt: skip


def _leave(row: Row) -> Leave:
    return Leave(
        **{name: row[name] for name in _TEXTS},
        period=Period(date.fromisoformat(row["first"]), date.fromisoformat(row["last"])),
        from_half=_HALVES[row["from_half"]],
        to_half=_HALVES[row["to_half"]],
        leaves_city=bool(row["leaves_city"]),
        state=_STATES[row["state"]],
        back=(date.fromisoformat(row["back"]), _HALVES[row["back_half"]]) if row["back"] else None,
    )


def _rule_row(rule: ApprovalRule) -> Row:
    return {
        "id": rule.id, "level": rule.level.value, "over": rule.over, "up_to": rule.up_to,
        "steps": json.dumps(rule.steps), "kind": rule.kind, "filed_with": rule.filed_with,
        "valid_from": rule.valid_from.isoformat(),
    }  # fmt: skip


def _rule(row: Row) -> ApprovalRule:
    return ApprovalRule(
        **{
            **row,
            "level": Level(row["level"]),
            "steps": tuple(Approver(each) for each in json.loads(row["steps"])),
            "valid_from": date.fromisoformat(row["valid_from"]),
        }
    )


def _step_row(step: LeaveStep) -> Row:
    return {
        "id": step.id, "leave": step.leave, "number": step.number, "approver": step.approver.value,
        "decision": step.decision.value if step.decision else None, "decided_by": step.decided_by,
        "signed": step.signed, "opinion": step.opinion, "paper": step.paper,
        "decided_at": step.decided_at.isoformat(timespec="seconds") if step.decided_at else None,
    }  # fmt: skip


def _step(row: Row) -> LeaveStep:
    return LeaveStep(
        **{
            **row,
            "approver": Approver(row["approver"]),
            "decision": Decision(row["decision"]) if row["decision"] else None,
            "decided_at": datetime.fromisoformat(row["decided_at"]) if row["decided_at"] else None,
        }
    )


def _credit_row(credit: Credit) -> Row:
    return {
        "id": credit.id, "person": credit.person, "account": credit.account.value, "year": credit.year,
        "half_days": credit.half_days, "note": credit.note,
    }  # fmt: skip


def _credit(row: Row) -> Credit:
    return Credit(**{**row, "account": Counted(row["account"])})


def _waiver_row(waiver: Waiver) -> Row:
    place = waiver.place
    return {
        "id": waiver.id, "leave": waiver.leave, "day": place.day.isoformat(), "shift": place.shift,
        "post": place.post, "seat": place.seat, "reason": waiver.reason, "waived_by": waiver.waived_by,
    }  # fmt: skip


def _waiver(row: Row) -> Waiver:
    place = PlaceKey(date.fromisoformat(row["day"]), row["shift"], row["post"], row["seat"])
    return Waiver(row["id"], row["leave"], place, row["reason"], row["waived_by"])


LEAVE_TYPES = Table("leave_type", _type_row, _type, order="sort, name")
LEAVES = Table("leave", _leave_row, _leave, order="first, person")
APPROVAL_RULES = Table("approval_rule", _rule_row, _rule, order="level, over, kind")
LEAVE_STEPS = Table("leave_step", _step_row, _step, order="leave, number")
LEAVE_CREDITS = Table("leave_credit", _credit_row, _credit, order="person, year")
LEAVE_WAIVERS = Table("leave_waiver", _waiver_row, _waiver, order="leave, day")
