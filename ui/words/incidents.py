"""Words for what incidents and their reports know by a code."""

from collections.abc import Iterable

from dutydesk.domain.incidents import Channel, ClockBase, ClockState, Grade, ReportKind
from ui.i18n import marked, tr

_GRADES = {
    Grade.EXTREME: marked("Ⅰ extremely grave"),
    Grade.MAJOR: marked("Ⅱ grave"),
    Grade.LARGER: marked("Ⅲ rather grave"),
    Grade.ORDINARY: marked("Ⅳ ordinary"),
}
_CHANNELS = {Channel.PHONE: marked("by phone"), Channel.WRITTEN: marked("in writing")}
_BASES = {
    ClockBase.OCCURRED: marked("from when it happened"),
    ClockBase.LEARNED: marked("from when the duty room learned of it"),
}
_KINDS = {
    ReportKind.INITIAL: marked("initial report"),
    ReportKind.FOLLOW_UP: marked("follow-up report {number}"),
    ReportKind.FINAL: marked("final report"),
}
_STATES = {
    ClockState.RUNNING: marked("running"),
    ClockState.WARNING: marked("half the time is over"),
    ClockState.URGENT: marked("nearly over"),
    ClockState.OVERDUE: marked("overdue"),
    ClockState.MET: marked("in time"),
    ClockState.MET_LATE: marked("late"),
}
_FACTS = {
    "cause": marked("cause (preliminary)"),
    "course": marked("course of events"),
    "dead": marked("dead"),
    "injured": marked("injured"),
    "missing": marked("missing"),
    "property_loss": marked("loss of property"),
    "impact": marked("scope of impact"),
    "measures": marked("measures taken"),
    "leaders_present": marked("leaders on the spot"),
    "trend": marked("trend"),
    "next_steps": marked("next steps and proposals"),
    "site_contact": marked("head on the spot and phone"),
    "progress": marked("progress"),
    "summary": marked("summary of the event"),
    "handling": marked("how it was handled"),
    "state": marked("present state"),
}


def grade_text(grade: Grade) -> str:
    """Ⅰ 特别重大 to Ⅳ 一般."""
    return tr(_GRADES[grade])


def sensitive_hint() -> str:
    """What the tick does to the clocks."""
    return tr("Reported whatever its grade: the shorter time of a rather grave one holds")


def channel_text(channel: Channel) -> str:
    """电话 or 书面."""
    return tr(_CHANNELS[channel])


def report_kind_text(kind: ReportKind, sequence: int) -> str:
    """首报, 续报二 or 终报."""
    return tr(_KINDS[kind], number=sequence) if kind is ReportKind.FOLLOW_UP else tr(_KINDS[kind])


def clock_base_text(base: ClockBase) -> str:
    """Which instant starts a clock."""
    return tr(_BASES[base])


def clock_state_text(state: ClockState) -> str:
    """How a clock stands."""
    return tr(_STATES[state])


def fact_text(name: str) -> str:
    """The label of one thing that a report says; the code itself for one that has no words."""
    return tr(_FACTS[name]) if name in _FACTS else name


def facts_text(names: Iterable[str]) -> str:
    """Several labels in a row."""
    return tr(", ").join(map(fact_text, names))
