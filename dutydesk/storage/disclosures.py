"""Disclosures as rows."""

from dutydesk.domain.disclosures import Disclosed, Disclosure
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table
from dutydesk.storage.values import instant_text, instant_value


def _row(disclosure: Disclosure) -> Row:
    return {
        "id": disclosure.id, "kind": disclosure.kind.value, "at": instant_text(disclosure.at),
        "about": disclosure.about, "rows": disclosure.rows,
    }  # fmt: skip


def _disclosure(row: Row) -> Disclosure:
    return Disclosure(row["id"], Disclosed(row["kind"]), instant_value(row["at"]), row["about"], row["rows"])


DISCLOSURES = Table("disclosure", _row, _disclosure, order="at, id", evidence=True)
