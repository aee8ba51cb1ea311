from datetime import date

import pytest

from dutydesk.domain.presets import PresetKind, preset
from tests.invented import words
from ui.shifts.clock_view import ClockView, bars

MONDAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("kind", "lanes"), [(PresetKind.FULL_DAY, 1), (PresetKind.GAPS, 1), (PresetKind.DAY_NIGHT, 2)]
)
def test_shifts_that_overlap_stand_in_lanes_of_their_own(kind, lanes):
    workday = bars(preset(kind, words).shifts, MONDAY)[0]
    assert len(workday.lanes) == lanes
    for lane in workday.lanes:
        ends = [each.ends for each in sorted(lane)]
        assert all(after.begins >= end for end, after in zip(ends, sorted(lane)[1:], strict=False))


def test_without_shifts_nobody_is_on_duty(qtbot):
    view = ClockView()
    qtbot.addWidget(view)
    view.show_shifts((), MONDAY)
    assert view.text().splitlines()[0] == "working day: nobody on duty"
    view.grab()
