"""Seals over the journal, the anchor that stands on paper, and what a file says to either.

`keys` is the folder of the user's own settings in which this computer's key lies.
"""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from dutydesk.domain.accounts import Author
from dutydesk.domain.seals import Anchor, Match, Occasion, Seal, SealKey
from dutydesk.services.changes import NEW_KEY, RESTORING, SALVAGING, SEALING, Changes, deed
from dutydesk.services.ids import new_id
from dutydesk.storage import journal, seals
from dutydesk.storage.keys import Witness, bear_witness, own_key, witness
from dutydesk.storage.seals import SEAL_KEYS, SEALS
from dutydesk.storage.signing import SigningKey
from dutydesk.storage.store import Store
from dutydesk.storage.values import instant_text

_FRESH_STARTS = (RESTORING, SALVAGING)
"""The deeds after which a file rightly lacks what it had: it was restored or salvaged."""

_OCCASIONS = {
    "hand_over": Occasion.HANDOVER,
    "take_over": Occasion.HANDOVER,
    "close_year": Occasion.CLOSING,
}
"""The deeds after which the journal is sealed."""


def occasion_of(changes: Changes) -> Occasion | None:
    """The occasion for a seal that a deed gives; None for most deeds."""
    return _OCCASIONS.get(changes.deed)


def anchor(store: Store) -> Anchor | None:
    """The newest entry of the own device; None while nothing was written."""
    seq, _, digest = journal.head(store.db)
    return Anchor(store.device(), seq, digest) if seq else None


def compare(store: Store, printed: Anchor) -> Match:
    """Hold the file against an anchor from paper."""
    devices = [row[0] for row in store.ask("select distinct device from journal")]
    meant = [each for each in devices if each.startswith(printed.device)]
    sql = "select hash from journal where device = ? and seq = ?"
    found = [row[0] for device in meant for row in store.ask(sql, (device, printed.seq))]
    if any(each.startswith(printed.hash) for each in found):
        return Match.SAME
    if found:
        return Match.REWRITTEN
    return Match.CUT_OFF if meant else Match.UNKNOWN


def seal(store: Store, keys: Path, occasion: Occasion, *, by: Author) -> Changes:
    """Sign the head of the journal with this computer's key, which is made and made known where it is new.

    A file that may only be read, an empty one, and one in which nothing happened since its last seal are left
    as they are.
    """
    if store.read_only or _newest_deed(store) in {"", SEALING}:
        return Changes()
    key = own_key(keys)
    _make_known(store, key, by)
    missed = missing(store, keys)
    with deed(store, by, SEALING) as act:
        writing = act.writing
        said = Seal(
            id=new_id(by.at), device=writing.device, seq=writing.seq, hash=writing.prev,
            at=by.at.astimezone(UTC).replace(microsecond=0), occasion=occasion, key=key.id, signature="",
            misses=missed.printed if missed else "",
        )  # fmt: skip
        writing.put(SEALS, replace(said, signature=key.sign(seals.message(said))))
    if store.path is not None:
        bear_witness(keys, store.path, Witness(said.anchor, said.at))
    return act.changes


def missing(store: Store, keys: Path) -> Anchor | None:
    """What this computer sealed last in this file, if that is no longer in it and no restoring says why."""
    seen = witness(keys, store.device(), store.path) if store.path else None
    if seen is None or compare(store, seen.anchor) is Match.SAME:
        return None
    since = instant_text(seen.at)
    sql = "select 1 from journal where at_utc >= ? and deed in (?, ?) limit 1"
    return None if any(store.ask(sql, (since, *_FRESH_STARTS))) else seen.anchor


def missed(store: Store) -> tuple[str, ...]:
    """The anchors that were found missing when the file was sealed again."""
    return tuple(each.misses for each in store.all(SEALS, "misses <> ''"))


def lately_missed(store: Store, keys: Path, since: datetime) -> tuple[str, ...]:
    """The anchors that are missing now, or were found missing since an instant."""
    now = missing(store, keys)
    found = (each.misses for each in store.all(SEALS, "misses <> ''") if each.at >= since)
    return tuple(dict.fromkeys((*([now.printed] if now else []), *found)))


def newest_seal(store: Store) -> Seal | None:
    """The seal that covers most."""
    return max(store.all(SEALS), key=lambda each: each.at, default=None)


def _newest_deed(store: Store) -> str:
    sql = "select deed from journal where device = ? order by seq desc limit 1"
    return next((str(row[0]) for row in store.ask(sql, (store.device(),))), "")


def _make_known(store: Store, key: SigningKey, by: Author) -> None:
    """Say in the journal that a key seals from now on: the first one, or one in the place of a lost one."""
    if store.find(SEAL_KEYS, key.id) is None:
        with deed(store, by, NEW_KEY) as act:
            made_at = by.at.astimezone(UTC).replace(microsecond=0)
            act.writing.put(SEAL_KEYS, SealKey(key.id, store.device(), key.public, made_at))
