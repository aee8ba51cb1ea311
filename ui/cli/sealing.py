"""The seal at the end of a command that took something out of the file."""

import click

from dutydesk.domain.seals import Occasion
from dutydesk.errors import StoreError
from dutydesk.services import seals
from dutydesk.services.files import Store
from ui.cli.frame import author
from ui.own_folder import own_folder
from ui.words.refusals import refusal_text


def seal(store: Store, occasion: Occasion) -> None:
    """Seal the journal; what hinders that is told, and the command has done its work all the same."""
    try:
        seals.seal(store, own_folder(), occasion, by=author())
    except StoreError as error:
        click.echo(refusal_text(error), err=True)
