"""Why the program noted something and on what it rests, for whoever judges and whoever is judged."""

from collections.abc import Iterator

from dutydesk.domain.clock_doubt import ClockDoubt
from dutydesk.domain.discipline import Candidate, ViolationKind
from dutydesk.domain.history import Names
from dutydesk.services.discipline import Waiting
from dutydesk.services.grounds import Ground
from ui.clock import local
from ui.i18n import full_day, long_day, marked, tr, tr_n
from ui.words.discipline import kind_text, span_words
from ui.words.duty_names import DutyNames
from ui.words.records import table_text

_WHY = {
    ViolationKind.LATE: marked("{person} signed in at {time}, {span} after the start: {duty}."),
    ViolationKind.EARLY_LEAVE: marked(
        "{person} signed out at {time}, {span} before the end and before the relief: {duty}."
    ),
    ViolationKind.VACANT_POST: marked(
        "Nobody had signed in {span} after the start; {person} was down for it: {duty}."
    ),
    ViolationKind.UNAUTHORISED_SWAP: marked(
        "Somebody else took the place than the roster says, and no leader had let them: {duty}."
    ),
    ViolationKind.LATE_REPORT: marked(
        "A report was due at {time} and came {span} late, or has not come; {person} kept the desk."
    ),
    ViolationKind.OVERDUE_FOLLOW_UP: marked("{person} had until {time} and did not settle the matter."),
    ViolationKind.OVERDUE_RETURN: marked("{person} should have reported back from leave before {time}."),
}
_CHECKED = {
    ViolationKind.ABSENT_FROM_POST: marked("A spot check at {time} did not find {person} on post: {duty}."),
    ViolationKind.LATE: marked("A spot check at {time} found that {person} had come late: {duty}."),
    ViolationKind.UNANSWERED_CALL: marked(
        "A spot check at {time} called, and {person} did not answer: {duty}."
    ),
    ViolationKind.UNAUTHORISED_SWAP: marked(
        "A spot check at {time} found somebody else in the place of {person}: {duty}."
    ),
}


def why_text(candidate: Candidate, names: DutyNames) -> str:
    """What happened, in one sentence."""
    checked = any(table == "spot_check" for table, _ in candidate.records)
    sentence = (_CHECKED if checked else _WHY).get(candidate.kind)
    at = local(candidate.at)
    facts = {
        "person": names.person(candidate.person) or tr("nobody named"),
        "time": f"{full_day(at.date())} {at:%H:%M}",
        "span": span_words(candidate.minutes) or tr_n("{n} minute", "{n} minutes", 0),
        "duty": names.duty(candidate.place) if candidate.place else tr("no place of the roster"),
    }
    return tr(sentence, **facts) if sentence else kind_text(candidate.kind)


def noted_lines(waiting: Waiting, names: DutyNames) -> Iterator[str]:
    """Why it was noted, who answers for it, and whether its time is to be believed."""
    yield why_text(waiting.candidate, names)
    person, answers = waiting.candidate.person, waiting.accountable
    if answers and answers != person:
        yield tr(
            "{actual} stood in for {planned} and answers for it.",
            actual=names.person(answers),
            planned=names.person(person) or tr("nobody named"),
        )
    yield from _one_matter(waiting)
    if waiting.doubt:
        yield doubt_text(waiting.doubt)


def _one_matter(waiting: Waiting) -> Iterator[str]:
    """That what came late by phone and in writing is one matter, for which points are taken once."""
    if waiting.charged:
        yield tr(
            "It is one matter with violation {number}, brought for the same incident: points are taken once.",
            number=waiting.charged,
        )
    elif waiting.others:
        yield tr(
            "Another report of the same incident was due at {times} and is noted too. It is one matter:"
            " points are taken once.",
            times=tr(", ").join(f"{local(each.at):%H:%M}" for each in waiting.others),
        )


def doubt_text(doubt: ClockDoubt) -> str:
    """Why the time of a record may be wrong."""
    return tr(
        "Its time is doubtful: the clock showed {shown} where {right} was expected.",
        shown=_instant(local(doubt.shown)),
        right=_instant(local(doubt.right)),
    )


def ground_text(ground: Ground, names: Names) -> str:
    """One record on which it rests: what it is, who entered it when, and whether that may be wrong."""
    at = local(ground.at)
    what = " ".join(filter(None, (table_text(ground.table), names.of(ground.table, ground.row))))
    by = ground.on_behalf_of or ground.by
    words = tr(
        "{record}, entered {day} {time} by {who}",
        record=what,
        day=long_day(at.date()),
        time=f"{at:%H:%M}",
        who=by,
    )
    return tr("{record} (clock in doubt)", record=words) if ground.doubt else words


def _instant(at: object) -> str:
    return f"{at:%Y-%m-%d %H:%M}"
