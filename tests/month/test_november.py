"""November 2026 in the Binjiang office, and on to the new year, played through the window as its users would.

`bootstrap.py test --watch` shows it at a speed that can be followed.
"""

from datetime import date, timedelta

import pytest

from tests.month.changes import CHANGES
from tests.month.conftest import LANGUAGE, PALETTE
from tests.month.discipline import JUDGED, SPOT_CHECK
from tests.month.duty_room import DUTY_ROOM
from tests.month.new_year import NEW_YEAR
from tests.month.planning import PLANNING
from tests.month.player import PAUSE, PHOTOS
from tests.month.urgent import IN_TIME, LATE
from tests.month.watched import ROOT, watching
from tests.ui.kept import settle
from ui.cli import main

FIRST, LAST = date(2026, 11, 1), date(2027, 1, 4)
STORY = (*PLANNING, *DUTY_ROOM, *CHANGES, *IN_TIME, *SPOT_CHECK, *LATE, *JUDGED, *NEW_YEAR)


@pytest.mark.slow
def test_the_month_is_played_and_the_file_proves_it(player, capsys):
    player.play(STORY)
    path = str(player.desk.session.path)
    player.desk.close()
    settle()
    assert main(["--lang", "en", "verify", path]) == 0
    assert capsys.readouterr().out.startswith("Unaltered")
    for ahead in range((LAST - FIRST).days + 1):
        shift = f"{FIRST + timedelta(days=ahead)}/full_day"
        assert main(["--lang", "en", "handover", "show", path, "--shift", shift]) == 0
        assert "Handed over by" in capsys.readouterr().out, shift


def test_it_is_watched_where_there_is_a_display_and_photographed_where_there_is_none(tmp_path):
    seen = watching(["--watch", "--lang", "zh_CN"], seen=True)
    assert (seen[PAUSE], seen[LANGUAGE], PHOTOS in seen) == ("1.5", "zh_CN", False)
    unseen = watching(["--watch", "--dark"], seen=False)
    assert (unseen[PHOTOS], unseen[PALETTE], PAUSE in unseen) == (
        str(ROOT / "build" / "month"),
        "dark",
        False,
    )
    assert watching(["--photos", str(tmp_path)], seen=True)[PHOTOS] == str(tmp_path)


def test_its_first_days_are_played(player):
    player.play((*PLANNING[:-1], *DUTY_ROOM[:-1]))
