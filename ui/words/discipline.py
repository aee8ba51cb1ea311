"""Words for discipline: the kinds of violation, how far one has come, what follows, and points."""

from dutydesk.domain.circulars import Span
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.overtime import OvertimeState
from dutydesk.domain.rest import ANY, NIGHT, RESTDAY, STATUTORY, WORKDAY
from dutydesk.domain.violations import State
from ui.i18n import marked, tr, tr_n

_KINDS = {
    ViolationKind.ABSENT_FROM_POST: marked("absent from post"),
    ViolationKind.VACANT_POST: marked("vacant post"),
    ViolationKind.MISSED_DUTY: marked("missed duty"),
    ViolationKind.LATE: marked("late arrival"),
    ViolationKind.EARLY_LEAVE: marked("early leave"),
    ViolationKind.UNAUTHORISED_SWAP: marked("unauthorised swap"),
    ViolationKind.WANDERING: marked("at another's post"),
    ViolationKind.UNANSWERED_CALL: marked("unanswered call"),
    ViolationKind.LATE_REPORT: marked("late report"),
    ViolationKind.OMITTED_REPORT: marked("omitted report"),
    ViolationKind.FALSE_REPORT: marked("false report"),
    ViolationKind.CONCEALED_REPORT: marked("concealed report"),
    ViolationKind.INCOMPLETE_LOG: marked("incomplete log"),
    ViolationKind.BAD_HANDOVER: marked("unclear handover"),
    ViolationKind.ALCOHOL: marked("alcohol on duty"),
    ViolationKind.UNRELATED_ACTIVITY: marked("unrelated activity on duty"),
    ViolationKind.OVERDUE_FOLLOW_UP: marked("overdue follow-up"),
    ViolationKind.OVERDUE_RETURN: marked("overdue return from leave"),
    ViolationKind.OTHER: marked("other violation"),
}
_STATES = {
    State.REPORTED: marked("reported, not judged"),
    State.INFORMED: marked("accused informed"),
    State.HEARD: marked("accused heard"),
    State.VERIFIED: marked("verified by personnel"),
    State.CONFIRMED: marked("confirmed, points taken"),
    State.EXCUSED: marked("excused with reason"),
    State.DROPPED: marked("not established"),
    State.APPEALED: marked("under appeal"),
    State.MAINTAINED: marked("upheld on appeal"),
    State.CHANGED: marked("changed on appeal"),
    State.CANCELLED: marked("cancelled, points given back"),
}
_OVERTIME = {
    OvertimeState.REQUESTED: marked("requested"),
    OvertimeState.RECORDED: marked("recorded, to be verified"),
    OvertimeState.VERIFIED: marked("verified"),
    OvertimeState.REFUSED: marked("refused"),
}
_WORTHS = {
    (WORKDAY, NIGHT): marked("night of a working day"),
    (WORKDAY, ANY): marked("working day"),
    (RESTDAY, ANY): marked("rest day"),
    (STATUTORY, ANY): marked("statutory holiday"),
}
_SPANS = {
    Span.WEEK: marked("week"),
    Span.HALF_MONTH: marked("half month"),
    Span.MONTH: marked("month"),
    Span.QUARTER: marked("quarter"),
}
_MANY_MINUTES, _MANY_HOURS = 180, 48
_CONSEQUENCES = {"merit_lost": marked("merit selection lost")}


def kind_text(kind: str) -> str:
    """The word for a kind of violation; one that none is called by its own name."""
    return tr(_KINDS[ViolationKind(kind)]) if kind in _KINDS else kind


def state_text(state: str) -> str:
    """How far a violation has come."""
    return tr(_STATES[State(state)]) if state in _STATES else state


def overtime_text(state: str) -> str:
    """How far overtime has come."""
    return tr(_OVERTIME[OvertimeState(state)]) if state in _OVERTIME else state


def worth_text(day: str, kind: str = ANY) -> str:
    """The kind of day and shift that earns rest; one of the office's own stands as it was entered."""
    return tr(_WORTHS[day, kind]) if (day, kind) in _WORTHS else f"{day} {kind}"


def span_text(span: Span) -> str:
    """For how long a circular is."""
    return tr(_SPANS[span])


def consequence_text(consequence: str) -> str:
    """What follows from too many points; a consequence of the office's own stands as it was entered."""
    return tr(_CONSEQUENCES[consequence]) if consequence in _CONSEQUENCES else consequence


def points_text(points: int) -> str:
    """Hundredths of a point as they are written: 5 or 2.5."""
    return f"{points / 100:g}"


def span_words(minutes: int) -> str:
    """Minutes, or hours and days where there are many; empty for none."""
    if not minutes:
        return ""
    if minutes < _MANY_MINUTES:
        return tr_n("{n} minute", "{n} minutes", minutes)
    hours = minutes // 60
    if hours < _MANY_HOURS:
        return tr_n("{n} hour", "{n} hours", hours)
    return tr_n("{n} day", "{n} days", hours // 24)
