"""`dutydesk accounts`: who is what in the office, and how they sign in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from dutydesk.domain.accounts import Role
from dutydesk.services import accounts as services
from dutydesk.services.break_glass import keep_code, new_code
from dutydesk.services.files import Store
from dutydesk.services.people import find_person, staff
from dutydesk.services.rights import has_accounts
from dutydesk.services.sign_in import change_secret
from ui.cli.caller import caller, new_secret
from ui.cli.frame import FILE, NAME, author, opened, print_json
from ui.i18n import tr
from ui.words.roles import roles_text, secret_text

_FILE = click.Argument(["file"], type=FILE)
_NAME = click.Argument(["name"], type=NAME)


def accounts() -> click.Group:
    """`dutydesk accounts list|add|roles|pin|remove|code|off FILE …`."""
    made = click.Group("accounts", help=tr("Who signs in, what each of them may do, and their PINs."))
    for command in (_list(), _add(), _roles(), _pin(), _remove(), _code(), _off()):
        made.add_command(command)
    return made


def _command(name: str, run: Callable[..., None], words: str, *params: click.Parameter) -> click.Command:
    return click.Command(name, callback=run, params=[_FILE, *params], help=words)


def _roles_argument() -> click.Argument:
    return click.Argument(
        ["roles"], nargs=-1, required=True, type=click.Choice([each.value for each in Role])
    )


def _list() -> click.Command:
    def run(file: Path, *, as_json: bool) -> None:
        with opened(file) as store:
            told = _facts(store)
        if as_json:
            print_json(told)
            return
        if not told["accounts_in_force"]:
            click.echo(
                tr("This office runs without accounts: nobody signs in, and everybody may do everything.")
            )
        for each in told["accounts"]:
            click.echo("\t".join([each["name"], roles_text(each["roles"]), secret_text(each["secret"])]))

    words = tr("List the accounts.")
    as_json = click.Option(["--json", "as_json"], is_flag=True, help=tr("Print facts for other programs."))
    return _command("list", run, words, as_json)


def _facts(store: Store) -> dict[str, Any]:
    everybody = staff(store)
    return {
        "accounts_in_force": has_accounts(store),
        "accounts": [
            {
                "name": everybody.named(each.person.id),
                "roles": sorted(each.account.roles),
                "secret": each.secret.value if each.secret else None,
            }
            for each in services.holders(store)
        ],
    }


def _add() -> click.Command:
    def run(file: Path, name: str, roles: tuple[str, ...], *, paper: bool) -> None:
        with opened(file) as store:
            person = find_person(store, name)
            secret = "" if paper else new_secret(person.name)
            given = frozenset(Role(each) for each in roles)
            services.open_account(store, person.id, given, secret, by=author())
        click.echo(tr("{name} is now: {roles}.", name=person.name, roles=roles_text(roles)))

    paper = click.Option(
        ["--paper"], is_flag=True, help=tr("Without a PIN: decides on paper, others enter it.")
    )
    words = tr("Give somebody an account; the first administrator makes people sign in from then on.")
    return _command("add", run, words, _NAME, _roles_argument(), paper)


def _roles() -> click.Command:
    def run(file: Path, name: str, roles: tuple[str, ...]) -> None:
        with opened(file) as store:
            person = find_person(store, name)
            services.save_accounts(store, [(person.id, frozenset(Role(each) for each in roles))], by=author())
        click.echo(tr("{name} is now: {roles}.", name=person.name, roles=roles_text(roles)))

    return _command("roles", run, tr("Say anew what somebody is in the office."), _NAME, _roles_argument())


def _pin() -> click.Command:
    def run(file: Path, name: str) -> None:
        with opened(file) as store:
            person = find_person(store, name)
            secret = new_secret(person.name)
            if caller().person == person.id:
                change_secret(store, caller().secret, secret, by=author())
            else:
                services.set_secret(store, person.id, secret, by=author())
        click.echo(tr("{name} has a new PIN or passphrase.", name=person.name))

    words = tr("Set somebody's PIN or passphrase; one's own with --as and the old one.")
    return _command("pin", run, words, _NAME)


def _remove() -> click.Command:
    def run(file: Path, name: str) -> None:
        with opened(file) as store:
            person = find_person(store, name)
            services.remove_accounts(store, [person.id], by=author())
        click.echo(tr("{name} has no account any more.", name=person.name))

    return _command("remove", run, tr("Take somebody's account away."), _NAME)


def _code() -> click.Command:
    def run(file: Path) -> None:
        code = new_code()
        with opened(file) as store:
            keep_code(store, code, by=author())
        click.echo(tr("Break-glass code, opens once, write it down and seal it: {code}", code=code))

    return _command("code", run, tr("Make a new break-glass code; an older one opens no longer."))


def _off() -> click.Command:
    def run(file: Path) -> None:
        with opened(file) as store:
            services.give_up_accounts(store, by=author())
        click.echo(tr("This office runs without accounts: nobody signs in, and everybody may do everything."))

    return _command("off", run, tr("Take all accounts away: a single-user office without PINs."))
