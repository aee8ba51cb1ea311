from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.accounts import Account, Role
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.history import FieldChange, Search, Turn
from dutydesk.domain.leave import Leave, LeaveType
from dutydesk.domain.people import Exemption, ExemptionScope, Section
from dutydesk.domain.sign_in import Secret, SecretKind
from dutydesk.domain.spot_checks import CheckPlan
from dutydesk.domain.violations import State, Step, Violation
from dutydesk.errors import DamagedFileError
from dutydesk.services import history, roster
from dutydesk.services.changes import deed
from dutydesk.services.leave.asking import cancel_leave
from dutydesk.services.people import (
    remove_people,
    remove_sections,
    save_exemptions,
    save_people,
    save_sections,
    staff,
)
from dutydesk.services.undo import undo
from dutydesk.storage.accounts import ACCOUNTS, SECRETS
from dutydesk.storage.leave import LEAVE_TYPES, LEAVES
from dutydesk.storage.spot_checks import CHECK_PLANS
from dutydesk.storage.tables import ALL, MASK
from dutydesk.storage.violations import STEPS, VIOLATIONS
from tests.builders import a_place, day, days
from tests.invented import BY, staffed_store

LEADER = replace(BY, on_behalf_of="陈局长", reason="批件3号", at=BY.at + timedelta(minutes=1))


@pytest.fixture
def store():
    with closing(staffed_store()) as opened:
        yield opened


def of(store, *rows, viewer=""):
    return history.page(store, Search(rows=rows), viewer=viewer)


def changed(event):
    return {each.column: (each.before, each.after) for each in event.fields}


def test_a_change_tells_who_when_for_whom_why_and_what_became_what(store):
    person = staff(store).people[1]
    save_people(store, [replace(person, title="处长")], by=LEADER)
    renamed, entered = of(store, ("person", person.id))
    assert (renamed.actor, renamed.on_behalf_of, renamed.reason) == (BY.actor, "陈局长", "批件3号")
    assert (renamed.at, renamed.deed, renamed.turn) == (LEADER.at, "save_people", Turn.CHANGED)
    assert renamed.fields == (FieldChange("title", person.title, "处长"),)
    assert (entered.turn, changed(entered)["name"]) == (Turn.ENTERED, (None, person.name))
    assert entered.facts["title"] == person.title


def test_a_removed_record_keeps_its_history_and_its_name(store):
    save_sections(store, [Section("x", "旧科")], by=BY)
    remove_sections(store, ["x"], by=BY)
    removed, _ = of(store, ("section", "x"))
    assert (removed.turn, changed(removed)["name"]) == (Turn.REMOVED, ("旧科", None))
    assert removed.facts["name"] == "旧科"
    assert history.names(store).of("section", "x") == "旧科"


def test_people_are_named_as_they_are_told_apart_now(store):
    first, second, *_ = staff(store).people
    save_people(store, [replace(second, name=first.name)], by=BY)
    assert (
        history.names(store).of("person", second.id) == f"{first.name}（{staff(store).section_name(second)}）"
    )
    assert history.names(store).of("post", "officer") == "值班员"


def test_what_was_undone_is_told_twice(store):
    person = staff(store).people[1]
    save_people(store, [replace(person, title="处长")], by=BY)
    undo(store, by=BY)
    taken_back, done, _ = of(store, ("person", person.id))
    assert (taken_back.undoes, done.undoes) == (True, False)
    assert changed(taken_back) == {"title": ("处长", person.title)}


def test_a_place_of_the_roster_has_the_history_of_every_duty_that_stood_there(store):
    place = a_place("2026-11-20", seat=0)
    other = a_place("2026-11-21", seat=0)
    roster.assign(store, [(place, "p1"), (other, "p2")], by=BY)
    roster.assign(store, [(place, None)], by=BY)
    (duty,) = history.duties_at(store, [place])
    assert len(of(store, ("duty", duty))) == 2
    assert len(history.duties_at(store, [place, other])) == 2
    assert history.duties_at(store, [a_place("2026-12-01")]) == ()


def test_everything_is_told_page_by_page_once(store, monkeypatch):
    monkeypatch.setattr(history.page, "__kwdefaults__", {"after": None, "limit": 7})
    found = [each.seq for each in history.events(store, Search(), viewer="")]
    assert found == list(range(history.count(store, Search()), 0, -1))


def test_who_did_what_in_which_table_is_offered(store):
    assert history.actors(store) == (BY.actor,)
    assert set(history.deeds(store)) == {"found_office", "save_people", "save_sections"}
    assert set(history.tables()) == {each.name for each in ALL}


def with_accounts(store, **roles):
    """An office where people sign in."""
    with deed(store, BY, "found_office") as act:
        for person, role in {"p0": Role.ADMINISTRATOR, **roles}.items():
            act.writing.put(ACCOUNTS, Account(person, frozenset({role})))
            act.writing.put(SECRETS, Secret(person, SecretKind.PIN, f"$argon2id${person}"))
    return replace(BY, person="p0")


