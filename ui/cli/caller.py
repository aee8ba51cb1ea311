"""Who gives a command: whoever is logged in at the machine, or by --as one of the office with their PIN."""

import getpass
import os
import sys
from dataclasses import dataclass, field

import click

from dutydesk.domain.accounts import Author
from dutydesk.services.files import Store
from dutydesk.services.people import find_person, staff
from dutydesk.services.rights import has_accounts
from dutydesk.services.sign_in import sign_in
from ui.clock import now
from ui.i18n import tr

_SECRET, _NEW = "DUTYDESK_PIN", "DUTYDESK_NEW_PIN"


def machine_user() -> str:
    """Whoever is logged in at the machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a machine without a name for its user
        return "dutydesk"


@dataclass
class Caller:
    """`name` is what --as said; `person` and `secret` are filled in when that person has proven it."""

    name: str = ""
    actor: str = field(default_factory=machine_user)
    person: str = ""
    secret: str = ""

    def author(self) -> Author:
        """Who does the next deed, now."""
        return Author(self.actor, now(), person=self.person)

    def enter(self, store: Store) -> None:
        """Prove to a file who is calling; where nobody signs in, a name of the staff is believed."""
        if not self.name:
            return
        person = find_person(store, self.name)
        if has_accounts(store):
            self.secret = given_secret(_SECRET, tr("PIN or passphrase of {name}", name=person.name))
            sign_in(store, person.id, self.secret, by=self.author())
            self.person = person.id
        self.actor = staff(store).named(person.id)


def caller() -> Caller:
    """Who gives the command that runs."""
    context = click.get_current_context(silent=True)
    found = context.find_root().obj if context else None
    return found if isinstance(found, Caller) else Caller()


def new_secret(name: str) -> str:
    """A new PIN or passphrase for somebody, typed twice."""
    return given_secret(_NEW, tr("New PIN or passphrase for {name}", name=name), twice=True)


def given_secret(variable: str, question: str, *, twice: bool = False) -> str:
    """A secret from the environment or, unseen, from the terminal; never from the command line itself."""
    if variable in os.environ:
        return os.environ[variable]
    if not sys.stdin.isatty():
        raise click.UsageError(tr("ask at a terminal, or set {variable}.", variable=variable))
    return str(click.prompt(question, hide_input=True, confirmation_prompt=twice, err=True))
