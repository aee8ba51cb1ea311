from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.instructions import Instruction, refuse_unclear
from dutydesk.errors import EmptyEntryError, FutureEntryError, MissingFieldError, NotReadBackError
from tests.builders import NOW

SPOKEN = Instruction(
    id="n", leader="赵主任", content="立即派人到场", given_at=NOW, typed_at=NOW, spoken=True, read_back=True
)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"leader": ""}, MissingFieldError), ({"content": " "}, EmptyEntryError),
        ({"read_back": False}, NotReadBackError),
        ({"given_at": NOW + timedelta(seconds=1)}, FutureEntryError),
    ],
)  # fmt: skip
def test_an_instruction_is_exact_and_read_back(change, error):
    refuse_unclear(SPOKEN)
    with pytest.raises(error):
        refuse_unclear(replace(SPOKEN, **change))


def test_a_written_one_needs_no_reading_back():
    refuse_unclear(replace(SPOKEN, spoken=False, read_back=False))


def test_it_is_pending_until_it_was_passed_on_and_answered():
    assert SPOKEN.pending
    assert replace(SPOKEN, passed_at=NOW).pending
    assert not replace(SPOKEN, passed_at=NOW, reported_at=NOW).pending
