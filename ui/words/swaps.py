"""The words of swaps and settlements: kinds, states, ways, and what stands in the way."""

from collections.abc import Mapping

from dutydesk import errors
from dutydesk.domain.candidates import Obstacle
from dutydesk.domain.rules import Rule
from dutydesk.domain.settling import How
from dutydesk.domain.swaps import Swap, SwapKind, SwapState
from dutydesk.errors import DutyDeskError
from ui.i18n import marked, tr
from ui.words.duty_names import DutyNames
from ui.words.planning import obstacle_text

_KINDS = {
    SwapKind.EXCHANGE: marked("exchange"),
    SwapKind.COVER: marked("cover"),
    SwapKind.TAKEOVER: marked("taken over"),
}
_STATES: Mapping[str, str] = {
    SwapState.REQUESTED: marked("waits for the other one's word"),
    SwapState.AGREED: marked("waits for the duty leader"),
    SwapState.PENDING: marked("approved, waits for the other month's roster"),
    SwapState.APPLIED: marked("applied"),
    SwapState.REFUSED: marked("refused"),
    SwapState.CANCELLED: marked("taken back"),
}
_WAYS = {
    How.STAND_IN: marked("the named stand-in covers it"),
    How.COVER: marked("covers it, next in turn"),
    How.EXCHANGE: marked("the two exchange their duties"),
    How.REPLAN: marked("makes room, nobody is free directly"),
    How.NOBODY: marked("nobody can cover it: waive it or choose by hand"),
    How.CHOSEN: marked("chosen by hand"),
}
_BROKEN: Mapping[str, Obstacle] = {
    Rule.ON_LEAVE: Obstacle.ON_LEAVE,
    Rule.EXEMPT: Obstacle.EXEMPT,
    Rule.WRONG_POST: Obstacle.POST,
    Rule.NOT_SERVING: Obstacle.NOT_SERVING,
    Rule.DOUBLE_DUTY: Obstacle.SAME_DAY,
    Rule.REST_TOO_SHORT: Obstacle.REST,
    Rule.WEEK_LIMIT: Obstacle.WEEK_LIMIT,
    Rule.PAIR_TOGETHER: Obstacle.PAIR,
    Rule.SECTION_TOGETHER: Obstacle.SECTION,
}
SWAP_SENTENCES: dict[type[DutyDeskError], str] = {
    errors.ShiftBegunError: marked(
        "The shift of {day} has begun and cannot be exchanged any more. Let somebody take it over now."
    ),
    errors.ShiftNotOnError: marked(
        "The shift of {day} is not on today. Before that day ask for a cover; afterwards nothing can change."
    ),
    errors.ForeignDutyError: marked(
        "{name} does not stand the duty of {day}. Look at the roster again and choose the duty anew."
    ),
    errors.ShortNoticeError: marked(
        "The holiday duty of {day} is exchanged at least {notice} days before."
        " In an urgent case give the reason; the duty leader decides."
    ),
    errors.SwapBreaksRuleError: marked(
        "{name} cannot stand the duty of {day}: {rule}. Choose somebody else or another duty."
    ),
    errors.DutyInSwapError: marked(
        "{name} has asked to exchange the duty of {day} already. Decide or take back that request first."
    ),
    errors.SwapClosedError: marked("This step is not possible now: the request is “{state}”."),
    errors.PaperMissingError: marked(
        "{name} has not signed in. Let {name} confirm it, or enter the number of the signed paper."
    ),
    errors.NotALeaderError: marked("{name} is no duty leader. Name the duty leader who approved it."),
    errors.MonthNotPlannedError: marked(
        "In {month} {name} has no duty yet that could be returned. Plan that month, or refuse the request."
    ),
}
"""Why a duty may not change hands, and what to do."""


def kind_text(kind: SwapKind) -> str:
    """换班, 代班 or 临时接班."""
    return tr(_KINDS[kind])


def how_text(how: How) -> str:
    """In what way a duty is settled, and why so."""
    return tr(_WAYS[how])


def state_text(state: str) -> str:
    """Where a request stands, by its code; a code without words as it is."""
    return tr(_STATES.get(state, state))


def broken_text(rule: str) -> str:
    """Why somebody cannot stand a place, by the code of the rule; a code without words as it is."""
    found = _BROKEN.get(rule)
    return obstacle_text(found) if found else rule


def swap_line(names: DutyNames, asked: Swap) -> str:
    """A request in one line: who gives which duty to whom, and for which."""
    facts = {
        "kind": kind_text(asked.kind),
        "one": names.person(asked.applicant),
        "other": names.person(asked.counterpart),
        "duty": names.duty(asked.place),
    }
    if asked.returned:
        return tr("{kind}: {one}, {duty} ⇄ {other}, {back}", back=names.duty(asked.returned), **facts)
    if asked.month:
        return tr("{kind}: {one}, {duty} ⇄ {other}, a duty of {back}", back=f"{asked.month:%Y-%m}", **facts)
    return tr("{kind}: {one}, {duty} → {other}", **facts)
