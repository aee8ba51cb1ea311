import json

import pytest
import time_machine

from tests.services.nights import by


@pytest.fixture
def night():
    """Three in the morning of Saturday, 21 November."""
    with time_machine.travel(by(19).at, tick=False):
        yield


@pytest.mark.usefixtures("night")
def test_who_is_on_duty_now_is_told_in_words_and_as_facts(dutydesk, file):
    said = dutydesk("now", file)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("21 Nov 2026 Sat 03:00:00")
    assert "Next at 11-21 08:00:" in said.out
    told = json.loads(dutydesk("now", file, "--json").out)
    assert told["at"] == "2026-11-21T03:00:00+08:00"
    assert [each["state"] for each in told["on_duty"]] == ["vacant"] * 4
    assert told["on_duty"][0]["phone"]
    assert told["next_change"] == "2026-11-21T08:00:00+08:00"
    assert told["minutes_without_relief"] == 0


@pytest.mark.usefixtures("night")
def test_an_office_without_people_has_nobody_on_duty(dutydesk, empty):
    said = dutydesk("now", empty)
    assert said.code == 0
    assert "—" in said.out
