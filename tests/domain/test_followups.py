from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.followups import (
    Colour,
    FollowUp,
    FollowUpRules,
    Stage,
    Urgency,
    refuse_closed,
    refuse_closing,
    refuse_escalation,
    refuse_extension,
    refuse_vague,
)
from dutydesk.errors import (
    ClosedFollowUpError,
    EmptyEntryError,
    FutureEntryError,
    LastStageError,
    LateExtensionAskedError,
    MissingFieldError,
    NotOverdueError,
    PastDueError,
)
from tests.builders import NOW


def at(hours):
    return NOW + timedelta(hours=hours)


MATTER = FollowUp(id="f", content="修复边坡", registered_at=NOW, due=at(48), number=3, unit="水利局")


@pytest.mark.parametrize(
    ("hours", "urgency"),
    [(0, Urgency.IN_TIME), (24, Urgency.NEAR), (48, Urgency.NEAR), (48.01, Urgency.OVERDUE)],
)
def test_a_matter_is_near_its_deadline_a_day_before(hours, urgency):
    assert MATTER.urgency(at(hours), FollowUpRules()) is urgency


def test_the_stages_are_blue_orange_and_red():
    assert [replace(MATTER, stage=each).colour for each in Stage] == [Colour.BLUE, Colour.ORANGE, Colour.RED]


def test_more_time_is_given_before_the_deadline_only():
    refuse_extension(MATTER, at(72), at(48))
    with pytest.raises(LateExtensionAskedError) as refused:
        refuse_extension(MATTER, at(72), at(48.01))
    assert refused.value.number == 3
    with pytest.raises(PastDueError):
        refuse_extension(MATTER, at(47), at(1))


def test_the_next_stage_comes_after_the_deadline_and_there_are_three():
    refuse_escalation(MATTER, at(90), at(49))
    with pytest.raises(NotOverdueError):
        refuse_escalation(MATTER, at(90), at(48))
    with pytest.raises(PastDueError):
        refuse_escalation(MATTER, at(49), at(49))
    with pytest.raises(LastStageError):
        refuse_escalation(replace(MATTER, stage=Stage.CIRCULAR), at(90), at(49))


@pytest.mark.parametrize(
    ("change", "error"),
    [({"content": ""}, EmptyEntryError), ({"unit": " "}, MissingFieldError), ({"due": NOW}, PastDueError)],
)
def test_a_matter_says_what_who_and_until_when(change, error):
    refuse_vague(MATTER)
    with pytest.raises(error):
        refuse_vague(replace(MATTER, **change))


def test_a_matter_is_closed_once_and_with_an_answer():
    refuse_closing(MATTER, "已修复", at(1))
    for answer, now, error in ((" ", at(1), EmptyEntryError), ("已修复", at(-1), FutureEntryError)):
        with pytest.raises(error):
            refuse_closing(MATTER, answer, now)
    with pytest.raises(ClosedFollowUpError):
        refuse_closed(replace(MATTER, closed_at=NOW))
