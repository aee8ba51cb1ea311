import json

import pytest
import time_machine


@pytest.fixture(autouse=True)
def saturday():
    with time_machine.travel("2026-11-21T02:00:00Z", tick=True):
        yield


@pytest.fixture
def case(dutydesk, file):
    """A violation of the first person of the roster on Friday night; its number and its person."""
    shown = json.loads(dutydesk("show", file, "--date", "2026-11-20", "--json").out)
    person = next(each["person"] for each in shown["days"][0]["duties"] if each["person"])
    asked = ("--person", person, "--kind", "absent_from_post", "--date", "2026-11-20", "--at", "21:00")
    said = dutydesk("violations", "add", file, *asked, "--what", "查岗时不在岗")
    assert (said.code, said.err) == (0, "")
    assert said.out == f"2026-001 {person}, absent from post: reported, not judged, 0 points taken.\n"
    return "2026-001", person


def listed(dutydesk, file, *more):
    return json.loads(dutydesk("violations", "list", file, *more, "--json").out)


def test_a_violation_is_heard_judged_appealed_and_given_back(dutydesk, file, case):
    number, person = case
    dutydesk("violations", "inform", file, number)
    dutydesk("violations", "hear", file, number, "--words", "突发胃痛")
    dutydesk("violations", "verify", file, number, "--reason", "已核对门禁")
    said = dutydesk("violations", "confirm", file, number)
    assert said.out == f"{number} {person}, absent from post: confirmed, points taken, 5 points taken.\n"
    (fact,) = listed(dutydesk, file)
    assert (fact["points"], fact["appeal_until"]) == (5.0, "2026-11-27")
    scores = json.loads(dutydesk("score", file, "--year", "2026", "--json").out)
    assert next(each["net"] for each in scores if each["person"] == person) == 95
    dutydesk("violations", "appeal", file, number, "--words", "当时去接紧急传真")
    assert dutydesk("violations", "decide", file, number, "cancelled", "--reason", "属实").code == 0
    scores = json.loads(dutydesk("score", file, "--year", "2026", "--json").out)
    assert next(each["net"] for each in scores if each["person"] == person) == 100
    assert dutydesk("verify", file).code == 0


def test_a_changed_appeal_names_its_points(dutydesk, file, case):
    number, _ = case
    for words in (
        ("inform",),
        ("hear", "--words", "有话"),
        ("verify",),
        ("confirm",),
        ("appeal", "--words", "过重"),
    ):
        assert dutydesk("violations", words[0], file, number, *words[1:]).code == 0
    said = dutydesk("violations", "decide", file, number, "changed", "--reason", "初犯", "--points", "2.5")
    assert said.out.endswith("2.5 points taken.\n")


def test_a_skipped_step_and_an_unknown_number_are_refused_with_a_sentence(dutydesk, file, case):
    said = dutydesk("violations", "confirm", file, case[0])
    assert said.code == 3
    assert said.err.startswith("Violation 2026-001 is at “reported, not judged”")
    assert dutydesk("violations", "confirm", file, "2026-099").code == 3
    assert dutydesk("violations", "add", file, "--what", "x").code == 3


@pytest.mark.parametrize("end", ["excuse", "drop"])
def test_what_is_excused_or_not_so_takes_nothing(dutydesk, file, case, end):
    assert dutydesk("violations", end, file, case[0]).code == 3
    assert dutydesk("violations", end, file, case[0], "--reason", "已有医院证明").code == 0
    assert listed(dutydesk, file, "--year", "2026")[0]["points"] == 0
    assert listed(dutydesk, file, "--year", "2025") == []


def test_there_is_nothing_to_judge_until_something_was_noted(dutydesk, file):
    assert json.loads(dutydesk("violations", "candidates", file, "--json").out) == []
    assert dutydesk("violations", "dismiss", file, "late/x", "--reason", "有误").code == 3
