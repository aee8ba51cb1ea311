"""Sealing the journal from the window: after what leaves the file, and after the deeds that ask for it."""

from functools import partial

from dutydesk.domain.seals import Occasion
from dutydesk.services import seals
from dutydesk.services.changes import Changes
from ui.own_folder import own_folder
from ui.session import Session


def seal(session: Session, occasion: Occasion) -> None:
    """Seal the journal with this computer's key; what hinders that is announced as a refusal."""
    session.perform(seals.seal, own_folder(), occasion, by=session.author())


def seal_after_deeds(session: Session) -> None:
    """Seal from now on after each deed that is an occasion for it, such as a handover."""
    session.changed.connect(partial(_after, session))


def _after(session: Session, changes: Changes) -> None:
    occasion = seals.occasion_of(changes)
    if occasion is not None:
        seal(session, occasion)
