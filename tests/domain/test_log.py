from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.log import (
    Bearing,
    Level,
    LogEntry,
    LogKind,
    is_undelivered,
    refuse_unkeepable,
    standing,
)
from dutydesk.errors import ClassifiedContentError, EmptyEntryError, FutureEntryError, UnknownWordError
from tests.builders import NOW

CALL = LogEntry(id="a", kind=LogKind.CALL_IN, at=NOW, typed_at=NOW, content="防汛视频会议通知")
CABLE = LogEntry(
    id="b", kind=LogKind.DOCUMENT, at=NOW, typed_at=NOW, level=Level.SECRET,
    details=(("document_number", "密电12号"), ("delivered_to", "机要室")),
)  # fmt: skip


def test_a_call_is_kept_and_so_is_a_classified_cable_of_which_only_number_and_receiver_are_said():
    refuse_unkeepable(CALL)
    refuse_unkeepable(CABLE)


def test_no_state_secret_has_words_here():
    classified = {Level.CONFIDENTIAL, Level.SECRET, Level.TOP_SECRET}
    assert {each for each in Level if each.classified} == classified


@pytest.mark.parametrize("said", ["content", "proposal", "result"])
def test_scenario_12_nothing_of_what_a_classified_document_says_is_kept(said):
    with pytest.raises(ClassifiedContentError):
        refuse_unkeepable(replace(CABLE, **{said: "部署……"}))


def test_the_title_of_a_classified_document_is_not_kept_and_no_call_is_classified():
    with pytest.raises(ClassifiedContentError):
        refuse_unkeepable(replace(CABLE, details=(("document_title", "关于……"),)))
    with pytest.raises(ClassifiedContentError):
        refuse_unkeepable(replace(CALL, content="", level=Level.CONFIDENTIAL))


def test_inner_papers_have_content():
    refuse_unkeepable(replace(CALL, level=Level.INTERNAL))
    with pytest.raises(EmptyEntryError):
        refuse_unkeepable(replace(CALL, content=" "))


def test_nothing_is_kept_of_a_time_to_come():
    with pytest.raises(FutureEntryError):
        refuse_unkeepable(replace(CALL, at=NOW + timedelta(seconds=1)))


def test_a_kind_has_its_own_fields_and_no_others():
    meeting = replace(CALL, kind=LogKind.MEETING_NOTICE, details=(("venue", "三楼会议室"),))
    refuse_unkeepable(meeting)
    assert (meeting.detail("venue"), meeting.detail("topic")) == ("三楼会议室", "")
    with pytest.raises(UnknownWordError):
        refuse_unkeepable(replace(CALL, details=(("venue", "三楼"),)))


def test_a_document_is_undelivered_until_somebody_has_it():
    assert not is_undelivered(CABLE)
    assert is_undelivered(replace(CABLE, details=()))
    assert not any(
        is_undelivered(replace(CALL, kind=kind)) for kind in (LogKind.CALL_OUT, LogKind.INSTRUCTION)
    )


def test_a_correction_stands_in_the_place_of_what_was_wrong():
    right = replace(CALL, id="c", bearing=Bearing.CORRECTS, about="a")
    more = replace(CALL, id="d", bearing=Bearing.CONTINUES, about="c")
    assert standing([CALL, right, more]) == (right, more)
