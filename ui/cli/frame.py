"""What every command has in common: words, exit codes, arguments that are days, and the open file."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, cast

import click
from typing_extensions import override

from dutydesk.domain.accounts import Author
from dutydesk.domain.dates import Period, parse_day, parse_month, parse_time, parse_week
from dutydesk.errors import DomainError, NotANameError, StoreError
from dutydesk.services.files import Store
from ui import clock
from ui.cli.caller import Caller, caller
from ui.i18n import LANGUAGES, set_language, system_language, tr
from ui.keeping.true_time import open_at_this_time
from ui.words.refusals import refusal_text

DONE, FINDINGS, USAGE, REFUSED, FAILED = range(5)
FILE = click.Path(path_type=Path)
T = TypeVar("T")


class FoundError(Exception):
    """The command did what it was asked and found something wrong."""


def run(make: Callable[[], click.Group], arguments: list[str]) -> int:
    """Run a command, worded in the language asked for; every failure becomes one line and an exit code."""
    set_language(system_language())
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        name, rest = _taken("--as", _timed(_spoken(arguments)))
        command = make()
        command.main(
            _with_default(command, rest), prog_name="dutydesk", standalone_mode=False, obj=Caller(name)
        )
    except FoundError:
        return FINDINGS
    except (click.ClickException, click.Abort, StoreError, DomainError, OSError) as error:
        sentence, code = _meaning(error)
        click.echo(sentence, err=True)
        return code
    return DONE


def _meaning(error: Exception) -> tuple[str, int]:
    """The one line and the exit code of a failure."""
    match error:
        case click.ClickException():
            return usage_text(error), USAGE
        case StoreError():
            return refusal_text(error), FAILED
        case DomainError():
            return refusal_text(error), REFUSED
        case OSError():  # what a file does is told by the store: this is the answer's own way out
            return tr("The answer could not be written: {why}.", why=error.strerror), FAILED
        case _:
            return tr("Stopped; nothing was changed."), REFUSED


def _spoken(arguments: list[str]) -> list[str]:
    """Speak the language asked for by --lang anywhere; returns the other arguments."""
    language, rest = _taken("--lang", arguments)
    if language:
        if language not in LANGUAGES:
            raise click.BadParameter(tr("--lang knows only {languages}.", languages=", ".join(LANGUAGES)))
        set_language(language)
    return rest


def _timed(arguments: list[str]) -> list[str]:
    """Set the clock to what --now says anywhere; returns the other arguments."""
    text, rest = _taken("--now", arguments)
    clock.let_go()
    if text:
        try:
            clock.set_to(clock.parse_local(text))
        except DomainError as error:
            raise click.BadParameter(f"--now 2026-11-01T08:30: {refusal_text(error)}") from None
    return rest


def _taken(option: str, arguments: list[str]) -> tuple[str, list[str]]:
    """The value of an option that may stand anywhere, and the other arguments; refuses it without one."""
    found, rest = "", list[str]()
    words = iter(arguments)
    for word in words:
        name, joined, value = word.partition("=")
        if name != option:
            rest.append(word)
            continue
        found = value if joined else next(words, "")
        if not found:
            raise click.BadParameter(tr("{option} needs a value behind it.", option=option))
    return found, rest


def _with_default(command: click.Group, arguments: list[str]) -> list[str]:
    """`dutydesk FILE` and `dutydesk` alone open the window."""
    first = arguments[0] if arguments else ""
    if first in command.commands or first.startswith("-"):
        return arguments
    return ["open", *arguments]


def usage_text(error: click.ClickException) -> str:
    """One sentence for a wrong use of a command."""
    command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "dutydesk"
    hint = tr("See “{command} --help”.", command=command)
    match error:
        case click.MissingParameter():
            return tr("{name} is missing.", name=_spelled(error.param)) + " " + hint
        case click.NoSuchOption():
            return tr("There is no option {name}.", name=error.option_name) + " " + hint
        case click.BadParameter():
            if error.param and isinstance(error.param.type, click.Choice):
                known = ", ".join(map(str, error.param.type.choices))
                return tr("{name} knows only {known}.", name=_spelled(error.param), known=known)
            return error.message
        case _:
            return tr("The command is not understood: {message}", message=error.format_message()) + " " + hint


def _spelled(param: click.Parameter | None) -> str:
    """A parameter as it is typed: --from, and FILE for an argument."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.human_readable_name if param else ""


class Parsed(click.ParamType[T]):
    """An argument read by one of the domain's parsers; what that refuses is a wrong use."""

    def __init__(self, name: str, parse: Callable[[str], T]) -> None:
        self.name = name
        self._parse = parse

    @override
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> T:
        if not isinstance(value, str):
            return cast("T", value)
        try:
            return self._parse(value)
        except DomainError as error:
            return self.fail(refusal_text(error), param, ctx)


def _readable(text: str) -> str:
    """Text that came from the terminal as text and not as stray bytes, which no file could hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise NotANameError(text) from None
    return text


NAME = Parsed("name", _readable)
DAY = Parsed("date", parse_day)
TIME = Parsed("time", parse_time)
WEEK = Parsed("week", parse_week)
MONTH = Parsed("month", parse_month)


def period_of(first: date, last: date) -> Period:
    """The days between two options; a reversed pair is a wrong use."""
    try:
        return Period(first, last)
    except DomainError as error:
        raise click.BadParameter(refusal_text(error)) from None


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """The duty file, closed again at the end; whoever is named by --as proves it first."""
    store = open_at_this_time(path)
    try:
        caller().enter(store)
        yield store
    finally:
        store.close()


def author() -> Author:
    """Who gives the command, now."""
    return caller().author()


def print_json(facts: object) -> None:
    """Facts for other programs, one document."""
    click.echo(json.dumps(facts, ensure_ascii=False, indent=1))
