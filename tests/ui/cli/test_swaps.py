import json
import re
import sqlite3
from contextlib import closing

import pytest
import time_machine

NOW = "2026-11-03 02:00"


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel(NOW, tick=False):
        yield


def facts(said):
    assert said.err == ""
    return json.loads(said.out)


@pytest.fixture
def listed(dutydesk, file):
    return lambda *more: facts(dutydesk("swap", "list", file, "--json", *more))


def people(file, day):
    """Names by post of a day, with those who are officers and free."""
    with closing(sqlite3.connect(file)) as db:
        sql = (
            "select person.name from duty join person on person.id = actual "
            "where day = ? and post = 'officer' order by seat"
        )
        here = [row[0] for row in db.execute(sql, (day,))]
        near = "select actual from duty where day between date(?, '-9 day') and date(?, '+9 day')"
        free = db.execute(
            f"select name from person where posts like '%\"officer\"%' and id not in ({near}) "  # noqa: S608
            "and id not in (select person from leave) order by sort desc",
            (day, day),
        )
        leaders = db.execute("select name from person where posts like '%\"leader\"%' order by sort")
        return here, [row[0] for row in free], [row[0] for row in leaders]


def test_a_cover_from_the_request_to_the_roster(dutydesk, file, listed):
    here, free, leaders = people(file, "2026-11-18")
    said = dutydesk(
        "swap", "propose", file, "--person", here[0], "--date", "2026-11-18", "--with", free[0],
        "--reason", "外出培训",
    )  # fmt: skip
    assert said.code == 0, said.err
    number = said.out.split("\t")[0]
    assert re.fullmatch(r"[0-9a-f]{8}", number)
    (one,) = listed()
    assert (one["number"], one["state"], one["kind"], one["in_the_way"]) == (number, "requested", "cover", "")
    assert dutydesk("swap", "accept", file, number).code == 0
    said = dutydesk("swap", "approve", file, number, "--leader", leaders[0], "--paper", "3号")
    assert said.code == 0, said.err
    assert said.out.strip().endswith("2026-001")
    assert listed() == []
    (done,) = listed("--all")
    assert (done["state"], done["filing"], done["counterpart"]) == ("applied", "2026-001", free[0])
    assert people(file, "2026-11-18")[0][0] == free[0]


def test_a_request_is_refused_by_a_rule_with_its_sentence(dutydesk, file):
    here, _, leaders = people(file, "2026-11-18")
    asking = (
        "swap",
        "propose",
        file,
        "--person",
        here[0],
        "--with",
        leaders[0],
        "--reason",
        "培训",
        "--date",
    )
    said = dutydesk(*asking, "2026-11-18")
    assert said.code == 3
    assert "may not stand this post" in said.err
    said = dutydesk(*asking, "2026-11-17")
    assert said.code == 3
    assert "does not stand" in said.err


def test_a_request_is_closed_with_a_reason(dutydesk, file, listed):
    here, free, _ = people(file, "2026-11-18")
    asking = ("swap", "propose", file, "--person", here[0], "--date", "2026-11-18", "--with", free[0])
    first = dutydesk(*asking, "--reason", "培训").out.split("\t")[0]
    assert dutydesk(*asking, "--reason", "培训").code == 3
    assert dutydesk("swap", "cancel", file, first, "--reason", "不去了").code == 0
    second = dutydesk(*asking, "--reason", "培训", "--month", "2027-03").out.split("\t")[0]
    assert dutydesk("swap", "apply", file, second).code == 3
    assert dutydesk("swap", "refuse", file, second, "--reason", "人手不足").code == 0
    assert {each["state"] for each in listed("--all")} == {"cancelled", "refused"}
    assert dutydesk("swap", "accept", file, "00000000").code == 3


def test_an_emergency_is_taken_over_now(dutydesk, file):
    with time_machine.travel("2026-11-18 14:00", tick=False):
        here, free, _ = people(file, "2026-11-18")
        said = dutydesk(
            "swap", "takeover", file, "--person", here[0], "--date", "2026-11-18", "--by", free[0],
            "--reason", "突发高烧",
        )  # fmt: skip
        assert said.code == 0, said.err
        assert "taken over" in said.out
        assert people(file, "2026-11-18")[0][0] == free[0]
