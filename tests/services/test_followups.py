import pytest

from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.followups import Colour, FollowUp, Stage, StepKind
from dutydesk.errors import (
    ClosedFollowUpError,
    EmptyEntryError,
    LastStageError,
    LateExtensionAskedError,
    NotALeaderError,
    NotOverdueError,
    OwnMatterError,
)
from dutydesk.services import followups
from dutydesk.services.changes import Topic
from dutydesk.services.discipline import candidates
from dutydesk.services.undo import undoable
from dutydesk.storage.verify import verify
from tests.services.nights import a_room, by


def matter(due=24.0, **facts):
    at = by(0).at
    plain = {
        "id": "f",
        "content": "督促修复北侧边坡",
        "registered_at": at,
        "due": by(due).at,
        "handler": "p2",
    }
    return FollowUp(**{**plain, "responsible": "孙志强", **facts})


@pytest.fixture
def store():
    """An office that follows one matter up, due a day later."""
    opened = a_room()
    followups.register(opened, matter(), by=by(0))
    return opened


def present(store):
    return followups.follow_up_file(store, "f").item


def test_scenario_10_overdue_twice_is_stage_3_in_the_circular_and_closed_by_the_leader_only(store):
    followups.escalate(store, "f", by(72).at, by=by(25))
    assert (present(store).stage, present(store).colour) == (Stage.NOTICE, Colour.ORANGE)
    assert followups.for_circular(store) == ()
    followups.escalate(store, "f", by(120).at, by=by(73))
    assert [each.id for each in followups.for_circular(store)] == ["f"]
    with pytest.raises(LastStageError):
        followups.escalate(store, "f", by(200).at, by=by(121))
    with pytest.raises(OwnMatterError):
        followups.close(store, "f", "已修复", "p2", by=by(121))
    with pytest.raises(NotALeaderError):
        followups.close(store, "f", "已修复", "p3", by=by(121))
    assert followups.close(store, "f", "已修复，验收合格", "p0", by=by(122)).topics is Topic.FOLLOW_UPS
    assert (present(store).closed_by, present(store).answer) == ("p0", "已修复，验收合格")
    assert followups.open_follow_ups(store) == followups.for_circular(store) == ()
    assert followups.all_follow_ups(store) == (present(store),)
    assert not verify(store.db).faults


def test_each_stage_is_noted_as_a_candidate_against_the_handler(store):
    followups.escalate(store, "f", by(72).at, by=by(25))
    followups.escalate(store, "f", by(120).at, by=by(74))
    kind = ViolationKind.OVERDUE_FOLLOW_UP
    assert [(each.kind, each.person, each.minutes) for each in candidates(store)] == [
        (kind, "p2", 60), (kind, "p2", 120),
    ]  # fmt: skip


def test_an_overdue_matter_is_noted_by_itself_once_at_each_stage_and_only_against_the_staff(store):
    followups.register(store, matter(id="g", handler="", responsible="城管局"), by=by(0))
    assert followups.unnoted_overdue(store, by(24).at) == ()
    followups.note_overdue(store, by=by(25))
    assert followups.unnoted_overdue(store, by(26).at) == ()
    (noted,) = candidates(store)
    assert (noted.person, noted.at, noted.records) == ("p2", by(24).at, (("follow_up", "f"),))
    followups.escalate(store, "f", by(72).at, by=by(30))
    (same,) = candidates(store)
    assert (same.id, same.minutes) == (noted.id, 360)
    assert [each.id != noted.id for each in followups.unnoted_overdue(store, by(73).at)] == [True]


def test_a_handler_who_is_only_named_does_not_close_it_either(store):
    followups.register(store, matter(id="g", handler="", responsible="赵明远"), by=by(0))
    with pytest.raises(OwnMatterError):
        followups.close(store, "g", "已办结", "p0", by=by(1))


def test_nothing_is_closed_without_an_answer(store):
    with pytest.raises(EmptyEntryError):
        followups.close(store, "f", " ", "p0", by=by(1))
    assert present(store).closed_at is None


def test_more_time_is_asked_for_before_the_deadline_and_with_a_reason(store):
    with pytest.raises(EmptyEntryError):
        followups.extend(store, "f", by(48).at, by=by(1))
    followups.extend(store, "f", by(48).at, by=by(1, reason="连日降雨"))
    assert present(store).due == by(48).at
    with pytest.raises(LateExtensionAskedError):
        followups.extend(store, "f", by(96).at, by=by(49, reason="连日降雨"))
    with pytest.raises(NotOverdueError):
        followups.escalate(store, "f", by(96).at, by=by(48))


def test_everything_done_is_a_step_and_steps_are_evidence(store):
    followups.add_progress(store, "f", "设备已进场", by=by(2))
    followups.close(store, "f", "已修复", "p0", by=by(3))
    steps = followups.follow_up_file(store, "f").steps
    assert [each.kind for each in steps] == [StepKind.REGISTERED, StepKind.PROGRESS, StepKind.CLOSED]
    assert undoable(store) is None
    with pytest.raises(ClosedFollowUpError):
        followups.add_progress(store, "f", "又有进展", by=by(4))


def test_progress_and_matters_say_something(store):
    with pytest.raises(EmptyEntryError):
        followups.add_progress(store, "f", " ", by=by(2))
    with pytest.raises(EmptyEntryError):
        followups.register(store, matter(id="g", content=" "), by=by(4))


def test_matters_are_numbered_and_stand_by_their_deadline(store):
    followups.register(store, matter(12, id="g", handler="", responsible="", unit="水利局"), by=by(1))
    assert [(each.id, each.number) for each in followups.open_follow_ups(store)] == [("g", 2), ("f", 1)]
