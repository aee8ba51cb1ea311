from datetime import timedelta

from dutydesk.domain.today import first_after
from tests.builders import NOW


def test_the_next_moment_is_the_first_that_has_not_come():
    moments = [None, NOW, NOW + timedelta(seconds=2), NOW + timedelta(seconds=1)]
    assert first_after(NOW, moments) == NOW + timedelta(seconds=1)
    assert first_after(NOW + timedelta(seconds=2), moments) is None
