from datetime import UTC, datetime, timedelta, timezone

from dutydesk.storage.values import instant_text, moment_text, moment_value, place_row, place_value
from tests.builders import a_place


def test_an_instant_is_kept_in_utc_to_the_second():
    here = datetime(2026, 11, 21, 8, 30, 5, 999, tzinfo=timezone(timedelta(hours=8)))
    assert instant_text(here) == "2026-11-21T00:30:05Z"
    assert moment_value(moment_text(here)) == datetime(2026, 11, 21, 0, 30, 5, tzinfo=UTC)


def test_what_has_not_come_is_kept_as_nothing():
    assert (moment_text(None), moment_value("")) == ("", None)


def test_a_place_is_four_columns():
    assert place_value(place_row(a_place())) == a_place()
