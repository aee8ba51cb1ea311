"""Every deed asks the matrix; the names of the deeds are read off the source."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest

import dutydesk.services
from dutydesk.domain.accounts import IN_PERSON, OPEN, RIGHTS, Account, Role, Sight
from dutydesk.domain.people import Exemption, ExemptionScope, Section
from dutydesk.domain.sign_in import Secret, SecretKind
from dutydesk.errors import MissingFieldError, NobodySignedInError, NotAllowedError
from dutydesk.services import changes, undo
from dutydesk.services.changes import deed
from dutydesk.services.people import confirm_exemptions, save_exemptions, save_sections
from dutydesk.services.rights import entered_for, has_accounts, is_entitled, roles_of, sees
from dutydesk.services.undo import redo
from dutydesk.storage.accounts import ACCOUNTS, SECRETS
from dutydesk.storage.people import SECTIONS
from tests.invented import BY, staffed_store

SERVICES = Path(dutydesk.services.__file__).parent
INVERSE = {undo.UNDO, undo.REDO}
CONSTANTS = {name: value for module in (changes, undo) for name, value in vars(module).items()}


class Source:
    """Functions of the services and who calls them, so that the name of a deed can be followed."""

    def __init__(self, *texts):
        trees = [ast.parse(text) for text in texts]
        self.nodes = [node for tree in trees for node in ast.walk(tree)]
        self.functions = [node for node in self.nodes if isinstance(node, ast.FunctionDef)]

    def deeds(self):
        """The name of every deed that is opened."""
        return {
            name
            for function in self.functions
            for call in self.calls("deed", function)
            for name in self.names(call.args[2], function)
        }

    def calls(self, name, within=None):
        """Where a function is called."""
        nodes = self.nodes if within is None else ast.walk(within)
        return [node for node in nodes if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name]

    def names(self, word, function):
        """What an argument may be: a text, one of two, a constant, or what the callers give."""
        match word:
            case ast.Constant(value=str(text)):
                return {text}
            case ast.IfExp():
                return self.names(word.body, function) | self.names(word.orelse, function)
            case ast.Name(id=name) if name in CONSTANTS:
                return {CONSTANTS[name]}
            case ast.Name(id=name):
                at = [each.arg for each in function.args.args].index(name)
                found = [self.names(call.args[at], function) for call in self.calls(function.name)]
                assert found, f"nobody calls {function.name}"
                return set().union(*found)
        raise AssertionError(ast.unparse(word))


def source():
    return Source(*(path.read_text("utf-8") for path in SERVICES.rglob("*.py")))


def test_every_deed_of_the_services_stands_in_the_matrix_and_nothing_else_does():
    deeds = source().deeds() - INVERSE
    assert sorted(deeds - RIGHTS.keys()) == []
    assert sorted(RIGHTS.keys() - OPEN - deeds) == []


@pytest.mark.parametrize(
    "text",
    [
        'def f(s, by):\n with deed(s, by, "launder") as act: pass',
        'def f(s, by, x):\n with deed(s, by, "launder" if x else "save_people") as act: pass',
        'def f(s, name):\n with deed(s, 1, name) as act: pass\ndef g(s):\n return f(s, "launder")',
    ],
)
def test_a_deed_outside_the_matrix_is_seen(text):
    assert Source(text).deeds() - RIGHTS.keys() == {"launder"}


def accounted_store(**roles):
    """An office whose p0 is administrator, and others as named: p1={Role.PLANNER}."""
    store = staffed_store()
    given = {"p0": {Role.ADMINISTRATOR}, **roles}
    with deed(store, BY, "begin") as act:
        for person, each in given.items():
            act.writing.put(ACCOUNTS, Account(person, frozenset(each)))
        act.writing.put(SECRETS, Secret("p0", SecretKind.PHRASE, "-"))
    return store


def signed_in(person, **facts):
    return replace(BY, person=person, **facts)


def on_paper(store, clerk, decider):
    return entered_for(store, signed_in(clerk), decider, "2026-17")


def test_an_office_without_accounts_asks_nobody():
    store = staffed_store()
    assert not has_accounts(store)
    assert all(is_entitled(store, BY, each) for each in RIGHTS)


def test_an_administrator_without_a_secret_makes_no_accounts():
    store = accounted_store()
    assert has_accounts(store)
    with deed(store, signed_in("p0"), "remove_accounts") as act:
        act.writing.remove(SECRETS, "p0")
    assert not has_accounts(store)


@pytest.mark.parametrize("role", Role)
def test_every_deed_is_refused_to_every_role_that_may_not(role):
    store = accounted_store(p1={role})
    by = signed_in("p1")
    for name, roles in RIGHTS.items():
        if name in OPEN or role in roles:
            with deed(store, by, name):
                pass
        else:
            with pytest.raises(NotAllowedError) as told, deed(store, by, name) as act:
                act.writing.put(SECTIONS, Section("x", "不该有"))
            assert told.value.deed == name
            assert told.value.actor == by.actor
            assert told.value.roles.split() == sorted(roles)
    assert store.find(SECTIONS, "x") is None


@pytest.mark.parametrize("person", ["", "p5", "nobody"])
def test_nobody_and_a_person_without_account_do_nothing(person):
    store = accounted_store()
    refusal = NotAllowedError if person else NobodySignedInError
    for name in RIGHTS.keys() - OPEN:
        with pytest.raises(refusal), deed(store, signed_in(person), name):
            pass
    for name in OPEN:
        with deed(store, signed_in(person), name):
            pass


def test_undoing_needs_the_right_of_what_is_undone():
    store = accounted_store(p1={Role.DUTY_OFFICER}, p2={Role.PERSONNEL})
    save_sections(store, [Section("x", "机要科")], by=signed_in("p2"))
    with pytest.raises(NotAllowedError) as told:
        undo.undo(store, by=signed_in("p1"))
    assert told.value.deed == "save_sections"
    undo.undo(store, by=signed_in("p2"))
    with pytest.raises(NotAllowedError):
        redo(store, by=signed_in("p1"))
    redo(store, by=signed_in("p2"))
    assert store.find(SECTIONS, "x")


def exemption(store):
    save_exemptions(store, [Exemption("e", "p4", ExemptionScope.NIGHT, "孕期", confirmed=False)], by=BY)


def test_a_clerk_enters_a_decision_on_paper_and_the_journal_names_both():
    store = staffed_store()
    exemption(store)
    with deed(store, BY, "begin") as act:
        for person, role in (("p0", "administrator"), ("p1", "duty_officer"), ("p2", "approver")):
            act.writing.put(ACCOUNTS, Account(person, frozenset({Role(role)})))
        act.writing.put(SECRETS, Secret("p0", SecretKind.PHRASE, "-"))
    clerk = signed_in("p1")
    with pytest.raises(NotAllowedError):
        confirm_exemptions(store, ["e"], approved_by="副主任", by=clerk)
    with pytest.raises(NotAllowedError):
        confirm_exemptions(store, ["e"], approved_by="副主任", by=replace(clerk, principal="p2"))
    confirm_exemptions(store, ["e"], approved_by="副主任", by=entered_for(store, clerk, "p2", " 2026-17 "))
    who = next(store.ask("select actor, on_behalf_of from journal order by seq desc limit 1"))
    assert who == ("王敏", "孙镕 (2026-17)")


@pytest.mark.parametrize("name", sorted(IN_PERSON - {"change_secret"}))
def test_no_paper_makes_an_administrator(name):
    store = accounted_store(p1={Role.PLANNER})
    by = entered_for(store, signed_in("p1"), "p0", "2026-17")
    with pytest.raises(NotAllowedError), deed(store, by, name):
        pass


def test_only_a_clerk_enters_anything_for_somebody_else():
    store = accounted_store(p1={Role.VIEWER}, p2={Role.PLANNER}, p3={Role.VIEWER})
    for name in ("ask_leave", "appeal_violation", "agree_swap"):
        with pytest.raises(NotAllowedError), deed(store, on_paper(store, "p1", "p3"), name):
            pass
        with deed(store, on_paper(store, "p2", "p3"), name):
            pass
        with deed(store, on_paper(store, "p1", "p1"), name):
            pass


def test_a_paper_has_a_number():
    with pytest.raises(MissingFieldError):
        entered_for(staffed_store(), BY, "p1", " ")


def test_what_is_not_for_everybody_is_seen_by_roles_and_by_oneself():
    store = accounted_store(p1={Role.VIEWER})
    assert roles_of(store, "p1") == {Role.VIEWER}
    assert not sees(store, "p1", Sight.PHONE)
    assert not sees(store, "", Sight.PHONE)
    assert not sees(store, "", Sight.PHONE, of="")
    assert sees(store, "p1", Sight.PHONE, of="p1")
    assert sees(store, "p0", Sight.PHONE)
    assert sees(staffed_store(), "", Sight.POINTS)
