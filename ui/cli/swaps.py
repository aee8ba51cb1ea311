"""`dutydesk swap`: duties exchanged, covered and taken over."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.swaps import Swap
from dutydesk.errors import ForeignDutyError, NoSuchNumberError
from dutydesk.services import roster, swaps
from dutydesk.services.changes import Changes
from dutydesk.services.files import Store
from dutydesk.services.people import find_person
from dutydesk.services.takeover import take_over
from ui.cli.frame import DAY, FILE, MONTH, NAME, author, opened, print_json
from ui.clock import now
from ui.i18n import tr
from ui.words.duty_names import DutyNames, duty_names
from ui.words.refusals import refusal_text
from ui.words.swaps import state_text, swap_line

SHORT = 8
"""Letters at the end of a request's id, which tell it apart: they are random."""
_FILE = click.Argument(["file"], type=FILE)
_NUMBER = click.Argument(["number"], type=NAME)


def swap() -> click.Group:
    """`dutydesk swap propose|accept|approve|apply|refuse|cancel|takeover|list FILE …`."""
    made = click.Group("swap", help=tr("Exchange duties, cover them, take them over, and list the requests."))
    closing = (
        ("refuse", swaps.refuse, tr("Refuse a request, and say why.")),
        ("cancel", swaps.cancel, tr("Take a request back, and say why.")),
    )
    closed = (_close(name, deed, words) for name, deed, words in closing)
    for command in (_propose(), _accept(), _approve(), _apply(), *closed, _take_over(), _list()):
        made.add_command(command)
    return made


def _option(name: str, words: str, **facts: Any) -> click.Option:
    names = [f"--{each}" if at == 0 else each for at, each in enumerate(name.split())]
    return click.Option(names, help=words, **{"type": NAME, "default": "", **facts})


def _paper() -> click.Option:
    return _option("paper", tr("The number of the paper that says so."))


def _propose() -> click.Command:
    params = [
        _FILE,
        _option("person", tr("Who gives a duty away."), required=True),
        _option("date day", tr("The day of that duty."), type=DAY, default=None, required=True),
        _option("with other", tr("Who takes it."), required=True),
        _option("for back", tr("The day of the duty given for it."), type=DAY, default=None),
        _option("month", tr("Or the month, not planned yet, of that duty."), type=MONTH, default=None),
        _option("reason", tr("Why."), required=True),
        _option("urgent", tr("Why it comes so late before a holiday.")),
        _paper(),
    ]
    return click.Command(
        "propose", callback=_run_propose, params=params, help=tr("Ask for an exchange or a cover.")
    )


def _run_propose(
    file: Path, person: str, day: date, other: str, back: date | None, month: Period | None, **said: str
) -> None:
    with opened(file) as store:
        giver, taker = find_person(store, person).id, find_person(store, other).id
        by = swaps.spoken_for(store, author(), giver, said["paper"])
        day_back = _duty(store, taker, back) if back else None
        wanted = swaps.draw_up(
            store,
            _duty(store, giver, day),
            taker,
            returned=day_back or (month.first if month else None),
            reason=said["reason"],
            urgency=said["urgent"],
            by=by,
        )
        swaps.propose(store, wanted, by=by)
        _tell(store, wanted.id)


def _duty(store: Store, person: str, day: date) -> PlaceKey:
    """The duty that somebody stands on a day; refuses a day without one."""
    duties = roster.grid(store, Period(day, day)).duties
    found = next((place for place in sorted(duties) if duties[place].actual == person), None)
    if found is None:
        raise ForeignDutyError(duty_names(store).person(person), day.isoformat())
    return found


def _accept() -> click.Command:
    def run(file: Path, number: str, paper: str) -> None:
        with opened(file) as store:
            asked = _found(store, number)
            swaps.agree(store, asked.id, by=swaps.spoken_for(store, author(), asked.counterpart, paper))
            _tell(store, asked.id)

    words = tr("The other one of the two says yes.")
    return click.Command("accept", callback=run, params=[_FILE, _NUMBER, _paper()], help=words)


