"""Accounts from the command line: --as and the PIN, one line and exit 3 for what a rule refuses."""

import json
import re
import sqlite3
from contextlib import closing

import pytest

PHRASE, PIN = "huai ran yi xin", "480213"
BOSS, OFFICER, VIEWER = "石涵", "易俊明", "易齐雨"
MONTH = ("--from", "2026-12-01", "--to", "2026-12-31")


@pytest.fixture
def office(dutydesk, file, monkeypatch):
    """Run commands on an office where people sign in; `pin` is what they enter, `new` what they choose."""

    def run(*arguments, pin="", new=""):
        for variable, value in (("DUTYDESK_PIN", pin), ("DUTYDESK_NEW_PIN", new)):
            monkeypatch.setenv(variable, value) if value else monkeypatch.delenv(variable, raising=False)
        return dutydesk(*arguments)

    assert run("accounts", "add", file, BOSS, "administrator", "planner", new=PHRASE).code == 0
    added = run("accounts", "add", file, OFFICER, "duty_officer", "--as", BOSS, pin=PHRASE, new=PIN)
    assert (added.code, added.err) == (0, "")
    return run


def refused(said):
    """The one line of a refusal by a rule."""
    assert (said.code, said.out) == (3, "")
    assert len(said.err.splitlines()) == 1
    return said.err


def test_before_there_are_accounts_nobody_is_asked(dutydesk, file):
    assert "without accounts" in dutydesk("accounts", "list", file).out
    assert dutydesk("plan", file, *MONTH).code == 0
    assert dutydesk("plan", file, *MONTH, "--as", BOSS).code == 0


def test_a_name_is_believed_where_nobody_signs_in_and_stands_in_the_journal(dutydesk, file, last_actor):
    dutydesk("plan", file, *MONTH, "--as", OFFICER)
    assert last_actor(file) == OFFICER


def test_accounts_are_listed(office, file):
    assert f"{OFFICER}\tduty officer\tPIN" in office("accounts", "list", file).out
    told = json.loads(office("accounts", "list", file, "--json").out)
    assert told["accounts_in_force"]
    assert {"name": BOSS, "roles": ["administrator", "planner"], "secret": "phrase"} in told["accounts"]


def test_whoever_does_not_sign_in_changes_nothing(office, file):
    before = file.read_bytes()
    assert "Sign in first" in refused(office("plan", file, *MONTH))
    assert file.read_bytes() == before


def test_a_role_that_may_not_is_refused_and_told_who_may(office, file):
    line = refused(office("plan", file, *MONTH, "--as", OFFICER, pin=PIN))
    assert OFFICER in line
    assert "planner" in line


def test_the_right_role_may(office, file, last_actor):
    assert office("plan", file, *MONTH, "--as", BOSS, pin=PHRASE).code == 0
    assert last_actor(file) == BOSS


def test_a_wrong_pin_is_refused_and_the_next_one_waits(office, file):
    assert "Try again in 1 min" in refused(office("check", file, *MONTH, "--as", OFFICER, pin="111222"))
    assert "must wait" in refused(office("check", file, *MONTH, "--as", OFFICER, pin=PIN))


@pytest.mark.parametrize("option", [("--as",), ("--as=",)])
def test_as_needs_a_name(office, file, option):
    said = office("check", file, *MONTH, *option)
    assert (said.code, said.out) == (2, "")


def test_without_a_terminal_the_pin_comes_from_the_environment_or_not_at_all(office, file):
    said = office("check", file, *MONTH, "--as", OFFICER)
    assert said.code == 2
    assert "DUTYDESK_PIN" in said.err


def test_a_stranger_is_no_caller(office, file):
    assert "孙行者" in refused(office("check", file, *MONTH, "--as", "孙行者", pin=PIN))


def test_roles_are_given_anew_by_the_administrator_only(office, file):
    assert "administrator" in refused(
        office("accounts", "roles", file, OFFICER, "planner", "--as", OFFICER, pin=PIN)
    )
    office("accounts", "roles", file, OFFICER, "planner", "--as", BOSS, pin=PHRASE)
    assert office("plan", file, *MONTH, "--as", OFFICER, pin=PIN).code == 0
    assert "PIN is not enough" in refused(
        office("accounts", "roles", file, OFFICER, "approver", "--as", BOSS, pin=PHRASE)
    )


def test_a_pin_is_changed_by_oneself_or_the_administrator(office, file):
    office("accounts", "pin", file, OFFICER, "--as", OFFICER, pin=PIN, new="570918")
    assert office("check", file, *MONTH, "--as", OFFICER, pin="570918").code in {0, 1}
    office("accounts", "pin", file, OFFICER, "--as", BOSS, pin=PHRASE, new="208755")
    assert office("check", file, *MONTH, "--as", OFFICER, pin="208755").code in {0, 1}
    assert "guessed first" in refused(
        office("accounts", "pin", file, OFFICER, "--as", BOSS, pin=PHRASE, new="123456")
    )
    assert "may not" in refused(
        office("accounts", "pin", file, BOSS, "--as", OFFICER, pin="208755", new=PHRASE)
    )


