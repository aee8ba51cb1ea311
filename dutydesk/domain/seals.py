"""Seals over the head of the journal, and the anchors on paper that a file is held against."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dutydesk.errors import NotAnAnchorError

SHORT_DEVICE, SHORT_HASH = 4, 16
"""How many signs of a device's id and of a hash are printed: few enough to be typed, too many to be hit."""
_GROUP = 4
_ANCHOR = re.compile(rf"(\w{{{SHORT_DEVICE},40}}):([1-9]\d{{0,11}}):([0-9a-f]{{{SHORT_HASH},64}})", re.ASCII)
_BETWEEN = dict.fromkeys(map(ord, "-‐‑–—· "))


@dataclass(frozen=True, slots=True)
class Anchor:
    """An entry of the journal by its device, its number there, and its hash; all may be shortened."""

    device: str
    seq: int
    hash: str

    @property
    def printed(self) -> str:
        """The anchor as it stands on paper and is typed again, such as a3f9:1042:9f31-c0de-1234-abcd."""
        digits = self.hash[:SHORT_HASH]
        groups = (digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))
        return f"{self.device[:SHORT_DEVICE]}:{self.seq}:{'-'.join(groups)}"


def parse_anchor(text: str) -> Anchor:
    """An anchor as it was typed from paper; full-width signs, capitals, blanks and hyphens do no harm."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_BETWEEN)
    found = _ANCHOR.fullmatch(plain)
    if found is None:
        raise NotAnAnchorError(text)
    return Anchor(found[1], int(found[2]), found[3])


class Match(StrEnum):
    """What a file says to an anchor.

    The entry is there as it was printed; it was rewritten since; the file ends before it, so that its end was
    cut off or an older file lies in its place; or the file knows nothing of that device.
    """

    SAME = "same"
    REWRITTEN = "rewritten"
    CUT_OFF = "cut_off"
    UNKNOWN = "unknown"


class Occasion(StrEnum):
    """At what a seal was made."""

    BACKUP = "backup"
    EXPORT = "export"
    HANDOVER = "handover"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class SealKey:
    """The public half of the key with which a device seals; `id` is the beginning of its SHA-256."""

    id: str
    device: str
    public: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Seal:
    """A signature over the entry that was the newest of its device at an instant.

    `misses` is the anchor that the computer had sealed before in this file and that was no longer in it: a
    file whose end was cut off, or an older copy in its place. It is empty where all is well.
    """

    id: str
    device: str
    seq: int
    hash: str
    at: datetime
    occasion: Occasion
    key: str
    signature: str
    misses: str = ""

    @property
    def anchor(self) -> Anchor:
        """The sealed entry."""
        return Anchor(self.device, self.seq, self.hash)
