"""The requests as a list: those that wait for somebody first."""

from dataclasses import dataclass

from dutydesk.domain.swaps import Swap, SwapState
from dutydesk.errors import DomainError
from dutydesk.services import swaps
from ui.i18n import tr
from ui.session import Session
from ui.widgets.table_model import Column
from ui.words.duty_names import DutyNames
from ui.words.refusals import refusal_text
from ui.words.swaps import kind_text, state_text

_ORDER = list(SwapState)
_INKS = {
    SwapState.REQUESTED: "warning",
    SwapState.AGREED: "warning",
    SwapState.PENDING: "accent",
    SwapState.APPLIED: "good",
}


@dataclass(frozen=True)
class RequestLine:
    """One request with its words; `obstacle` is what would refuse it if it were applied now."""

    swap: Swap
    names: DutyNames
    obstacle: DomainError | None = None
    ripe: bool = False

    @property
    def in_the_way(self) -> str:
        """What stands in its way now, as a sentence; or that a waiting one can be applied."""
        if self.ripe and self.obstacle is None:
            return tr("The other month is planned now: it can be applied.")
        return refusal_text(self.obstacle) if self.obstacle else ""

    @property
    def returned(self) -> str:
        """What is given in return."""
        if self.swap.returned:
            return self.names.duty(self.swap.returned)
        return f"{self.swap.month:%Y-%m}" if self.swap.month else ""

    @property
    def initials(self) -> str:
        """The pinyin initials of both, to be found by."""
        both = (self.names.people.get(each) for each in (self.swap.applicant, self.swap.counterpart))
        return " ".join(each.initials for each in both if each)


def request_lines(session: Session, names: DutyNames, *, every: bool) -> list[RequestLine]:
    """The open requests, or all; what waits for somebody first, then by day."""
    found = session.read(swaps.swaps, only_open=not every)
    lines = [_line(session, names, each) for each in found]
    return sorted(lines, key=lambda each: (not each.swap.open, each.swap.place.day))


def _line(session: Session, names: DutyNames, swap: Swap) -> RequestLine:
    if not swap.open:
        return RequestLine(swap, names)
    obstacle = session.read(swaps.in_the_way, swap, session.now())
    return RequestLine(swap, names, obstacle, session.read(swaps.is_ripe, swap))


def request_columns() -> list[Column[RequestLine]]:
    """State, duty, the two, what is returned, and the filing number."""
    return [
        Column(
            "state",
            tr("State"),
            lambda line: state_text(line.swap.state),
            lambda line: _ORDER.index(line.swap.state),
            ink=lambda line: "error" if line.obstacle else _INKS.get(line.swap.state, "dim"),
            tip=lambda line: line.in_the_way,
        ),
        Column("kind", tr("Kind"), lambda line: kind_text(line.swap.kind)),
        Column(
            "duty",
            tr("Duty given away"),
            lambda line: line.names.duty(line.swap.place),
            lambda line: line.swap.place,
        ),
        Column("applicant", tr("Applicant"), lambda line: line.names.person(line.swap.applicant)),
        Column("counterpart", tr("Counterpart"), lambda line: line.names.person(line.swap.counterpart)),
        Column("returned", tr("Duty taken for it"), lambda line: line.returned),
        Column("filing", tr("Filing number"), lambda line: line.swap.filing),
        Column("reason", tr("Reason"), lambda line: line.swap.reason, tip=lambda line: line.swap.reason),
    ]
