"""Candidates of discipline as rows."""

import json

from dutydesk.domain.discipline import Candidate, ViolationKind
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table
from dutydesk.storage.values import instant_text, instant_value, open_place_row, open_place_value


def _candidate_row(candidate: Candidate) -> Row:
    return {
        "id": candidate.id, "kind": candidate.kind.value, "person": candidate.person,
        "at": instant_text(candidate.at), "minutes": candidate.minutes, **open_place_row(candidate.place),
        "records": json.dumps(candidate.records, ensure_ascii=False),
    }  # fmt: skip


def _candidate(row: Row) -> Candidate:
    return Candidate(
        row["id"],
        ViolationKind(row["kind"]),
        row["person"],
        instant_value(row["at"]),
        row["minutes"],
        open_place_value(row),
        tuple((table, record) for table, record in json.loads(row["records"])),
    )


CANDIDATES = Table("candidate", _candidate_row, _candidate, order="at, id", evidence=True)
