"""The course of a violation, from report to appeal; every step is a new record and none is ever undone."""

from dataclasses import replace
from datetime import date

from dutydesk.domain.accounts import Author, Sight, has_word_of, refuse_own
from dutydesk.domain.points import DISCIPLINE, DisciplineRules
from dutydesk.domain.violations import (
    DECISIONS,
    State,
    Step,
    Violation,
    appeal_until,
    working_day_after,
)
from dutydesk.errors import (
    MissingFieldError,
)
from dutydesk.errors.discipline import (
    AccuserError,
    AppealOverError,
    DoubtfulTimeError,
    NotHeardError,
    OnlyTheAccusedError,
    PointsError,
    WrongStepError,
    YearClosedError,
)
from dutydesk.services.calendar import calendar
from dutydesk.services.changes import Changes, Deed, deed
from dutydesk.services.ids import new_id
from dutydesk.services.rights import sees
from dutydesk.services.rulebook import in_force
from dutydesk.services.watch import local
from dutydesk.storage.people import PEOPLE
from dutydesk.storage.scores import YEAR_CLOSINGS
from dutydesk.storage.store import Store
from dutydesk.storage.violations import STEPS, VIOLATIONS


def inform(store: Store, violation_id: str, words: str = "", *, by: Author) -> Changes:
    """Note that the accused was told what is brought against them."""
    with deed(store, by, "inform_accused") as act:
        found = _ready(store, violation_id, State.INFORMED)
        _step(store, act, replace(found, informed_on=_today(store, by)), State.INFORMED, by, words)
    return act.changes


def hear(store: Store, violation_id: str, words: str, *, by: Author) -> Changes:
    """Keep what the accused says, by their own word or a paper of theirs; they may say more until judged."""
    if not words.strip():
        raise MissingFieldError("words")
    with deed(store, by, "hear_accused") as act:
        found = _ready(store, violation_id, State.HEARD)
        _refuse_others(store, found, by)
        _step(store, act, found, State.HEARD, by, words)
    return act.changes


def verify(store: Store, violation_id: str, words: str = "", *, by: Author) -> Changes:
    """The personnel section finds that it is so; refuses the accuser, the accused, and before the hearing."""
    with deed(store, by, "verify_violation") as act:
        found = _ready(store, violation_id, State.VERIFIED)
        _refuse_party(store, found, by)
        _refuse_unheard(store, found, by)
        _step(store, act, found, State.VERIFIED, by, words)
    return act.changes


def confirm(store: Store, violation_id: str, words: str = "", *, clock_word: str = "", by: Author) -> Changes:
    """Take the points by the rule of its day.

    A violation whose records were made under a doubted clock needs somebody's word for the time
    (`clock_word`), which stays with the step.
    """
    with deed(store, by, "confirm_violation") as act:
        found = _ready(store, violation_id, State.CONFIRMED)
        _refuse_party(store, found, by)
        if found.doubtful and not clock_word.strip():
            raise DoubtfulTimeError(found.title)
        said = " ".join(filter(None, (words.strip(), clock_word.strip())))
        judged = replace(found, points=found.due, confirmed_on=_today(store, by))
        _step(store, act, judged, State.CONFIRMED, by, said)
    return act.changes


def excuse(store: Store, violation_id: str, reason: str, *, by: Author) -> Changes:
    """Find that it was so, but for a reason that excuses it."""
    return _end(store, violation_id, State.EXCUSED, reason, "excuse_violation", by)


def drop(store: Store, violation_id: str, reason: str, *, by: Author) -> Changes:
    """Find that it was not so."""
    return _end(store, violation_id, State.DROPPED, reason, "drop_violation", by)


def cancel(store: Store, violation_id: str, reason: str, *, by: Author) -> Changes:
    """Give the points back without an appeal, because the judgement was wrong."""
    return _end(store, violation_id, State.CANCELLED, reason, "cancel_violation", by)


def _end(store: Store, violation_id: str, state: State, reason: str, name: str, by: Author) -> Changes:
    if not reason.strip():
        raise MissingFieldError("reason")
    with deed(store, by, name) as act:
        found = _ready(store, violation_id, state)
        if found.state is State.APPEALED:  # that one is ended by a decision
            raise WrongStepError(found.title, found.state)
        refuse_own(by, found.person)
        _step(store, act, replace(found, points=0), state, by, reason)
    return act.changes


def appeal(store: Store, violation_id: str, words: str, *, by: Author) -> Changes:
    """The accused asks for a review, by their own word or a paper of theirs, while the window is open."""
    if not words.strip():
        raise MissingFieldError("words")
    with deed(store, by, "appeal_violation") as act:
        found = _ready(store, violation_id, State.APPEALED)
        _refuse_others(store, found, by)
        last = last_day_of_appeal(store, found)
        if last is not None and _today(store, by) > last:
            raise AppealOverError(found.title, last.isoformat())
        _step(store, act, found, State.APPEALED, by, words)
    return act.changes


