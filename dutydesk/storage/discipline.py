"""Candidates of discipline as rows."""

import json

from dutydesk.domain.discipline import Candidate, ViolationKind
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table
from dutydesk.storage.values import instant_text, instant_value, place_row, place_value

_NOWHERE = {"day": None, "shift": None, "post": None, "seat": None}


def _candidate_row(candidate: Candidate) -> Row:
    place = place_row(candidate.place) if candidate.place else _NOWHERE
    return {
        "id": candidate.id, "kind": candidate.kind.value, "person": candidate.person,
        "at": instant_text(candidate.at), "minutes": candidate.minutes, **place,
        "records": json.dumps(candidate.records, ensure_ascii=False),
    }  # fmt: skip


def _candidate(row: Row) -> Candidate:
    return Candidate(
        row["id"],
        ViolationKind(row["kind"]),
        row["person"],
        instant_value(row["at"]),
        row["minutes"],
        place_value(row) if row["day"] else None,
        tuple((table, record) for table, record in json.loads(row["records"])),
    )


CANDIDATES = Table("candidate", _candidate_row, _candidate, order="at, id")
