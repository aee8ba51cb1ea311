"""Without a network everything comes from a folder of wheels, and from nowhere else."""

from __future__ import annotations

import ast
from pathlib import Path

import bootstrap
import wheelhouse


def wheels(folder):
    folder.mkdir(exist_ok=True)
    (folder / "click-8-py3-none-any.whl").touch()
    return folder


def test_the_folder_is_named_and_the_other_words_stay(tmp_path):
    words = ["-k", "leave", "--wheelhouse", str(tmp_path), "-x"]
    assert wheelhouse.taken(words, tmp_path) == (tmp_path, ["-k", "leave", "-x"])


def test_a_folder_beside_is_used_unasked_once_wheels_are_in_it(tmp_path):
    assert wheelhouse.taken(["-x"], tmp_path) == (None, ["-x"])
    (tmp_path / "wheelhouse").mkdir()
    assert wheelhouse.taken([], tmp_path)[0] is None
    assert wheelhouse.taken([], tmp_path)[0] is None
    found = wheels(tmp_path / "wheelhouse")
    assert wheelhouse.taken([], tmp_path) == (found, [])


def test_pip_looks_there_and_nowhere_else(tmp_path):
    assert wheelhouse.source(None) == ()
    assert wheelhouse.source(tmp_path) == ("--no-index", "--find-links", str(tmp_path))


def test_a_folder_without_wheels_is_refused_before_anything_is_done(tmp_path, capsys):
    assert wheelhouse.complaint(wheels(tmp_path / "full")) == ""
    assert bootstrap.main(["run", "--wheelhouse", str(tmp_path)]) == 1
    assert f"no wheels in {tmp_path}" in capsys.readouterr().err


def test_what_is_collected_is_held_to_its_hashes_and_may_be_for_another_system(tmp_path):
    command = wheelhouse.collecting("python", tmp_path, ["out", "--platform", "win_amd64"])
    assert {"--require-hashes", "--only-binary"} <= set(command)
    assert command[-4:] == ["-d", str(Path("out").resolve()), "--platform", "win_amd64"]
    assert wheelhouse.collecting("python", tmp_path, [])[-1] == str(tmp_path / "wheelhouse")


def test_an_old_python_can_read_what_the_set_up_loads():
    for name in ("wheelhouse.py", "system_libraries.py"):
        source = Path(bootstrap.__file__).with_name(name).read_text(encoding="utf-8")
        ast.parse(source, feature_version=(3, 6))
