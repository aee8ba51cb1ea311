"""The last step: an administrator, or an office that runs without PINs."""

import pytest

from dutydesk.services import people
from dutydesk.services.rights import has_accounts
from tests.services.doors import PHRASE, PIN
from tests.ui.first_run.way import staffed, title


@pytest.fixture
def step(wizard):
    """The step in sight, on an office with its staff."""
    staffed(wizard)
    wizard.show_step(5)
    assert title(wizard) == "Who signs in"
    return wizard.step


def enter(step, name, secret, again=None):
    step.name.setText(name)
    step.secret.first.setText(secret)
    step.secret.again.setText(secret if again is None else again)


def test_left_empty_the_office_runs_without_pins(wizard, step, session):
    assert wizard.forward.text() == "Finish"
    wizard.forward.click()
    assert not wizard.isVisible()
    assert not session.read(has_accounts)


def test_the_administrator_is_made_and_signed_in(wizard, step, session):
    enter(step, "石涵", PHRASE)
    assert wizard.forward.text() == "Make administrator"
    wizard.forward.click()
    assert not wizard.isVisible()
    assert session.read(people.staff).named(session.person) == "石涵"
    assert not session.locked


@pytest.mark.parametrize(
    ("name", "secret", "again", "why"),
    [
        ("石涵", PHRASE, "huai ran yi", "differ"),
        ("石涵", PIN, None, "PIN is not enough"),
        ("石涵", "", None, "PIN or passphrase"),
        ("孙行者", PHRASE, None, "name"),
    ],
)
def test_what_is_refused_is_said_in_place(wizard, step, session, name, secret, again, why):
    enter(step, name, secret, again)
    wizard.forward.click()
    assert why in step.refusals()
    assert wizard.isVisible()
    assert not session.read(has_accounts)
