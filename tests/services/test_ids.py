from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from dutydesk.services.ids import new_id
from tests.builders import NOW


@given(st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001 - zoned
def test_an_id_is_a_uuid_of_the_seventh_kind_and_names_its_millisecond(at):
    made = UUID(new_id(at))
    assert (str(made), made.version, made.variant) == (str(made), 7, "specified in RFC 4122")
    assert made.int >> 80 == int(at.timestamp() * 1000)


def test_no_two_ids_are_alike():
    assert len({new_id(NOW) for _ in range(2000)}) == 2000


def test_ids_sort_by_the_time_they_were_made():
    made = [new_id(NOW + timedelta(milliseconds=number)) for number in range(50)]
    assert made == sorted(made)
