"""The key with which a computer seals: it lies with the user's settings and never in an office's file.

So a copy of the file on a laptop does not carry it. Beside it stands what was sealed last in each file: the
witness against a file whose end was cut off together with its seals, or an older copy put in its place.
"""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dutydesk.domain.seals import Anchor
from dutydesk.storage.failures import telling
from dutydesk.storage.file import sync_file
from dutydesk.storage.signing import SEED_BYTES, SigningKey

KEY_FILE, WITNESS_FILE = "seal.key", "sealed.json"


def own_key(folder: Path) -> SigningKey:
    """The key of this computer; made anew where there is none, and a spoilt one is put aside."""
    path = folder / KEY_FILE
    with telling(str(path)):
        folder.mkdir(parents=True, exist_ok=True)
        if path.is_file():
            seed = _read_seed(path)
            if seed is not None:
                return SigningKey(seed)
            path.replace(path.with_suffix(".spoilt"))
        return _make_key(path)


def _read_seed(path: Path) -> bytes | None:
    try:
        seed = bytes.fromhex(path.read_text("ascii"))
    except ValueError:
        return None
    return seed if len(seed) == SEED_BYTES else None


def _make_key(path: Path) -> SigningKey:
    key = SigningKey(secrets.token_bytes(SEED_BYTES))
    path.touch(mode=0o600, exist_ok=False)  # before the secret is in it
    path.write_text(key.seed.hex(), "ascii")
    sync_file(path)
    return key


@dataclass(frozen=True, slots=True)
class Witness:
    """The entry that this computer sealed last in one file, and when."""

    anchor: Anchor
    at: datetime


def witness(folder: Path, device: str, path: Path) -> Witness | None:
    """What was sealed last in the file at this place; None where nothing is known."""
    try:
        seq, digest, at = _known(folder)[_name(device, path)].split()
        return Witness(Anchor(device, int(seq), digest), datetime.fromisoformat(at))
    except (KeyError, ValueError, AttributeError):
        return None


def bear_witness(folder: Path, path: Path, seen: Witness) -> None:
    """Remember what was sealed last in the file at this place."""
    with telling(str(folder / WITNESS_FILE)):
        anchor = seen.anchor
        told = {_name(anchor.device, path): f"{anchor.seq} {anchor.hash} {seen.at.isoformat()}"}
        draft = folder / f"{WITNESS_FILE}.part"
        draft.write_text(json.dumps(_known(folder) | told, ensure_ascii=False, indent=1), "utf-8")
        sync_file(draft)
        draft.replace(folder / WITNESS_FILE)


def _known(folder: Path) -> dict[str, str]:
    """All that was sealed, by file; a list that cannot be read says nothing."""
    try:
        read = json.loads((folder / WITNESS_FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}


def _name(device: str, path: Path) -> str:
    """A file by its device and its place: a copy elsewhere goes its own way."""
    return f"{device} {path.resolve()}"
