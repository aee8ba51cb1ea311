"""`dutydesk violations`: brought, heard, judged, appealed and listed; nothing of it is ever undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import click

from dutydesk.domain.accounts import Author
from dutydesk.domain.discipline import Candidate, ViolationKind
from dutydesk.domain.points import WHOLE
from dutydesk.domain.violations import DECISIONS, State, Violation
from dutydesk.errors import MissingFieldError, NoSuchNumberError
from dutydesk.services import discipline, violations
from dutydesk.services.changes import Changes
from dutydesk.services.charges import Charge, register
from dutydesk.services.files import Store
from dutydesk.services.people import find_person, staff
from dutydesk.services.rights import entered_for
from ui.cli.frame import DAY, FILE, NAME, TIME, author, opened, print_json
from ui.clock import OFFICE_ZONE, local
from ui.i18n import tr
from ui.words.discipline import kind_text, points_text, state_text

_FILE = click.Argument(["file"], type=FILE)
_NUMBER = click.Argument(["number"], type=NAME)


def violations_group() -> click.Group:
    """`dutydesk violations add|candidates|dismiss|inform|hear|verify|confirm|…|appeal|decide|list FILE …`."""
    made = click.Group("violations", help=tr("Violations: report, hear, judge, appeal and list them."))
    told = (
        ("inform", violations.inform, tr("Note that the accused was told.")),
        ("verify", violations.verify, tr("The personnel section finds that it is so.")),
    )
    ended = (
        ("excuse", violations.excuse, tr("Find that a reason excuses it.")),
        ("drop", violations.drop, tr("Find that it is not so.")),
        ("cancel", violations.cancel, tr("Give the points back, because the judgement was wrong.")),
    )
    spoken = (
        ("hear", violations.hear, tr("Keep what the accused says.")),
        ("appeal", violations.appeal, tr("The accused asks for a review.")),
    )
    for command in (
        _add(), _candidates(), _dismiss(), _confirm(), _decide(), _list(),
        *(_step(*each, needed=False) for each in told), *(_step(*each, needed=True) for each in ended),
        *(_say(*each) for each in spoken),
    ):  # fmt: skip
        made.add_command(command)
    return made


def _option(name: str, words: str, **facts: Any) -> click.Option:
    names = [f"--{each}" if at == 0 else each for at, each in enumerate(name.split())]
    return click.Option(names, help=words, **{"type": NAME, "default": "", **facts})


def _add() -> click.Command:
    kinds = click.Choice([each.value for each in ViolationKind])
    params = [
        _FILE,
        _option("candidate", tr("The candidate it comes from; the rest is then known.")),
        _option("person", tr("Who answers for it.")),
        _option("kind", tr("What kind it is."), type=kinds, default=None),
        _option("date day", tr("The day."), type=DAY, default=None),
        _option("at moment", tr("The time of that day."), type=TIME, default=None),
        _option("what", tr("What was found."), required=True),
        click.Option(["--apart"], is_flag=True, help=tr("It counts beside another of the same incident.")),
    ]
    return click.Command("add", callback=_run_add, params=params, help=tr("Report a violation."))


def _run_add(file: Path, candidate: str, what: str, *, apart: bool, **asked: Any) -> None:
    with opened(file) as store:
        charge = _from(store, candidate, what) if candidate else _charge(store, what, **asked)
        known = {each.id for each in violations.readable(store, author().person)}
        register(store, replace(charge, apart=apart), by=author())
        for each in violations.readable(store, author().person):
            if each.id not in known:
                _tell(store, each)


def _from(store: Store, candidate: str, what: str) -> Charge:
    waiting = next((each for each in discipline.waiting(store) if each.candidate.id == candidate), None)
    found = waiting.candidate if waiting else _candidate(store, candidate)
    person = waiting.accountable if waiting else found.person
    return Charge(
        kind=found.kind, at=found.at, what=what, person=person, place=found.place,
        records=found.records, candidate=found.id,
    )  # fmt: skip


def _charge(
    store: Store, what: str, person: str, kind: str | None, day: date | None, moment: time | None
) -> Charge:
    if kind is None or day is None:
        raise MissingFieldError("days" if kind else "kind")
    at = datetime.combine(day, moment or time(12), OFFICE_ZONE).astimezone(UTC)
    who = find_person(store, person).id if person else ""
    return Charge(kind=ViolationKind(kind), at=at, what=what, person=who)


def _candidate(store: Store, candidate: str) -> Candidate:
    found = next((each for each in discipline.candidates(store) if each.id == candidate), None)
    if found is None:
        raise NoSuchNumberError(candidate)
    return found


def _candidates() -> click.Command:
    def run(file: Path, *, as_json: bool) -> None:
        with opened(file) as store:
            names = staff(store)
            told = [
                {
                    "candidate": each.candidate.id,
                    "kind": each.candidate.kind.value,
                    "person": names.named(each.accountable),
                    "at": f"{local(each.candidate.at):%Y-%m-%d %H:%M}",
                    "minutes": each.candidate.minutes,
                    "clock_in_doubt": each.doubt is not None,
                    "same_incident": [other.id for other in each.others],
                    "charged_already": each.charged,
                }
                for each in discipline.waiting_for(store, author())
            ]
        if as_json:
            print_json(told)
            return
        for each in told:
            doubt = tr("clock in doubt") if each["clock_in_doubt"] else ""
            matter = tr("one matter with {number}", number=each["charged_already"])
            same = matter if each["charged_already"] else ""
            kind = kind_text(str(each["kind"]))
            words = (each["at"], each["person"], kind, doubt, same, each["candidate"])
            click.echo("\t".join(str(word) for word in words if word))

    words = tr("List what the program noted and nobody has judged.")
    return click.Command("candidates", callback=run, params=[_FILE, _json()], help=words)


def _dismiss() -> click.Command:
    def run(file: Path, candidate: str, reason: str) -> None:
        with opened(file) as store:
            discipline.dismiss(store, _candidate(store, candidate).id, reason, by=author())
        click.echo(tr("Dismissed."))

    params = [_FILE, click.Argument(["candidate"], type=NAME), _option("reason", tr("Why."), required=True)]
    return click.Command("dismiss", callback=run, params=params, help=tr("Put a candidate aside."))


def _step(name: str, deed: Callable[..., Changes], words: str, *, needed: bool) -> click.Command:
    def run(file: Path, number: str, reason: str) -> None:
        with opened(file) as store:
            found = _found(store, number)
            deed(store, found.id, reason, by=author())
            _tell(store, _found(store, number))

    params = [_FILE, _NUMBER, _option("reason", tr("Why."), required=needed)]
    return click.Command(name, callback=run, params=params, help=words)


def _say(name: str, deed: Callable[..., Changes], words: str) -> click.Command:
    def run(file: Path, number: str, said: str, paper: str) -> None:
        with opened(file) as store:
            found = _found(store, number)
            deed(store, found.id, said, by=_speaker(store, found, paper))
            _tell(store, _found(store, number))

    params = [
        _FILE,
        _NUMBER,
        _option("words said", tr("What they say."), required=True),
        _option("paper", tr("The number of the paper that says so.")),
    ]
    return click.Command(name, callback=run, params=params, help=words)


def _speaker(store: Store, found: Violation, paper: str) -> Author:
    return entered_for(store, author(), found.person, paper) if paper else author()


def _confirm() -> click.Command:
    def run(file: Path, number: str, reason: str, clock_word: str) -> None:
        with opened(file) as store:
            violations.confirm(store, _found(store, number).id, reason, clock_word=clock_word, by=author())
            _tell(store, _found(store, number))

    params = [
        _FILE,
        _NUMBER,
        _option("reason", tr("Why.")),
        _option("clock-word", tr("How the time is known, where the clock was in doubt.")),
    ]
    return click.Command("confirm", callback=run, params=params, help=tr("Take the points by the rule."))


def _decide() -> click.Command:
    def run(file: Path, number: str, outcome: str, reason: str, points: float | None) -> None:
        with opened(file) as store:
            found = _found(store, number)
            taken = None if points is None else round(points * WHOLE)
            violations.decide(store, found.id, State(outcome), reason, points=taken, by=author())
            _tell(store, _found(store, number))

    params = [
        _FILE,
        _NUMBER,
        click.Argument(["outcome"], type=click.Choice([each.value for each in DECISIONS])),
        _option("reason", tr("Why."), required=True),
        _option("points", tr("How many points are taken after the change."), type=float, default=None),
    ]
    return click.Command("decide", callback=run, params=params, help=tr("End an appeal."))


def _list() -> click.Command:
    def run(file: Path, year: int | None, *, as_json: bool) -> None:
        with opened(file) as store:
            mine = violations.readable(store, author().person)
            told = [_facts(store, each) for each in mine if year in {None, each.day.year}]
        if as_json:
            print_json(told)
            return
        for each in told:
            words = (each["number"], each["date"], each["person"], each["kind_text"], each["state_text"])
            click.echo("\t".join((*words, str(each["points"]))))

    params = [_FILE, _option("year", tr("Only those of a year."), type=int, default=None), _json()]
    return click.Command("list", callback=run, params=params, help=tr("List the violations one may read."))


def _json() -> click.Option:
    return click.Option(["--json", "as_json"], is_flag=True, help=tr("Print facts for other programs."))


def _found(store: Store, number: str) -> Violation:
    """A violation by the number under which it is spoken of; only one that the caller may read."""
    known = violations.readable(store, author().person)
    found = next((each for each in known if each.title == number.strip()), None)
    if found is None:
        raise NoSuchNumberError(number)
    return found


def _facts(store: Store, violation: Violation) -> dict[str, Any]:
    last = violations.last_day_of_appeal(store, violation)
    return {
        "number": violation.title,
        "date": violation.day.isoformat(),
        "person": staff(store).named(violation.person),
        "kind": violation.kind.value,
        "kind_text": kind_text(violation.kind),
        "what": violation.what,
        "state": violation.state.value,
        "state_text": state_text(violation.state),
        "due": violation.due / WHOLE,
        "points": violation.points / WHOLE,
        "rule": violation.rule,
        "clock_in_doubt": violation.doubtful,
        "appeal_until": last.isoformat() if last else None,
    }


def _tell(store: Store, violation: Violation) -> None:
    click.echo(
        tr(
            "{number} {name}, {kind}: {state}, {points} points taken.",
            number=violation.title,
            name=staff(store).named(violation.person),
            kind=kind_text(violation.kind),
            state=state_text(violation.state),
            points=points_text(violation.points),
        )
    )
