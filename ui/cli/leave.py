"""`dutydesk leave`: asked for, decided, reported back from, and listed."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import click

from dutydesk.domain.accounts import Author
from dutydesk.domain.dates import Period
from dutydesk.domain.leave import Half, Leave
from dutydesk.domain.leave.book import LeaveBook
from dutydesk.domain.leave.chain import Approver, Decision
from dutydesk.domain.leave.course import Standing
from dutydesk.domain.leave.days import days_text
from dutydesk.domain.lists.days import read_moment
from dutydesk.errors import NoSuchNumberError, ReversedPeriodError, UnknownWordError
from dutydesk.services.files import Store
from dutydesk.services.ids import new_id
from dutydesk.services.leave import approval, asking, returning
from dutydesk.services.leave.book import leave_book, waiting_steps
from dutydesk.services.leave.duties import inside, unsettled_duties
from dutydesk.services.people import find_person, staff
from dutydesk.services.rights import entered_for
from ui.cli.frame import DAY, FILE, NAME, Parsed, author, opened, print_json
from ui.clock import local, now
from ui.i18n import long_day, tr
from ui.words.leave import approver_text, balance_text, length_text, span_text, standing_text

_FROM = Parsed("date", read_moment)
_TO = Parsed("date", partial(read_moment, end=True))
_FILE = click.Argument(["file"], type=FILE)
_LEAVE = click.Argument(["leave"], type=NAME)
_SHORTEST = 8
"""How much of a number must be given."""
_OVER = frozenset({Standing.REFUSED, Standing.CANCELLED, Standing.REPORTED_BACK})


def leave() -> click.Group:
    """`dutydesk leave add|approve|return|list FILE …`."""
    made = click.Group("leave", help=tr("Leave: ask for it, decide it, report back from it, list it."))
    for command in (_add(), _approve(), _return(), _list()):
        made.add_command(command)
    return made


def _option(name: str, words: str, **facts: Any) -> click.Option:
    return click.Option([f"--{name}"], help=words, **{"type": NAME, "default": "", **facts})


def _add() -> click.Command:
    params = [
        _FILE,
        _option("person", tr("Who asks."), required=True),
        _option("type", tr("The kind of leave."), required=True),
        click.Option(["--from", "begins"], type=_FROM, required=True, help=tr("Day, and 上午 or 下午.")),
        click.Option(["--to", "ends"], type=_TO, required=True, help=tr("Day, and 上午 or 下午.")),
        _option("reason", tr("Why.")),
        _option("stand-in", tr("Who minds the work.")),
        _option("handed-over", tr("What is handed over.")),
        _option("destination", tr("Where to.")),
        click.Option(["--leaves-city"], is_flag=True, help=tr("Leaves the city.")),
        _option("phone", tr("Telephone meanwhile.")),
        _option("acting", tr("Who is in charge meanwhile.")),
        _option("certificate", tr("Which certificate was handed in.")),
        click.Option(["--draft"], is_flag=True, help=tr("Keep it without handing it in.")),
    ]
    return click.Command("add", callback=_run_add, params=params, help=tr("Ask for leave."))


def _run_add(file: Path, *, draft: bool, **said: Any) -> None:
    with opened(file) as store:
        by = author()
        made = _asked(store, by, said)
        (asking.draft_leave if draft else asking.ask_leave)(store, made, by=by)
        book = leave_book(store, made.period.first)
        click.echo(
            tr(
                "{name}: {span}, {length}; number {id}.",
                name=book.names[made.person],
                span=span_text(made),
                length=length_text(book.half_days(made)),
                id=made.id,
            )
        )
        balance = book.balance(made)
        if balance is not None:
            click.echo(balance_text(balance))
        for duty in inside(store, made):
            click.echo(tr("Duty inside the leave: {day}", day=long_day(duty.place.day)))


def _asked(store: Store, by: Author, said: dict[str, Any]) -> Leave:
    """The request as the options say it; people are found by name, the kind by any of its words."""
    (first, from_half), (last, to_half) = said.pop("begins"), said.pop("ends")
    if last < first:
        raise ReversedPeriodError(first.isoformat(), last.isoformat())
    book = leave_book(store, first)
    kinds = {word: each.id for each in book.kinds for word in (each.id, each.name, *each.also)}
    if said["type"] not in kinds:
        raise UnknownWordError(said["type"], ", ".join(each.name for each in book.kinds))
    named = {who: find_person(store, said[who]).id if said[who] else "" for who in ("stand_in", "acting")}
    facts: dict[str, Any] = said | named | {"from_half": from_half, "to_half": to_half}
    facts |= {"type": kinds[said["type"]], "person": find_person(store, said["person"]).id}
    return Leave(id=new_id(by.at), period=Period(first, last), **facts)


def _approve() -> click.Command:
    params = [
        _FILE,
        _LEAVE,
        _option("by", tr("Who decided it.")),
        _option("paper", tr("The number of the paper that says so.")),
        _option("opinion", tr("What was written beside it.")),
        click.Option(["--refuse", "decision"], flag_value="refused", help=tr("Refuse it.")),
        click.Option(["--send-back", "decision"], flag_value="sent_back", help=tr("Send it back.")),
        _option("waive", tr("Let the duties inside stand, for this reason; decides nothing.")),
    ]
    return click.Command("approve", callback=_run_approve, params=params, help=tr("Decide about leave."))


def _run_approve(
    file: Path, leave: str, *, by: str, paper: str, opinion: str, waive: str, decision: str | None
) -> None:
    with opened(file) as store:
        found = _found(store, leave)
        who, writer = _decider(store, found, by, paper)
        if waive:
            places = [each.place for each in unsettled_duties(store, found)]
            approval.waive_duties(store, found.id, places, reason=waive, waived_by=who, by=writer)
        else:
            made = Decision(decision or "agreed")
            approval.decide_leave(store, found.id, made, decider=who, opinion=opinion, by=writer)
        _tell(store, found.id)


def _decider(store: Store, leave: Leave, name: str, paper: str) -> tuple[str, Author]:
    """Who decides, and who enters it: on paper for somebody else, or at the desk for oneself."""
    waiting = waiting_steps(store).get(leave.id)
    if waiting and waiting.approver is Approver.OUTSIDE:
        return "", replace(author(), on_behalf_of=name, paper=paper)
    who = find_person(store, name).id if name else ""
    return who, entered_for(store, author(), who, paper) if who and paper else author()


def _return() -> click.Command:
    params = [
        _FILE,
        _LEAVE,
        click.Option(["--on", "back"], type=_FROM, help=tr("From when on the person was back.")),
        _option("certificate", tr("Which certificate was handed in.")),
        click.Option(["--extend", "longer"], type=_TO, help=tr("Ask for more days, up to this one.")),
        click.Option(["--cancel"], is_flag=True, help=tr("Call the leave off before it begins.")),
        _option("reason", tr("Why.")),
    ]
    words = tr("Report back from leave, extend it, or call it off.")
    return click.Command("return", callback=_run_return, params=params, help=words)


def _run_return(
    file: Path, leave: str, *, back: tuple[date, Half] | None, longer: tuple[date, Half] | None, cancel: bool,
    **said: str,
) -> None:  # fmt: skip
    with opened(file) as store:
        found, today = _found(store, leave), local(now()).date()
        by = replace(author(), reason=said["reason"])
        if cancel:
            asking.cancel_leave(store, found.id, today=today, by=by)
        elif longer:
            reason = said["reason"] or found.reason
            asking.extend_leave(store, found.id, *longer, reason=reason, today=today, by=by)
        else:
            day, half = back or (today, Half.MORNING)
            returning.report_back(store, found.id, day, half, certificate=said["certificate"], by=by)
        _tell(store, found.id)


def _found(store: Store, text: str) -> Leave:
    """A leave by its number or the beginning of it, or the one open leave of a person."""
    book = leave_book(store, local(now()).date())
    exact = [each for each in book.leaves if each.id == text]
    found = exact or [each for each in book.leaves if len(text) >= _SHORTEST and each.id.startswith(text)]
    if not found:
        person = find_person(store, text).id
        today = local(now()).date()
        own = [each for each in book.leaves if each.person == person]
        found = [each for each in own if book.standing(each, today) not in _OVER]
    if len(found) > 1:
        raise UnknownWordError(text, ", ".join(f"{each.id} ({span_text(each)})" for each in found))
    if not found:
        raise NoSuchNumberError(text)
    return found[0]


def _tell(store: Store, leave_id: str) -> None:
    today = local(now()).date()
    book = leave_book(store, today)
    click.echo(_line(book, next(each for each in book.leaves if each.id == leave_id), today))


def _line(book: LeaveBook, each: Leave, today: date) -> str:
    return "\t".join(
        (
            book.names[each.person],
            book.kind(each.type).name,
            span_text(each),
            length_text(book.half_days(each)),
            standing_text(book.standing(each, today)),
            each.id,
        )
    )


def _list() -> click.Command:
    def run(file: Path, first: date | None, last: date | None, person: str, *, as_json: bool) -> None:
        today = local(now()).date()
        with opened(file) as store:
            book = leave_book(store, today)
            who = find_person(store, person).id if person else ""
            shown = [each for each in book.leaves if who in {"", each.person} and _within(each, first, last)]
            if as_json:
                print_json([_facts(store, book, each, today) for each in shown])
                return
        for each in shown:
            click.echo(_line(book, each, today))

    params = [
        _FILE,
        click.Option(["--from", "first"], type=DAY, help=tr("First day.")),
        click.Option(["--to", "last"], type=DAY, help=tr("Last day.")),
        _option("person", tr("Whose leave.")),
        click.Option(["--json", "as_json"], is_flag=True, help=tr("Print facts for other programs.")),
    ]
    return click.Command("list", callback=run, params=params, help=tr("List leave."))


def _within(each: Leave, first: date | None, last: date | None) -> bool:
    return (first is None or first <= each.period.last) and (last is None or each.period.first <= last)


def _facts(store: Store, book: LeaveBook, each: Leave, today: date) -> dict[str, Any]:
    everybody, waiting = staff(store), waiting_steps(store).get(each.id)
    return {
        "id": each.id,
        "person": book.names[each.person],
        "type": book.kind(each.type).name,
        "from": f"{each.period.first.isoformat()} {each.from_half.value}",
        "to": f"{each.period.last.isoformat()} {each.to_half.value}",
        "days": days_text(book.half_days(each)),
        "state": book.standing(each, today).value,
        "stand_in": everybody.named(each.stand_in),
        "leaves_city": each.leaves_city,
        "waits_for": approver_text(waiting.approver) if waiting else None,
        "duties": [duty.place.day.isoformat() for duty in unsettled_duties(store, each)],
    }