def test_the_last_administrator_stays_until_accounts_are_given_up(office, file):
    refused(office("accounts", "remove", file, BOSS, "--as", BOSS, pin=PHRASE))
    assert office("accounts", "remove", file, OFFICER, "--as", BOSS, pin=PHRASE).code == 0
    assert office("accounts", "off", file, "--as", BOSS, pin=PHRASE).code == 0
    assert office("plan", file, *MONTH).code == 0


def test_a_break_glass_code_is_shown_once(office, file):
    said = office("accounts", "code", file, "--as", BOSS, pin=PHRASE)
    assert re.search(r"\d{4} \d{4} \d{4} \d{4} \d{4}", said.out)
    refused(office("accounts", "code", file, "--as", OFFICER, pin=PIN))


def test_somebody_who_decides_on_paper_has_roles_and_no_pin(office, file):
    office("accounts", "add", file, VIEWER, "approver", "--paper", "--as", BOSS, pin=PHRASE)
    assert f"{VIEWER}\tapprover\tnone" in office("accounts", "list", file).out
    assert "no account to sign in" in refused(office("check", file, *MONTH, "--as", VIEWER, pin=PIN))


def phones(said):
    return {duty["phone"] for day in json.loads(said.out)["days"] for duty in day["duties"]} - {None, ""}


def test_phones_are_shown_to_roles_with_the_right_only(office, file):
    show = ("show", file, "--week", "2026-W47", "--json")
    office("accounts", "add", file, VIEWER, "viewer", "--as", BOSS, pin=PHRASE, new="208755")
    assert phones(office(*show)) == {"•••"}
    assert phones(office(*show, "--as", VIEWER, pin="208755")) <= {"•••", *own_phone(office, show)}
    assert len(phones(office(*show, "--as", OFFICER, pin=PIN))) > 1


def test_phones_leave_the_file_with_those_who_may_see_them_only(office, file, tmp_path):
    out = tmp_path / "week.csv"
    export = ("export", file, "--week", "2026-W47", "--format", "csv", "-o", out)
    assert office(*export).code == 0
    assert not re.search(r"1\d{10}", out.read_text("utf-8-sig"))
    assert "•••" in out.read_text("utf-8-sig")
    assert office(*export, "--as", OFFICER, pin=PIN).code == 0
    assert re.search(r"1\d{10}", out.read_text("utf-8-sig"))


def own_phone(office, show):
    told = json.loads(office(*show, "--as", OFFICER, pin=PIN).out)
    return {duty["phone"] for day in told["days"] for duty in day["duties"] if duty["person"] == VIEWER}


def test_the_contact_list_is_for_roles_with_the_right_and_its_printing_is_written_down(
    office, file, tmp_path
):
    out = tmp_path / "contacts.csv"
    take = ("contacts", file, "--format", "csv", "-o", out)
    office("accounts", "add", file, VIEWER, "viewer", "--as", BOSS, pin=PHRASE, new="208755")
    assert "duty officer" in refused(office(*take, "--as", VIEWER, pin="208755"))
    assert not out.exists()
    assert office(*take, "--as", OFFICER, pin=PIN).code == 0
    assert OFFICER in out.read_text("utf-8-sig")
    with closing(sqlite3.connect(file)) as raw:
        newest = raw.execute("select deed, actor from journal order by seq desc limit 1").fetchone()
    assert newest == ("print_contacts", OFFICER)


def test_no_hash_leaves_the_file_with_the_journal(office, file, tmp_path):
    out = tmp_path / "changes.csv"
    days = ("--from", "2026-01-01", "--to", "2027-12-31")
    told = office("audit", file, *days, "--json", "--as", BOSS, pin=PHRASE).out
    assert office("audit", file, *days, "-o", out, "--as", BOSS, pin=PHRASE).code == 0
    assert "set" in told
    assert "argon2" not in told + out.read_text("utf-8-sig")


def test_nobody_learns_a_phone_by_comparing_a_list(office, file, tmp_path):
    source = tmp_path / "staff.csv"
    source.write_text(f"姓名,科室,手机\n{BOSS},调研科,13811112222\n", "utf-8-sig")
    compare = ("import", file, "people", source, "--dry-run")
    refused(office(*compare))
    refused(office(*compare, "--as", OFFICER, pin=PIN))
    assert "13811112222" in office(*compare, "--as", BOSS, pin=PHRASE).out
