import json
import random
import shutil
from time import perf_counter

import pytest

from dutydesk.storage.backup import MANIFEST, digest
from tests.ui.cli.commands import ON_A_FILE, PERIOD, filled
from tests.ui.cli.conftest import DATA
from tests.ui.cli.programs import ROW_BY_ROW, WITHOUT_QT, killed, ran, said_by

WINTER = ("--from", "2026-12-01", "--to", "2027-01-31")


def test_no_command_needs_qt(file, tmp_path):
    commands = [
        ["--help"],
        ["new", tmp_path / "new.duty", "--name", "X"],
        ["demo", tmp_path / "demo.duty"],
        *(filled(name, file, tmp_path / name) for name in ON_A_FILE),
        ["restore", file, tmp_path / "restored.duty"],
    ]
    said = ran(json.dumps(commands, default=str), program=("-c", WITHOUT_QT))
    assert [line for line in said.stderr.splitlines() if not line.endswith(" 0 no Qt")] == []
    assert len(said.stderr.splitlines()) == len(commands)


def test_the_program_answers_with_json_and_exit_codes(file, tmp_path):
    said = ran("plan", file, *PERIOD, "--json")
    assert (said.returncode, said.stderr) == (0, "")
    assert json.loads(said.stdout)["filled"] == 120
    missing = ran("verify", tmp_path / "missing.duty", "--lang", "zh_CN")
    assert (missing.returncode, missing.stdout, len(missing.stderr.splitlines())) == (4, "", 1)


def test_a_page_is_made_without_a_screen(file, tmp_path):
    out = tmp_path / "week.pdf"
    said = ran("export", file, "--week", "2026-W47", "--format", "pdf", "-o", out)
    assert (said.returncode, said.stderr) == (0, "")
    assert out.read_bytes().startswith(b"%PDF")


# Killed in the middle of its work: what is left is what was before, or all of what was to come.


def kills(base, arguments, folder, times, **how):
    """Kill a command so many times, each on a fresh copy of `base` (None: on no file); gives copy and kill.

    In turn anywhere in the run, and in the milliseconds after it began to write. First it runs once, whole.
    """
    began = perf_counter()
    assert ran(*arguments(_copy(base, folder / "whole"))).returncode == 0
    whole = perf_counter() - began
    chance = random.Random(times)  # noqa: S311 - moments, not secrets
    for number in range(times):
        after = -chance.uniform(0.0, 0.02) if number % 2 else chance.uniform(0.3, 1.05) * whole
        file = _copy(base, folder / str(number))
        yield file, killed(*arguments(file), file=file, after=after, **how)


def _copy(base, folder):
    folder.mkdir()
    file = folder / "office.duty"
    return shutil.copy(base, file) if base else file


def halves(base, arguments, folder, times, **how):
    """The kills of a command, and the files that were left neither as before nor as after the whole run."""
    done, left = [], []
    before, after = said_by(base), None
    for file, kill in kills(base, arguments, folder, times, **how):
        after = after or said_by(folder / "whole" / "office.duty")
        assert before != after
        done.append(kill)
        if said_by(file) not in (before, after):
            left.append(file)
    return done, left


def figures(done):
    """How many kills landed before the end, and how many inside an open deed."""
    running, inside = sum(not each.ended for each in done), sum(each.inside for each in done)
    return {"kills": len(done), "running": running, "inside": inside}


@pytest.fixture
def unpeopled(tmp_path):
    path = tmp_path / "unpeopled.duty"
    assert ran("new", path, "--name", "滨江区政府办公室").returncode == 0
    return path


@pytest.mark.slow
@pytest.mark.parametrize("name", ["plan", "import"])
def test_a_killed_deed_is_kept_whole_or_not_at_all(name, template, unpeopled, tmp_path, record_property):
    base, arguments = {
        "plan": (template, lambda file: ("plan", file, *WINTER)),
        "import": (unpeopled, lambda file: ("import", file, "people", DATA / "staff_binjiang.xlsx")),
    }[name]
    done, left = halves(base, arguments, tmp_path, 50)
    record_property("kills", figures(done))
    assert left == []
    assert sum(kill.inside for kill in done) >= 3, figures(done)


@pytest.mark.slow
def test_a_writer_that_keeps_every_row_by_itself_is_found_out(template, tmp_path):
    per_row = ("-c", ROW_BY_ROW)
    done, left = halves(template, lambda file: ("plan", file, *WINTER), tmp_path, 10, program=per_row)
    assert sum(not kill.ended for kill in done) >= 5, figures(done)
    assert left


@pytest.mark.slow
@pytest.mark.parametrize("command", [("new", "--name", "滨江区政府办公室"), ("demo",)], ids=["new", "demo"])
def test_a_killed_founding_leaves_a_whole_file_or_none_and_no_hindrance(command, tmp_path, record_property):
    def arguments(file):
        return command[0], file, *command[1:]

    done = []
    for file, kill in kills(None, arguments, tmp_path, 12):
        done.append(kill)
        if not file.exists():
            assert ran(*arguments(file)).returncode == 0
        assert said_by(file) == said_by(tmp_path / "whole" / "office.duty")
    record_property("kills", figures(done))


@pytest.mark.slow
def test_a_killed_backup_leaves_whole_copies_only_and_no_hindrance(template, tmp_path, record_property):
    done = []
    for file, kill in kills(template, lambda file: ("backup", file, file.parent / "copies"), tmp_path, 12):
        done.append(kill)
        copies = file.parent / "copies"
        for copy in copies.glob("*.duty"):
            assert said_by(copy) == said_by(file)
        assert ran("backup", file, copies).returncode == 0
        listed = json.loads((copies / MANIFEST).read_text("utf-8"))
        assert listed
        assert all(digest(copies / name) == known for name, known in listed.items())
    record_property("kills", figures(done))


@pytest.mark.slow
def test_a_killed_restore_leaves_the_old_file_or_the_backup(template, tmp_path, record_property):
    backup = tmp_path / "backup.duty"
    assert ran("new", backup, "--name", "别的办公室").returncode == 0
    done = []
    for file, kill in kills(template, lambda file: ("restore", backup, file), tmp_path, 12):
        done.append(kill)
        assert said_by(file) in (said_by(template), said_by(backup))
        assert ran("restore", backup, file).returncode == 0
        assert said_by(file) == said_by(backup)
    record_property("kills", figures(done))
