import json

import pytest
import time_machine

from tests.ui.cli.commands import PERIOD

DECEMBER = ("--from", "2026-12-01", "--to", "2026-12-31")


def facts(said):
    """The one JSON document of an answer."""
    assert said.err == ""
    return json.loads(said.out)


def test_a_plan_is_told_as_the_issue_says(dutydesk, file):
    said = dutydesk("plan", file, *DECEMBER, "--json")
    told = facts(said)
    assert said.code == 0
    assert list(told) == ["places", "filled", "unfilled", "spread", "changed", "seconds"]
    assert (told["places"], told["filled"], told["unfilled"], told["changed"]) == (31 * 4, 31 * 4, [], 0)
    assert set(told["spread"]) == {"leader", "officer", "driver"}
    for spreads in told["spread"].values():
        assert set(spreads) == {"workday", "restday"}
        assert all(fewest <= most for fewest, most in spreads.values())


def test_a_plan_is_kept_and_made_again_the_same(dutydesk, file):
    dutydesk("plan", file, *DECEMBER)
    first = facts(dutydesk("show", file, "--week", "2026-W50", "--json"))
    dutydesk("plan", file, *DECEMBER)
    assert facts(dutydesk("show", file, "--week", "2026-W50", "--json")) == first


def test_a_published_month_is_not_changed_by_planning_it_again(dutydesk, file):
    before = file.read_bytes()
    assert facts(dutydesk("plan", file, *PERIOD, "--json"))["changed"] == 0
    assert file.read_bytes() == before


def test_a_place_that_stays_empty_is_told_with_the_reasons_counted(dutydesk, empty, tmp_path):
    source = tmp_path / "people.csv"
    source.write_text("姓名,科室,值班岗位\n甲某,秘书科,带班领导\n乙某,秘书科,值班员\n", "utf-8")
    assert dutydesk("import", empty, "people", source).code == 0
    told = facts(dutydesk("plan", empty, "--from", "2026-11-16", "--to", "2026-11-16", "--json"))
    assert (told["places"], told["filled"]) == (4, 4 - len(told["unfilled"]))
    hole = told["unfilled"][-1]
    assert set(hole) == {"date", "shift", "post", "seat", "reasons"}
    assert sum(hole["reasons"].values()) == 2
    said = dutydesk("plan", empty, "--from", "2026-11-16", "--to", "2026-11-16")
    assert said.out.count("Empty: ") == len(told["unfilled"])


@pytest.mark.parametrize("command", ["plan", "check", "stats"])
def test_an_office_without_people_is_refused(dutydesk, empty, command):
    before = empty.read_bytes()
    said = dutydesk(command, empty, *PERIOD)
    assert (said.code, said.out) == (3, "")
    assert said.err == "There is nobody to plan with. Import the staff list first.\n"
    assert empty.read_bytes() == before


def test_a_clean_month_has_no_error_and_exits_with_zero(dutydesk, file):
    said = dutydesk("check", file, *PERIOD, "--json")
    assert said.code == 0
    for finding in facts(said):
        assert list(finding) == ["severity", "rule", "date", "people", "text"]
        assert finding["severity"] in {"warning", "note"}
        assert finding["text"]


def test_a_month_with_holes_is_found_and_exits_with_one(dutydesk, file):
    said = dutydesk("check", file, *DECEMBER, "--json")
    assert said.code == 1
    empty = [finding for finding in facts(said) if finding["rule"] == "empty_place"]
    assert len(empty) == 31 * 4
    assert empty[0]["severity"] == "error"
    assert empty[0]["date"] == "2026-12-01"
    shown = dutydesk("check", file, *DECEMBER)
    assert (shown.code, shown.out.splitlines()[-1]) == (1, f"{len(facts(said))} findings.")


def test_a_year_without_notice_is_warned_of(dutydesk, file):
    said = dutydesk("check", file, "--from", "2027-02-01", "--to", "2027-02-28", "--json")
    assert [each["severity"] for each in facts(said) if each["rule"] == "year_without_notice"] == ["warning"]


@pytest.mark.parametrize(
    ("today", "late"), [("2026-09-28", False), ("2026-09-29", True), ("2026-10-09", False)]
)
def test_a_holiday_roster_that_should_have_been_sent_up_is_warned_of(dutydesk, file, today, late):
    october = ("--from", "2026-10-01", "--to", "2026-10-31")
    with time_machine.travel(f"{today}T02:00:00Z", tick=False):
        rules = [each["rule"] for each in json.loads(dutydesk("check", file, *october, "--json").out)]
        assert ("not_sent_up" in rules) is late
        assert dutydesk("plan", file, *october, "--publish").code == 0
        assert "not_sent_up" not in dutydesk("check", file, *october, "--json").out


def test_everybodys_duties_are_counted_by_class_with_the_due(dutydesk, file):
    said = dutydesk("stats", file, *PERIOD, "--json")
    rows = facts(said)
    assert said.code == 0
    assert list(rows[0]) == ["person", "section", "post", "workday", "restday", "holiday", "due"]
    assert sum(row["workday"] + row["restday"] + row["holiday"] for row in rows) == 30 * 4
    dues = sum(sum(row["due"].values()) for row in rows)
    assert dues == pytest.approx(30 * 4, abs=0.5)
    assert len(dutydesk("stats", file, *PERIOD).out.splitlines()) == len(rows) + 1


def test_a_holiday_counts_as_one(dutydesk, file):
    assert dutydesk("plan", file, "--from", "2026-10-01", "--to", "2026-10-10").code == 0
    rows = facts(dutydesk("stats", file, "--from", "2026-10-01", "--to", "2026-10-10", "--json"))
    assert sum(row["holiday"] for row in rows) == 7 * 5
    assert sum(row["workday"] for row in rows) == 3 * 4  # 10 October is a working Saturday