def _approve() -> click.Command:
    def run(file: Path, number: str, leader: str, paper: str, filing: str) -> None:
        with opened(file) as store:
            asked, by = _found(store, number), author()
            if leader:
                by = swaps.spoken_for(store, by, find_person(store, leader).id, paper)
            swaps.approve(store, asked.id, filing=filing, by=by)
            _tell(store, asked.id)

    params = [
        _FILE,
        _NUMBER,
        _option("leader", tr("The duty leader who decided it.")),
        _paper(),
        _option("filing", tr("The number under which it is filed; the next one is taken otherwise.")),
    ]
    return click.Command("approve", callback=run, params=params, help=tr("A duty leader says yes."))


def _apply() -> click.Command:
    def run(file: Path, number: str) -> None:
        with opened(file) as store:
            asked = _found(store, number)
            swaps.apply_pending(store, asked.id, by=author())
            _tell(store, asked.id)

    words = tr("Apply an approved exchange whose other month is planned by now.")
    return click.Command("apply", callback=run, params=[_FILE, _NUMBER], help=words)


def _close(name: str, deed: Callable[..., Changes], words: str) -> click.Command:
    def run(file: Path, number: str, reason: str) -> None:
        with opened(file) as store:
            asked = _found(store, number)
            deed(store, asked.id, reason, by=author())
            _tell(store, asked.id)

    params = [_FILE, _NUMBER, _option("reason", tr("Why."), required=True)]
    return click.Command(name, callback=run, params=params, help=words)


def _take_over() -> click.Command:
    def run(file: Path, person: str, other: str, day: date, reason: str) -> None:
        with opened(file) as store:
            by = author()
            place = _duty(store, find_person(store, person).id, day)
            take_over(store, place, find_person(store, other).id, reason, by=by)
            _tell(store, next(each.id for each in swaps.swaps(store) if each.applied_at == by.at))

    params = [
        _FILE,
        _option("person", tr("Who cannot go on."), required=True),
        _option("date day", tr("The day of the duty."), type=DAY, default=None, required=True),
        _option("by other", tr("Who takes over now."), required=True),
        _option("reason", tr("Why."), required=True),
    ]
    return click.Command("takeover", callback=run, params=params, help=tr("Somebody takes a duty over now."))


def _list() -> click.Command:
    def run(file: Path, *, every: bool, as_json: bool) -> None:
        with opened(file) as store:
            names = duty_names(store)
            told = [_facts(store, names, each) for each in swaps.swaps(store, only_open=not every)]
        if as_json:
            print_json(told)
            return
        for each in told:
            words = [each["number"], each["text"], each["state_text"], each["filing"], each["in_the_way"]]
            click.echo("\t".join(filter(None, words)))

    params = [
        _FILE,
        click.Option(["--all", "every"], is_flag=True, help=tr("The decided ones too.")),
        click.Option(["--json", "as_json"], is_flag=True, help=tr("Print facts for other programs.")),
    ]
    return click.Command("list", callback=run, params=params, help=tr("List the requests."))


def _facts(store: Store, names: DutyNames, asked: Swap) -> dict[str, Any]:
    refusal = swaps.in_the_way(store, asked, now()) if asked.open else None
    return {
        "number": asked.id[-SHORT:],
        "kind": asked.kind.value,
        "state": asked.state.value,
        "date": asked.place.day.isoformat(),
        "applicant": names.person(asked.applicant),
        "counterpart": names.person(asked.counterpart),
        "returned": asked.returned.day.isoformat() if asked.returned else None,
        "month": f"{asked.month:%Y-%m}" if asked.month else None,
        "reason": asked.reason,
        "filing": asked.filing,
        "text": swap_line(names, asked),
        "state_text": state_text(asked.state),
        "in_the_way": refusal_text(refusal) if refusal else "",
    }


def _tell(store: Store, number: str) -> None:
    asked = swaps.swap(store, number)
    words = (number[-SHORT:], swap_line(duty_names(store), asked), state_text(asked.state), asked.filing)
    click.echo("\t".join(filter(None, words)))


def _found(store: Store, number: str) -> Swap:
    """The request whose number ends so; refuses none and several."""
    fitting = [each for each in swaps.swaps(store) if each.id.endswith(number) or each.filing == number]
    if len(fitting) != 1:
        raise NoSuchNumberError(number)
    return fitting[0]
