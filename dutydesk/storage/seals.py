"""Seals and the public halves of their keys as rows, and which seals do not hold."""

from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from dutydesk.domain.seals import Occasion, Seal, SealKey
from dutydesk.storage import journal, signing
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table
from dutydesk.storage.values import instant_text, instant_value

_TAG = b"dutydesk-seal-1\n"


def _key_row(key: SealKey) -> Row:
    return {"id": key.id, "device": key.device, "public": key.public, "made_at": instant_text(key.made_at)}


def _key(row: Row) -> SealKey:
    return SealKey(row["id"], row["device"], row["public"], instant_value(row["made_at"]))


def _seal_row(seal: Seal) -> Row:
    return {
        "id": seal.id, "device": seal.device, "seq": seal.seq, "hash": seal.hash, "at": instant_text(seal.at),
        "occasion": seal.occasion.value, "misses": seal.misses, "key": seal.key, "signature": seal.signature,
    }  # fmt: skip


def _seal(row: Row) -> Seal:
    return Seal(**{**row, "at": instant_value(row["at"]), "occasion": Occasion(row["occasion"])})


SEAL_KEYS = Table("seal_key", _key_row, _key, order="made_at", evidence=True)
SEALS = Table("seal", _seal_row, _seal, order="device, seq", evidence=True)


def message(seal: Seal) -> bytes:
    """What is signed: everything that the seal says."""
    return _message(_seal_row(seal))


def _message(row: Row) -> bytes:
    said = {name: value for name, value in row.items() if name != "signature"}
    return _TAG + journal.canonical(said).encode()


def broken(db: Database) -> Iterator[str]:
    """The ids of seals that were not made with their key, or whose entry is not what was sealed."""
    keys = dict(db.execute("select id, public from seal_key"))
    cursor = db.execute(
        "select seal.*, journal.hash from seal left join journal"
        " on journal.device = seal.device and journal.seq = seal.seq order by seal.seq"
    )
    names = [each[0] for each in cursor.description][:-1]
    for *values, kept in cursor:
        row: dict[str, Any] = dict(zip(names, values, strict=True))
        genuine = signing.is_genuine(keys.get(row["key"], ""), row["signature"], _message(row))
        if row["hash"] != kept or not genuine:
            yield str(row["id"])
