"""An office whose people sign in, and what they enter."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.accounts import Role
from dutydesk.errors import WrongSecretError
from dutydesk.services.accounts import make_administrator, save_accounts, set_secret
from dutydesk.services.sign_in import sign_in
from tests.builders import CHEAP
from tests.invented import BY, NOW

PHRASE, PIN = "huai ran yi xin", "480213"
CODE = "0417 5520 9186 3372 6045"
BOSS = replace(BY, actor="赵明远", person="p0")


def opened(store):
    """People sign in: p0 administers, p1 is a duty leader, p2 and p3 are duty officers."""
    make_administrator(store, "p0", PHRASE, by=BY, cost=CHEAP)
    officer = frozenset({Role.DUTY_OFFICER})
    roles = [("p1", frozenset({Role.DUTY_LEADER})), ("p2", officer), ("p3", officer)]
    save_accounts(store, roles, by=BOSS)
    for person in ("p1", "p2"):
        set_secret(store, person, PIN, by=BOSS, cost=CHEAP)
    return store


def after(minutes, by=BY):
    return replace(by, at=NOW + timedelta(minutes=minutes))


def enter(store, person="p2", text=PIN, minutes=0):
    return sign_in(store, person, text, by=after(minutes), cost=CHEAP)


def err(store, minutes, person="p2", text="111222"):
    with pytest.raises(WrongSecretError) as told:
        enter(store, person, text, minutes)
    return told.value.minutes


def newest(store, columns="deed, actor, reason"):
    return next(store.ask(f"select {columns} from journal order by seq desc limit 1"))  # noqa: S608 - ours
