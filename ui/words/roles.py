"""What the roles of the office and the ways to sign in are called."""

from collections.abc import Iterable

from dutydesk.domain.accounts import Role
from ui.i18n import marked, tr

_WORDS = {
    Role.VIEWER: marked("viewer"),
    Role.DUTY_OFFICER: marked("duty officer"),
    Role.DUTY_LEADER: marked("duty leader"),
    Role.PLANNER: marked("planner"),
    Role.APPROVER: marked("approver"),
    Role.PERSONNEL: marked("personnel section"),
    Role.INSPECTOR: marked("inspector"),
    Role.ADMINISTRATOR: marked("administrator"),
}
_SECRETS = {
    "pin": marked("PIN"),
    "phrase": marked("passphrase"),
    None: marked("none, decides on paper"),
}


def role_text(role: str) -> str:
    """The word for a role; a role that none is called by its own name."""
    return tr(_WORDS[Role(role)]) if role in _WORDS else role


def roles_text(roles: Iterable[str]) -> str:
    """The words for several roles, in the order in which they are always named."""
    given = frozenset(roles)
    order = [*Role, *sorted(given - frozenset(Role))]
    return tr(", ").join(role_text(each) for each in order if each in given)


def secret_text(kind: str | None) -> str:
    """By what somebody signs in."""
    return tr(_SECRETS[kind])
