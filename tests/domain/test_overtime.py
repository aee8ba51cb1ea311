from datetime import timedelta

import pytest

from dutydesk.domain.overtime import Overtime
from tests.builders import NOW


@pytest.mark.parametrize(
    ("hours", "plausible"), [(0, False), (-1, False), (0.5, True), (24, True), (24.1, False)]
)
def test_overtime_ends_after_it_starts_within_a_day(hours, plausible):
    each = Overtime(id="o", person="p1", starts=NOW, ends=NOW + timedelta(hours=hours), reason="防汛会商")
    assert each.is_plausible is plausible
    assert each.minutes == hours * 60
