"""A case of discipline: who brings it, who judges it, and its course in a few words."""

from dataclasses import replace

from dutydesk.domain.accounts import Account, Role
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.sign_in import Secret, SecretKind
from dutydesk.services.changes import deed
from dutydesk.services.charges import Charge, register
from dutydesk.services.violations import confirm, hear, inform, of_year, verify
from dutydesk.storage.accounts import ACCOUNTS, SECRETS
from tests.services.nights import by, seat

ROLES = {"p7": Role.INSPECTOR, "p8": Role.PERSONNEL, "p9": Role.APPROVER, "p1": Role.DUTY_OFFICER}
INSPECTOR, PERSONNEL, APPROVER, ACCUSED = ROLES


def with_accounts(store):
    """Let those of `ROLES` sign in; p0 is the administrator."""
    with deed(store, by(-30), "begin") as act:
        for person, role in {**ROLES, "p0": Role.ADMINISTRATOR}.items():
            act.writing.put(ACCOUNTS, Account(person, frozenset({role})))
        act.writing.put(SECRETS, Secret("p0", SecretKind.PHRASE, "-"))
    return store


def as_(person, hours=0.0, **facts):
    """Somebody at the keyboard, so many hours after Friday's 8:00."""
    plain = {"actor": f"某{person}"} if person else {}
    return replace(by(hours), person=person, **{**plain, **facts})


def charge(kind=ViolationKind.ABSENT_FROM_POST, *, hours=13.0, **facts):
    """The officer of Friday night was not there at 21:00."""
    plain = {"kind": kind, "at": by(hours).at, "what": "查岗时不在岗", "place": seat()}
    return Charge(**{**plain, **facts})


def brought(store, against=None, *, hours=14.0, reporter=""):
    """Bring a violation; returns its id."""
    known = {each.id for each in of_year(store, 2026)}
    register(store, against or charge(), by=as_(reporter, hours))
    return next(each.id for each in of_year(store, 2026) if each.id not in known)


def confirmed(store, against=None, *, hours=14.0):
    """Bring one and take it to its confirmation, a step an hour, in an office without accounts."""
    found = brought(store, against, hours=hours)
    inform(store, found, by=by(hours + 1))
    hear(store, found, "突发胃痛", by=by(hours + 2))
    verify(store, found, by=by(hours + 3))
    confirm(store, found, by=by(hours + 4))
    return found


def state_of(store, violation):
    """Where it stands and what it takes, in whole points."""
    found = next(each for each in of_year(store, 2026) if each.id == violation)
    return found.state, found.points / 100
