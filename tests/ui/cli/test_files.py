import sys
from contextlib import closing

import pytest

from dutydesk.domain.presets import PresetKind
from dutydesk.services.duties import pattern
from dutydesk.services.files import open_file, verify_file
from dutydesk.services.office import office
from dutydesk.services.people import staff
from tests.ui.cli.commands import folder_of


@pytest.mark.parametrize("kind", PresetKind)
def test_a_new_file_has_its_office_and_its_shifts(dutydesk, tmp_path, kind):
    path = tmp_path / "new.duty"
    said = dutydesk("new", path, "--name", "云溪市政府办公室", "--preset", kind.value)
    assert (said.code, said.err) == (0, "")
    assert str(path) in said.out
    with closing(open_file(path)) as store:
        assert (office(store).name, office(store).preset) == ("云溪市政府办公室", kind.value)
        assert pattern(store).shifts
        assert not verify_file(store).faults
    assert [each.name for each in tmp_path.iterdir()] == ["new.duty"]


@pytest.mark.parametrize("command", [["new", "--name", "别的办公室"], ["demo"]])
def test_no_file_is_overwritten(dutydesk, file, command):
    before = folder_of(file)
    said = dutydesk(command[0], file, *command[1:])
    assert (said.code, said.out, len(said.err.splitlines())) == (4, "", 1)
    assert "exists already" in said.err
    assert folder_of(file) == before


@pytest.mark.parametrize(("name", "code"), [("", 3), ("   ", 3)])
def test_an_office_without_a_name_is_not_made(dutydesk, tmp_path, name, code):
    said = dutydesk("new", tmp_path / "new.duty", "--name", name)
    assert (said.code, len(said.err.splitlines())) == (code, 1)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["new", "--name", "X"], ["demo"]])
def test_a_file_in_a_folder_that_is_not_there_is_not_made(dutydesk, tmp_path, command):
    said = dutydesk(command[0], tmp_path / "nowhere" / "new.duty", *command[1:])
    assert (said.code, len(said.err.splitlines())) == (4, 1)
    assert str(tmp_path / "nowhere") in said.err
    assert ".draft" not in said.err
    assert list(tmp_path.iterdir()) == []


def test_the_sample_office_is_planned_and_clean(dutydesk, tmp_path):
    path = tmp_path / "demo.duty"
    assert dutydesk("demo", path).code == 0
    with closing(open_file(path)) as store:
        assert len(staff(store).people) > 20
        assert not verify_file(store).faults
    assert dutydesk("verify", path).code == 0


def test_a_mistyped_command_is_not_taken_for_an_office(dutydesk):
    said = dutydesk("frobnicate")
    assert (said.code, said.out) == (4, "")
    assert said.err.startswith("There is no file frobnicate.")


def test_without_a_display_the_window_is_refused_and_not_a_crash(dutydesk, file, monkeypatch):
    for way in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(way, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    said = dutydesk(file)
    assert (said.code, said.out, len(said.err.splitlines())) == (4, "", 1)
    assert "no display" in said.err
