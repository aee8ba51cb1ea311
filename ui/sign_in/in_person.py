"""A signature at the desk: whoever signs has signed in, with the PIN where the office has them."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dutydesk.services.rights import has_accounts
from ui.session import Session
from ui.sign_in.dialog import SignInDialog


def in_person(parent: QWidget, session: Session, person: str, sign: Callable[[], None]) -> None:
    """Have a person (id) sign: at once if they are signed in, else after their PIN; they stay signed in."""
    if session.person == person or not session.read(has_accounts):
        sign()
        return
    asked = SignInDialog(parent, session)
    asked.name.set_key(person)
    asked.secret.setFocus()
    asked.entered.connect(sign)
    asked.open()
