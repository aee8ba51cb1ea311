import pytest

from dutydesk.domain.presets import PresetKind, preset
from ui.first_run.day_clock import rings


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (PresetKind.FULL_DAY, (((8, 32),),)),
        (PresetKind.GAPS, (((11 + 50 / 60, 13), (17, 33)), ((9, 33),))),
        (PresetKind.DAY_NIGHT, (((8.5, 32.5),), ((8.5, 17.5), (17.5, 32.5)))),
    ],
)
def test_shifts_that_overlap_go_round_in_rings_of_their_own(kind, expected):
    assert rings(preset(kind, str).shifts) == expected
