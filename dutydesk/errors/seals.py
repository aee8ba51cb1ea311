"""What is wrong with an anchor that somebody typed from paper."""

from dataclasses import dataclass

from dutydesk.errors.base import DomainError


@dataclass(eq=False)
class NotAnAnchorError(DomainError):
    """The text is no anchor: device, number and the first 16 hex digits of the hash."""

    text: str
