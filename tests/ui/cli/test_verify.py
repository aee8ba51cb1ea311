import os
import re
import sqlite3
from contextlib import closing

import pytest

from dutydesk.services import seals
from dutydesk.services.files import open_file
from ui.own_folder import own_folder

EXPORT = ("--week", "2026-W47", "--format", "html", "-o")


@pytest.fixture(autouse=True)
def own(tmp_path, monkeypatch):
    """Another computer for each test."""
    for name in ("LOCALAPPDATA", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "own"))


def head(path):
    with closing(open_file(path)) as store:
        return seals.anchor(store)


def deeds(path):
    with closing(sqlite3.connect(path)) as raw:
        return [row[0] for row in raw.execute("select deed from journal order by seq")]


def occasions(path):
    with closing(sqlite3.connect(path)) as raw:
        return [row[0] for row in raw.execute("select occasion from seal order by seq")]


def rewritten(path):
    """Another hash at the newest entry."""
    anchor = head(path)
    return f"{anchor.device[:4]}:{anchor.seq}:{'0' * 16}"


def beyond(path):
    anchor = head(path)
    return f"{anchor.device[:4]}:{anchor.seq + 1}:{anchor.hash[:16]}"


def elsewhere(_):
    """An anchor of another office's paper."""
    return "ffff:1:" + "0" * 16


def test_an_untouched_file_is_said_to_be_so_with_its_anchor(dutydesk, file):
    said = dutydesk("verify", file)
    assert (said.code, said.err) == (0, "")
    assert re.search(r"Unaltered: \d+ entries, device [0-9a-f]{16}, head [0-9a-f]{16}\.", said.out)


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("update person set phone = '110'", "Not as the journal says: person "),
        (
            "delete from wish; drop trigger journal_no_update",
            "journal_no_update of the journal was taken away",
        ),
        ("drop trigger journal_no_delete; delete from journal where seq = 9", "Entry 10 of the journal"),
    ],
)
def test_what_was_changed_behind_the_program_is_a_finding(dutydesk, file, statement, where):
    with closing(sqlite3.connect(file)) as raw:
        raw.executescript(statement)
    said = dutydesk("verify", file)
    assert (said.code, said.err) == (1, "")
    assert where in said.out


def test_the_anchor_of_a_printed_page_is_found_as_long_as_nothing_was_rewritten(dutydesk, file, tmp_path):
    assert dutydesk("export", file, *EXPORT, tmp_path / "week.html").code == 0
    printed = re.search(
        r"\w{4}:\d+:(?:[0-9a-f]{4}-){3}[0-9a-f]{4}", (tmp_path / "week.html").read_text("utf-8")
    )[0]
    dutydesk("plan", file, "--from", "2026-12-01", "--to", "2026-12-31")
    said = dutydesk("verify", file, "--against", printed)
    assert (said.code, said.err) == (0, "")
    assert f"Found and equal: everything up to {printed}" in said.out


@pytest.mark.parametrize(
    ("anchor", "code", "words"),
    [
        (rewritten, 1, "Rewritten"),
        (beyond, 1, "Missing: the file ends before"),
        (elsewhere, 2, "Unknown"),
    ],
)
def test_an_anchor_that_is_not_in_the_file_is_told(dutydesk, file, anchor, code, words):
    said = dutydesk("verify", file, "--against", anchor(file))
    assert said.code == code
    assert words in (said.out if code == 1 else said.err)
    assert len(said.err.splitlines()) == code - 1


def test_a_changed_file_is_a_finding_even_where_the_anchor_is_of_another_device(dutydesk, file):
    with closing(sqlite3.connect(file)) as raw:
        raw.executescript("update person set phone = '110'")
    said = dutydesk("verify", file, "--against", elsewhere(file))
    assert (said.code, said.err) == (1, "")
    assert "Unknown" in said.out


@pytest.mark.parametrize(
    "typed", ["", "1042", "a3f9:1042", "a3f9:1042:9f31", "a3f9:x:9f31c0de1234abcd", "堃"]
)
def test_an_anchor_that_is_none_is_told_in_one_line(dutydesk, file, typed):
    said = dutydesk("verify", file, "--against", typed)
    assert (said.code, said.out, len(said.err.splitlines())) == (2, "", 1)
    assert "is no anchor" in said.err


def test_export_and_backup_seal_the_file_once(dutydesk, file, tmp_path):
    dutydesk("export", file, *EXPORT, tmp_path / "week.html")
    dutydesk("backup", file, tmp_path / "copies")
    assert occasions(file) == ["export"]
    dutydesk("plan", file, "--from", "2026-12-01", "--to", "2026-12-31")
    dutydesk("backup", file, tmp_path / "copies")
    dutydesk("plan", file, "--from", "2027-01-01", "--to", "2027-01-31")
    dutydesk("backup", file)
    assert occasions(file) == ["export", "backup", "backup"]
    assert deeds(file).count("make_seal_key") == 1
    said = dutydesk("verify", file)
    assert said.code == 0
    assert "Sealed up to entry" in said.out


def test_a_key_that_cannot_be_kept_is_told_and_the_copy_is_made_all_the_same(dutydesk, file, tmp_path):
    (tmp_path / "own").write_text("a file")
    said = dutydesk("backup", file, tmp_path / "copies")
    assert (said.code, len(said.err.splitlines())) == (0, 1)
    assert list((tmp_path / "copies").glob("*.duty"))
    assert occasions(file) == []


def test_a_file_whose_end_was_cut_off_is_told_by_what_this_computer_sealed(dutydesk, file, tmp_path):
    old = file.read_bytes()
    dutydesk("plan", file, "--from", "2026-12-01", "--to", "2026-12-31")
    dutydesk("backup", file, tmp_path / "copies")
    file.write_bytes(old)
    said = dutydesk("verify", file)
    assert said.code == 1
    assert "was sealed on this computer and is not in the file" in said.out


@pytest.mark.skipif(os.name != "posix", reason="the folder has another name there")
def test_the_key_lies_with_the_user_s_settings(monkeypatch, tmp_path):
    assert own_folder() == tmp_path / "own" / "DutyDesk"
    monkeypatch.delenv("LOCALAPPDATA")
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert own_folder() == tmp_path / ".config" / "DutyDesk"
