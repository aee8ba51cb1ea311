"""A set time is for trying things out: no true file may get entries of a time that was not."""

from pathlib import Path

import pytest

from dutydesk.errors import TrueTimeFileError
from tests.ui.kept import banners, labels, office_file
from ui import clock
from ui.keeping.true_time import open_at_this_time, refuse_set_time
from ui.window.start import StartWindow


def test_a_true_file_is_refused_on_a_set_time_and_left_as_it_is(tmp_path, set_time):
    path = office_file(tmp_path)
    before = path.read_bytes()
    set_time("2026-11-01T08:30")
    with pytest.raises(TrueTimeFileError):
        open_at_this_time(path)
    with pytest.raises(TrueTimeFileError):
        refuse_set_time(path)
    assert path.read_bytes() == before


def test_a_file_made_on_a_set_time_is_opened_on_every_time(tmp_path, set_time):
    set_time("2026-11-01T08:30")
    path = office_file(tmp_path)
    open_at_this_time(path).close()
    clock.let_go()
    open_at_this_time(path).close()


def test_the_window_says_that_it_runs_on_a_set_time_and_forgets_the_file(qapp, desk_on, tmp_path, set_time):
    set_time("2026-11-01T08:30")
    desk = desk_on(office_file(tmp_path))
    assert "Set time 2026-11-01 08:3" in labels(desk.window)
    assert any(each.startswith("A file for trying out, begun on a set time") for each in banners(desk))
    desk.close_file()
    assert isinstance(desk.window, StartWindow)
    clock.let_go()


def test_the_window_refuses_a_true_file_on_a_set_time(qapp, desk_on, tmp_path, set_time):
    path = office_file(tmp_path)
    set_time("2026-11-01T08:30")
    desk = desk_on(path)
    assert isinstance(desk.window, StartWindow)
    assert desk.session is None


def test_the_command_line_takes_the_time_anywhere(dutydesk, tmp_path, set_time):
    path = tmp_path / "sample.duty"
    assert dutydesk("demo", path, "--now", "2026-11-01T08:30").code == 0
    assert dutydesk("--now=2026-11-05T23:40", "now", path).out.startswith("5 Nov 2026 Thu 23:40")
    assert dutydesk("verify", path).code == 0
    true = Path(office_file(tmp_path))
    assert dutydesk("--now", "2026-11-05T23:40", "now", true).code == 4
    assert dutydesk("--now", "2026-11-05T23:40", "restore", true, path).code == 4
    said = dutydesk("--now", "noon", "now", path)
    assert (said.code, said.err.partition(":")[0]) == (2, "--now 2026-11-01T08")
