import json
from contextlib import closing

import pytest
import time_machine

from dutydesk.domain.followups import FollowUp
from dutydesk.services.files import open_file
from dutydesk.services.followups import register
from tests.services.nights import by


@pytest.fixture
def pursued(file):
    """A file with one matter that is due in the afternoon."""
    item = FollowUp(id="f", content="修复路灯", registered_at=by(1).at, due=by(8).at, unit="城管局")
    with closing(open_file(file)) as store:
        register(store, item, by=by(1))
    return file


@time_machine.travel(by(9).at, tick=False)
def test_what_is_open_is_listed_with_colour_and_deadline(dutydesk, pursued):
    said = dutydesk("followups", pursued)
    assert (said.code, said.err) == (0, "")
    assert said.out == "No. 1 [blue, talk] 修复路灯 - 城管局, due 2026-11-20 16:00, past its deadline\n"
    (told,) = json.loads(dutydesk("followups", pursued, "--all", "--json").out)
    assert (told["urgency"], told["stage"], told["closed_at"]) == ("overdue", 1, None)


def test_nothing_open_is_said(dutydesk, file):
    assert dutydesk("followups", file).out == "Nothing is open.\n"
