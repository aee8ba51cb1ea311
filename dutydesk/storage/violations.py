"""Violations, their steps and the judgements on candidates as rows; all of it is evidence."""

import json
from datetime import date

from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.violations import Judgement, State, Step, Verdict, Violation
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table
from dutydesk.storage.values import (
    day_text,
    day_value,
    instant_text,
    instant_value,
    open_place_row,
    open_place_value,
)


def _violation_row(violation: Violation) -> Row:
    return {
        "id": violation.id, "number": violation.number, "kind": violation.kind.value,
        "person": violation.person, "at": instant_text(violation.at), "judged_day": violation.day.isoformat(),
        "what": violation.what, "due": violation.due, **open_place_row(violation.place),
        "records": json.dumps(violation.records, ensure_ascii=False), "candidate": violation.candidate,
        "rule": violation.rule, "joint_of": violation.joint_of, "reporter": violation.reporter,
        "doubtful": int(violation.doubtful), "state": violation.state.value, "points": violation.points,
        "informed_on": day_text(violation.informed_on), "confirmed_on": day_text(violation.confirmed_on),
    }  # fmt: skip


def _violation(row: Row) -> Violation:
    return Violation(
        id=row["id"],
        number=row["number"],
        kind=ViolationKind(row["kind"]),
        person=row["person"],
        at=instant_value(row["at"]),
        day=date.fromisoformat(row["judged_day"]),
        what=row["what"],
        due=row["due"],
        place=open_place_value(row),
        records=tuple((table, record) for table, record in json.loads(row["records"])),
        candidate=row["candidate"],
        rule=row["rule"],
        joint_of=row["joint_of"],
        reporter=row["reporter"],
        doubtful=bool(row["doubtful"]),
        state=State(row["state"]),
        points=row["points"],
        informed_on=day_value(row["informed_on"]),
        confirmed_on=day_value(row["confirmed_on"]),
    )


def _step_row(step: Step) -> Row:
    return {
        "id": step.id, "violation": step.violation, "number": step.number, "state": step.state.value,
        "at": instant_text(step.at), "by": step.by, "words": step.words, "points": step.points,
    }  # fmt: skip


def _step(row: Row) -> Step:
    return Step(**{**row, "state": State(row["state"]), "at": instant_value(row["at"])})


def _judgement_row(judgement: Judgement) -> Row:
    return {
        "id": judgement.id, "verdict": judgement.verdict.value, "at": instant_text(judgement.at),
        "by": judgement.by, "reason": judgement.reason,
    }  # fmt: skip


def _judgement(row: Row) -> Judgement:
    return Judgement(**{**row, "verdict": Verdict(row["verdict"]), "at": instant_value(row["at"])})


VIOLATIONS = Table(
    "violation", _violation_row, _violation, order="substr(judged_day, 1, 4), number", evidence=True
)
STEPS = Table("violation_step", _step_row, _step, order="violation, number", evidence=True)
JUDGEMENTS = Table("judgement", _judgement_row, _judgement, order="at, id", evidence=True)
