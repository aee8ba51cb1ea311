"""The set-up decides right: what is too old, missing, unfinished, or without a screen."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest

import bootstrap

SOURCE = Path(bootstrap.__file__)


@pytest.mark.parametrize("version", [(3, 6), (3, 10, 13), (2, 7)])
def test_an_old_python_is_told_what_it_lacks(version):
    assert bootstrap.too_old(version) == (
        f"DutyDesk needs Python 3.11 or newer; this is Python {version[0]}.{version[1]}."
    )


@pytest.mark.parametrize("version", [(3, 11), (3, 11, 0), (3, 14, 2), (4, 0)])
def test_a_new_python_is_told_nothing(version):
    assert bootstrap.too_old(version) == ""


def test_an_old_python_can_read_the_file_to_tell_it():
    ast.parse(SOURCE.read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.fixture
def root(tmp_path):
    for name in bootstrap.PINS:
        (tmp_path / name).write_text("pins")
    return tmp_path


def test_the_same_python_place_and_pins_give_the_same_stamp(root):
    assert bootstrap.stamp(root, "3.11.7") == bootstrap.stamp(root, "3.11.7")


@pytest.mark.parametrize("name", bootstrap.PINS)
def test_other_pins_are_brought_up_to_date_in_place(root, name):
    before = bootstrap.stamp(root, "3.11.7")
    (root / name).write_text("other pins")
    after = bootstrap.stamp(root, "3.11.7")
    assert before != after
    assert not bootstrap.is_stale(before, after)


def test_another_python_an_unfinished_or_a_moved_set_up_is_made_anew(root):
    wanted = bootstrap.stamp(root, "3.11.7")
    assert bootstrap.is_stale(bootstrap.stamp(root, "3.12.1"), wanted)
    assert bootstrap.is_stale("", wanted)
    assert bootstrap.is_stale(wanted.replace(root.name, "elsewhere"), wanted)


def test_missing_libraries_are_named_by_their_packages():
    libraries = {"libEGL.so.1": "libegl1", "libGL.so.1": "libgl1", "libz.so.1": "zlib1g"}
    assert bootstrap.missing_packages(libraries, {"libGL.so.1"}.__contains__) == ["libegl1", "zlib1g"]
    assert bootstrap.please_install(["libegl1", "zlib1g"]).endswith("apt-get install libegl1 zlib1g")


def test_a_library_that_is_nowhere_does_not_load():
    assert not bootstrap.loads("libnowhere.so.0")


@pytest.mark.parametrize(
    ("system", "environ", "seen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_only_a_linux_can_be_without_a_display(system, environ, seen):
    assert bootstrap.has_display(system, environ) is seen
    assert ("QT_QPA_PLATFORM" not in bootstrap.environment(system, environ)) is seen


def test_commands_inherit_the_environment_and_a_platform_somebody_chose():
    inside = bootstrap.environment("linux", {"QT_QPA_PLATFORM": "vnc", "LANG": "zh_CN.UTF-8"})
    assert inside == {"QT_QPA_PLATFORM": "vnc", "LANG": "zh_CN.UTF-8", "PYTHONUTF8": "1"}


def test_all_undoes_the_filter_of_slow_tests_and_the_rest_goes_to_pytest():
    assert bootstrap.pytest_command(["-k", "leave"])[1:] == ["-n", "auto", "-k", "leave"]
    assert bootstrap.pytest_command(["--all", "-x"])[1:] == ["-n", "auto", "-m", "", "-x"]


@pytest.mark.parametrize(
    ("day", "week"),
    [(date(2026, 11, 21), "2026-W47"), (date(2027, 1, 3), "2026-W53"), (date(2026, 1, 5), "2026-W02")],
)
def test_weeks_are_those_of_the_command_line(day, week):
    assert bootstrap.iso_week(day) == week


def test_no_word_or_a_wrong_one_shows_the_verbs(capsys):
    assert bootstrap.main([]) == 0
    assert bootstrap.main(["fly"]) == 2
    shown = capsys.readouterr().out
    assert all(
        f"  {verb} " in shown
        for verb in ("run", "test", "gates", "translate", "pictures", "build", "wheelhouse")
    )
