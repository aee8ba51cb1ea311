from datetime import UTC, datetime

from dutydesk.storage.clock_doubt import instant, instant_text
from tests.storage.values import comes_back


def test_what_is_kept_comes_back_as_it_was():
    comes_back("clock_doubt")


def test_an_instant_is_written_as_the_journal_writes_it():
    at = datetime(2026, 11, 21, 2, 3, 4, 567, tzinfo=UTC)
    assert instant_text(at) == "2026-11-21T02:03:04Z"
    assert instant(instant_text(at)) == at.replace(microsecond=0)