def decide(
    store: Store, violation_id: str, outcome: State, reason: str, *, points: int | None = None, by: Author
) -> Changes:
    """End an appeal: maintained, changed to so many hundredths of a point, or cancelled.

    Refuses the accuser and the accused, and points beyond what the rule takes.
    """
    if not reason.strip():
        raise MissingFieldError("reason")
    with deed(store, by, "decide_appeal") as act:
        found = _ready(store, violation_id, outcome)
        if outcome not in DECISIONS or found.state is not State.APPEALED:
            raise WrongStepError(found.title, found.state)
        _refuse_party(store, found, by)
        taken = {State.CANCELLED: 0, State.CHANGED: points}.get(outcome, found.points)
        if taken is None or not 0 <= taken <= found.due:
            raise PointsError(f"{found.due / 100:g}")
        _step(store, act, replace(found, points=taken), outcome, by, reason)
    return act.changes


def _ready(store: Store, violation_id: str, state: State) -> Violation:
    """The violation, if the step may be its next one and its year is open."""
    found = store.get(VIOLATIONS, violation_id)
    refuse_closed(store, found.day.year)
    if not found.may_become(state):
        raise WrongStepError(found.title, found.state)
    return found


def _step(store: Store, act: Deed, violation: Violation, state: State, by: Author, words: str) -> None:
    reached = replace(violation, state=state)
    act.writing.put(VIOLATIONS, reached)
    put_step(store, act, reached, by, words)


def put_step(store: Store, act: Deed, violation: Violation, by: Author, words: str) -> None:
    """Keep a violation's next step within a deed."""
    number = len(course(store, violation.id)) + 1
    facts = (violation.id, number, violation.state, by.at, word_of(by), words.strip(), violation.points)
    act.writing.put(STEPS, Step(new_id(by.at), *facts))


def _refuse_party(store: Store, violation: Violation, by: Author) -> None:
    """Refuse whoever is accused or brought it, by their own word or with their hand: nobody judges their own.

    Else somebody who enters an accusation as that of another, on paper, could verify it themselves.
    """
    refuse_own(by, violation.person)
    brought = violation.reporter and violation.reporter in {by.person, by.principal}
    if brought or (by.person and by.actor == _entered_by(store, violation.id)):
        raise AccuserError(by.actor)


def _entered_by(store: Store, violation_id: str) -> str:
    """Who entered a violation, as the journal names them."""
    sql = "select actor from journal where table_name = 'violation' and row_id = ? and before = ''"
    return str(next(store.ask(sql, (violation_id,)), ("",))[0])


def _refuse_others(store: Store, violation: Violation, by: Author) -> None:
    if not has_word_of(by, violation.person):
        raise OnlyTheAccusedError(store.get(PEOPLE, violation.person).name)


def _refuse_unheard(store: Store, violation: Violation, by: Author) -> None:
    days = rules_on(store, violation.day).hearing_days
    if violation.state is State.INFORMED and violation.informed_on is not None:
        last = working_day_after(calendar(store), violation.informed_on, days)
        if _today(store, by) <= last:
            raise NotHeardError(violation.title, last.isoformat())


def _today(store: Store, by: Author) -> date:
    return local(store, by.at).date()


def word_of(by: Author) -> str:
    """Whose word a deed is."""
    return by.on_behalf_of or by.actor


def refuse_closed(store: Store, year: int) -> None:
    """Refuse to touch what belongs to a year whose sheets are final."""
    if store.find(YEAR_CLOSINGS, str(year)) is not None:
        raise YearClosedError(year)


def rules_on(store: Store, day: date) -> DisciplineRules:
    """The rules by which a day is judged."""
    return in_force(store, DISCIPLINE, day)


def next_number(store: Store, year: int) -> int:
    """The number of the next violation of a year."""
    return max((each.number for each in of_year(store, year)), default=0) + 1


def last_day_of_appeal(store: Store, violation: Violation) -> date | None:
    """The last day on which the accused may appeal; None for a violation that is not confirmed."""
    return appeal_until(violation, calendar(store), rules_on(store, violation.day).appeal_days)


def of_year(store: Store, year: int) -> tuple[Violation, ...]:
    """The violations of a year by number."""
    return store.all(VIOLATIONS, "judged_day between ? and ?", (f"{year}-01-01", f"{year}-12-31"))


def readable(store: Store, reader: str) -> tuple[Violation, ...]:
    """The violations that somebody (id, empty for nobody) may read: their own, and by their roles."""
    return tuple(
        each
        for each in store.all(VIOLATIONS)
        if sees(store, reader, Sight.POINTS, of=each.person) or (reader and each.reporter == reader)
    )


def course(store: Store, violation_id: str) -> tuple[Step, ...]:
    """The steps of a violation in their order."""
    return store.all(STEPS, "violation = ?", (violation_id,))
