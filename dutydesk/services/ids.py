"""Ids that callers make before they write, so that a retry cannot write twice."""

import secrets
from datetime import datetime


def new_id(at: datetime) -> str:
    """A UUIDv7 as text: the instant in milliseconds, then chance; ids sort by the time they were made."""
    milliseconds = int(at.timestamp() * 1000) & 0xFFFF_FFFF_FFFF
    chance = secrets.randbits(74)
    number = milliseconds << 80 | 7 << 76 | (chance >> 62) << 64 | 2 << 62 | chance & (1 << 62) - 1
    text = f"{number:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
