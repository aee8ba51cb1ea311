"""Incidents, issued reports and who was told, as rows."""

import json

from dutydesk.domain.incidents import Channel, Grade, Incident, Report, ReportKind, Told
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table
from dutydesk.storage.values import instant_text, instant_value, moment_text, moment_value


def _incident_row(incident: Incident) -> Row:
    return {
        "id": incident.id, "number": incident.number, "name": incident.name, "category": incident.category,
        "grade": incident.grade.value, "sensitive": int(incident.sensitive), "place": incident.place,
        "source": incident.source, "entry": incident.entry, "learned_at": instant_text(incident.learned_at),
        "received_at": instant_text(incident.received_at), "occurred_at": moment_text(incident.occurred_at),
    }  # fmt: skip


def _incident(row: Row) -> Incident:
    return Incident(
        **{
            **row,
            "grade": Grade(row["grade"]),
            "sensitive": bool(row["sensitive"]),
            "learned_at": instant_value(row["learned_at"]),
            "received_at": instant_value(row["received_at"]),
            "occurred_at": moment_value(row["occurred_at"]),
        }
    )


def _report_row(report: Report) -> Row:
    return {
        "id": report.id, "incident": report.incident, "kind": report.kind.value, "sequence": report.sequence,
        "number": report.number, "issued_at": instant_text(report.issued_at),
        "typed_at": instant_text(report.typed_at), "drafted_by": report.drafted_by,
        "verified_by": report.verified_by, "signed_by": report.signed_by, "scope": report.scope,
        "facts": json.dumps(dict(report.facts), ensure_ascii=False),
    }  # fmt: skip


def _report(row: Row) -> Report:
    return Report(
        **{
            **row,
            "kind": ReportKind(row["kind"]),
            "issued_at": instant_value(row["issued_at"]),
            "typed_at": instant_value(row["typed_at"]),
            "facts": tuple(json.loads(row["facts"]).items()),
        }
    )


def _told_row(told: Told) -> Row:
    return {
        "id": told.id, "incident": told.incident, "whom": told.whom, "unit": told.unit,
        "at": instant_text(told.at), "typed_at": instant_text(told.typed_at), "channel": told.channel.value,
        "upward": int(told.upward), "told_by": told.told_by, "answer": told.answer,
    }  # fmt: skip


def _told(row: Row) -> Told:
    return Told(
        **{
            **row,
            "at": instant_value(row["at"]),
            "typed_at": instant_value(row["typed_at"]),
            "channel": Channel(row["channel"]),
            "upward": bool(row["upward"]),
        }
    )


INCIDENTS = Table("incident", _incident_row, _incident, order="learned_at, id")
REPORTS_ISSUED = Table("report", _report_row, _report, order="issued_at, typed_at, id", evidence=True)
TOLD = Table("told", _told_row, _told, order="at, id", evidence=True)
