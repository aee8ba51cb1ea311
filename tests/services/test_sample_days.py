import json
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from dutydesk.domain.watch import PostState
from dutydesk.services.discipline import waiting
from dutydesk.services.followups import open_follow_ups
from dutydesk.services.handover import is_sealed, parties
from dutydesk.services.incidents import incident_files, running_clocks
from dutydesk.services.log import entries_of
from dutydesk.services.sample import fill_sample
from dutydesk.services.watch import local, room
from tests.invented import BY, office_store

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


def lived(at, language="zh_CN"):
    """The sample office at a time of the office's clock, in a store that is there when this test is."""
    store = office_store()
    now = datetime.fromisoformat(f"{at}:00+08:00")
    lists = (SAMPLES / "staff.csv", SAMPLES / "leave.csv", SAMPLES / f"days.{language}.json")
    fill_sample(store, *lists, now.date(), now, by=replace(BY, at=now - timedelta(days=3)))
    return store, now


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_sample_room_is_kept_and_handed_over(language):
    store, now = lived("2026-11-21T09:30", language)
    present = room(store, now)
    assert {each.state for each in present.watched} == {PostState.ON_POST}
    assert is_sealed(store, "2026-11-20/full_day")
    assert parties(store, now).shift == "2026-11-21/full_day"
    assert len(entries_of(store, "2026-11-20/full_day")) > len(entries_of(store, present.shift)) > 0
    assert [each.is_over for each in incident_files(store)] == [True]
    assert running_clocks(store) == ()
    assert len(open_follow_ups(store)) == 2
    assert [each.candidate.kind for each in waiting(store)] == ["late"]


@pytest.mark.parametrize(
    "at", ["2026-11-21T08:00", "2026-11-21T07:59", "2026-11-21T23:59", "2026-10-03T03:00"]
)
def test_it_is_alive_at_any_hour(at):
    store, now = lived(at)
    assert all(each.state is PostState.ON_POST for each in room(store, now).watched)
    told = [datetime.fromisoformat(at) for (at,) in store.ask("select at_utc from journal order by seq")]
    times = [each for each in told if each != BY.at]  # all but the founding of the office of these tests
    assert times == sorted(times)
    assert times[-1] <= now


def test_where_the_roster_does_not_reach_back_nothing_was_lived():
    store, now = lived("2026-06-01T09:00")
    before = local(store, now).date() - timedelta(days=1)
    assert before == date(2026, 5, 31)
    assert room(store, now).attendances == ()


def test_both_languages_tell_the_same_days():
    told = [
        Counter((each["shift"], each["minute"], each["do"]) for each in json.loads(path.read_text("utf-8")))
        for path in sorted(SAMPLES.glob("days.*.json"))
    ]
    assert len(told) == 2
    assert told[0] == told[1]
