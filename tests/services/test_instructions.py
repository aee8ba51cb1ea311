import pytest

from dutydesk.domain.instructions import Instruction
from dutydesk.errors import (
    AlreadyPassedOnError,
    EmptyEntryError,
    FutureEntryError,
    MissingFieldError,
    NotPassedOnError,
    NotReadBackError,
)
from dutydesk.services import instructions
from dutydesk.services.changes import Topic
from tests.services.nights import a_room, by


@pytest.fixture
def store():
    """An office in which a leader said something at 9:00."""
    opened = a_room()
    instructions.take_instruction(opened, said(read_back=True), by=by(1))
    return opened


def said(**facts):
    at = by(1).at
    plain = {"id": "n", "leader": "赵主任", "content": "立即派人到场核实", "given_at": at, "typed_at": at}
    return Instruction(**{**plain, "spoken": True, **facts})


def test_an_instruction_waits_until_it_was_passed_on_and_its_result_was_reported(store):
    assert [each.id for each in instructions.pending_instructions(store)] == ["n"]
    instructions.pass_on(store, "n", "水利局 钱静", by(1.2).at, by=by(1.3))
    assert len(instructions.pending_instructions(store)) == 1
    changed = instructions.report_result(store, "n", "已到场，险情可控", by(3).at, by=by(3))
    assert changed.topics is Topic.INCIDENTS
    assert instructions.pending_instructions(store) == ()
    assert instructions.instruction(store, "n").passed_to == "水利局 钱静"


def test_what_was_not_read_back_is_not_written_down(store):
    with pytest.raises(NotReadBackError) as refused:
        instructions.take_instruction(store, said(id="m"), by=by(1))
    assert refused.value.leader == "赵主任"


def test_nothing_is_entered_twice_or_out_of_its_order(store):
    with pytest.raises(NotPassedOnError):
        instructions.report_result(store, "n", "已办", by(2).at, by=by(2))
    for whom, hours, error in (("", 2, MissingFieldError), ("水利局", 0, FutureEntryError)):
        with pytest.raises(error):
            instructions.pass_on(store, "n", whom, by(hours).at, by=by(2))
    instructions.pass_on(store, "n", "水利局", by(2).at, by=by(2))
    with pytest.raises(AlreadyPassedOnError):
        instructions.pass_on(store, "n", "应急局", by(2).at, by=by(2))
    with pytest.raises(EmptyEntryError):
        instructions.report_result(store, "n", " ", by(3).at, by=by(3))
    instructions.report_result(store, "n", "已办", by(3).at, by=by(3))
    with pytest.raises(AlreadyPassedOnError):
        instructions.report_result(store, "n", "又办", by(4).at, by=by(4))
