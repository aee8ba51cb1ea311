"""What leaders said is to be done: exactly, read back, passed on, and answered (domain.md §7.4)."""

from dataclasses import dataclass
from datetime import datetime

from dutydesk.errors import EmptyEntryError, FutureEntryError, MissingFieldError, NotReadBackError


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """A leader's instruction, written (批示) or spoken (指示); instants are UTC.

    It is done when it was passed on and its result was reported to the leader. `incident` and `entry` are the
    ids of what it belongs to, where it belongs to something.
    """

    id: str
    leader: str
    content: str
    given_at: datetime
    typed_at: datetime
    spoken: bool = False
    read_back: bool = False
    incident: str = ""
    entry: str = ""
    passed_to: str = ""
    passed_at: datetime | None = None
    result: str = ""
    reported_at: datetime | None = None

    @property
    def pending(self) -> bool:
        """Whether somebody still waits for it or for its answer."""
        return self.passed_at is None or self.reported_at is None


def refuse_unclear(instruction: Instruction) -> None:
    """Refuse one without a leader or words, of a time to come, or spoken and not read back."""
    if not instruction.leader.strip():
        raise MissingFieldError("name")
    if not instruction.content.strip():
        raise EmptyEntryError
    if instruction.given_at > instruction.typed_at:
        raise FutureEntryError
    if instruction.spoken and not instruction.read_back:
        raise NotReadBackError(instruction.leader)