def test_a_secret_is_never_told_but_that_it_changed_is(store):
    with_accounts(store)
    with deed(store, replace(BY, person="p0"), "restore_backup") as act:
        act.writing.put(SECRETS, Secret("p0", SecretKind.PIN, "$argon2id$new"))
    newest, oldest = of(store, ("secret", "p0"), viewer="p0")
    assert changed(newest) == {"encoded": (MASK, MASK)}
    assert changed(oldest)["encoded"] == (None, MASK)
    assert newest.facts["encoded"] == MASK
    told = repr(history.page(store, Search(), viewer="p0", limit=10_000))
    assert "argon2" not in told
    assert "argon2" in repr(store.db.execute("select after from journal").fetchall()), "the control"


@pytest.mark.parametrize(
    ("role", "viewer", "phone", "reason"),
    [
        (Role.VIEWER, "p1", False, False),
        (Role.DUTY_OFFICER, "p1", True, False),
        (Role.PERSONNEL, "p1", True, True),
        (Role.VIEWER, "", False, False),
    ],
)
def test_phones_and_reasons_are_told_to_those_with_the_right(store, role, viewer, phone, reason):
    author = with_accounts(store, p1=role, p3=Role.PERSONNEL)
    exemption = Exemption("e", "p2", ExemptionScope.NIGHT, "孕期")
    save_exemptions(store, [exemption], by=replace(author, person="p3"))
    (entered,) = of(store, ("person", "p2"), viewer=viewer)
    (spared,) = of(store, ("exemption", "e"), viewer=viewer)
    assert (changed(entered)["phone"][1] != MASK) is phone
    assert (changed(spared)["reason"][1] != MASK) is reason
    (own,) = of(store, ("person", viewer), viewer=viewer) if viewer else (entered,)
    assert (changed(own)["phone"][1] == MASK) is (viewer == "")


def test_in_an_office_without_accounts_everybody_sees_everything(store):
    (entered,) = of(store, ("person", "p2"))
    assert changed(entered)["phone"][1] != MASK


def test_an_entry_that_was_written_over_is_told_as_damage(store):
    store.db.execute("drop trigger journal_no_update")
    store.db.execute("update journal set after = 'nonsense' where seq = 5")
    with pytest.raises(DamagedFileError):
        history.page(store, Search(), viewer="", limit=10_000)


def test_a_person_removed_is_still_found_by_those_who_look_for_them(store):
    remove_people(store, ["p9"], by=BY)
    removed, entered = history.page(store, Search(about="p9"), viewer="")
    assert (removed.turn, entered.turn) == (Turn.REMOVED, Turn.ENTERED)


def test_what_the_pages_keep_from_somebody_the_journal_keeps_from_them_too(store):
    author = with_accounts(store, p1=Role.DUTY_OFFICER, p2=Role.VIEWER, p7=Role.INSPECTOR, p8=Role.PERSONNEL)
    person = staff(store).people[2]
    save_people(store, [replace(person, note="孕期")], by=author)
    leave = Leave("l", "p2", "annual", days("2026-11-20", 1), certificate="诊断证明")
    plan = CheckPlan("c", days("2026-11-20", 3), 42, BY.at, "王敏", ())
    case = Violation(
        id="v", number=1, kind=ViolationKind.ABSENT_FROM_POST, person="p2", at=BY.at,
        day=day("2026-11-20"), what="查岗时不在岗", due=500,
    )  # fmt: skip
    step = Step("s", "v", 1, State.HEARD, BY.at, "孙镕", "突发胃痛")
    with deed(store, replace(author, reason="孩子病愈"), "found_office") as act:
        act.writing.put(LEAVE_TYPES, LeaveType("annual", "年休假"))
        for table, value in ((LEAVES, leave), (CHECK_PLANS, plan), (VIOLATIONS, case), (STEPS, step)):
            act.writing.put(table, value)
    cancel_leave(store, "l", today=day("2026-11-01"), by=replace(BY, person="p2", reason="孩子病愈"))

    def told(viewer):
        found = history.page(store, Search(deed="cancel_leave"), viewer=viewer)
        rows = (
            ("person", "p2"),
            ("leave", "l"),
            ("check_plan", "c"),
            ("violation", "v"),
            ("violation_step", "s"),
        )
        known = {(each.table, name): value for each in of(store, *rows, viewer=viewer)[::-1]
                 for name, value in each.facts.items()}  # fmt: skip
        shown = (
            ("person", "note"), ("leave", "certificate"), ("check_plan", "checks"), ("check_plan", "seed"),
            ("violation", "kind"), ("violation", "what"), ("violation", "due"), ("violation_step", "words"),
        )  # fmt: skip
        return [known[each] == MASK for each in shown] + [each.reason == MASK for each in found]

    assert told("p1") == told("") == [True] * 9
    assert told("p7") == [True, True, *[False] * 6, True]
    assert told("p8") == [False] * 9
    assert told("p2") == [False, False, True, True, *[False] * 3, True, False]
