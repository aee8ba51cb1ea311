from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QObject

from ui.window.pulse import Pulse, next_beat

NINE = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)


def at(seconds):
    return NINE + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("now", "change", "by_the_second", "wanted"),
    [
        (-90, None, False, -60), (-59.5, None, False, 0), (0, None, False, 60), (-59.5, -20, False, -20),
        (-59.5, 3600, False, 0), (-0.4, None, True, 0), (0, 0, False, 60), (5, -9, False, 60),
        (-0.4, -0.2, True, -0.2),
    ],
)  # fmt: skip
def test_it_beats_at_the_next_minute_or_second_and_never_after_the_next_change(
    now, change, by_the_second, wanted
):
    moment = None if change is None else at(change)
    assert next_beat(at(now), moment, by_the_second=by_the_second) == at(wanted)


def test_a_beat_is_heard_after_the_time_it_waits(qtbot):
    owner = QObject()
    now = [at(-0.02)]
    pulse = Pulse(owner, lambda: now[0])
    assert pulse.waits == -1
    with qtbot.waitSignal(pulse.beat, timeout=2000):
        pulse.wait(None, by_the_second=True)
        assert 0 <= pulse.waits <= 20
