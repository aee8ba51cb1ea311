"""What holds for every command: one clear line for a failure, its exit code, and nothing changed."""

import sqlite3
from contextlib import closing

import pytest

from tests.ui.cli.commands import ON_A_FILE, PERIOD, filled, folder_of
from ui.i18n import CHINESE, set_language


def told_in_one_line(said, code):
    """Whether a failure is told as the issue wants it."""
    lines = said.err.splitlines()
    return (said.code, len(lines), said.out) == (code, 1, "") and "Traceback" not in said.err


def newer(path):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("insert into _sqlite_migrations values (99, 'dutydesk', 'm900_future', '2031')")
        raw.commit()


def damaged(path):
    with path.open("r+b") as opened:
        opened.seek(4096)
        opened.write(b"\xa5" * 40960)


def tampered(path):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("update duty set day = '2026-11-31' where id = (select min(id) from duty)")
        raw.execute("update tally set rotation = 'sometimes'")
        raw.execute("update leave set first = 'soon'")
        raw.execute("update person set posts = '7'")
        raw.execute("insert into follow_up values ('f', 1, '', '', '', '', '', '', '', '', 9, '', '', '')")
        raw.commit()


BAD_FILES = {
    "missing": (lambda path: path.unlink(), "There is no file"),
    "a text": (lambda path: path.write_text("no database"), "is not a DutyDesk file"),
    "empty": (lambda path: path.write_bytes(b""), "is not a DutyDesk file"),
    "newer": (newer, "newer DutyDesk"),
    "damaged": (damaged, "is damaged"),
    "tampered with": (tampered, "is damaged"),
}


@pytest.mark.parametrize("kind", BAD_FILES)
@pytest.mark.parametrize("name", ON_A_FILE)
def test_a_bad_file_is_told_and_left_as_it_is(dutydesk, file, tmp_path, name, kind):
    spoil, words = BAD_FILES[kind]
    spoil(file)
    before = folder_of(file)
    said = dutydesk(*filled(name, file, tmp_path / "out"))
    if kind == "tampered with" and name == "verify":
        assert said.code == 1
        assert "Not as the journal says" in said.out
    else:
        assert told_in_one_line(said, 4), said
        assert words in said.err
    assert folder_of(file) == before


@pytest.mark.parametrize("name", ON_A_FILE)
def test_a_folder_is_no_file(dutydesk, tmp_path, name):
    assert told_in_one_line(dutydesk(*filled(name, tmp_path, tmp_path / "out")), 4)


WRONG = {
    "no such option": (["plan", "{file}", *PERIOD, "--fast"], "There is no option --fast"),
    "no such option of all": (["--fast"], "There is no option --fast"),
    "no file": (["plan"], "is missing"),
    "no first day": (["plan", "{file}", "--to", "2026-11-30"], "--from is missing"),
    "an option without its value": (["plan", "{file}", "--to", "2026-11-30", "--from"], "--from"),
    "one argument too many": (["verify", "{file}", "twice"], "twice"),
    "31 November": (["plan", "{file}", "--from", "2026-11-31", "--to", "2026-12-31"], "2026-11-31"),
    "the year 1900": (["check", "{file}", "--from", "1900-01-01", "--to", "1900-01-31"], "1900-01-01"),
    "a word for a day": (["show", "{file}", "--date", "tomorrow"], "tomorrow"),
    "from after to": (["plan", "{file}", "--from", "2026-12-01", "--to", "2026-11-01"], "reversed"),
    "week 54": (["show", "{file}", "--week", "2026-W54"], "2026-W47"),
    "month 13": (["export", "{file}", "--month", "2026-13", "--format", "csv", "-o", "x"], "2026-11"),
    "hour 25": (["show", "{file}", "--date", "2026-11-16", "--at", "25:00"], "25:00"),
    "another language": (["verify", "{file}", "--lang", "nonsense"], "--lang"),
    "no language": (["verify", "{file}", "--lang"], "--lang"),
    "no such format": (
        ["export", "{file}", "--week", "2026-W47", "--format", "exe", "-o", "x"],
        "--format knows only pdf",
    ),
    "no such list": (["import", "{file}", "secrets", "x.csv"], "KIND knows only people"),
    "no such preset": (["new", "{file}.new", "--name", "X", "--preset", "lazy"], "--preset knows only 24h"),
    "a name that is no text": (["new", "{file}.new", "--name", "\udcff"], ""),
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_wrong_use_is_told_and_changes_nothing(dutydesk, file, kind):
    arguments, words = WRONG[kind]
    before = folder_of(file)
    said = dutydesk(*(each.format(file=file) for each in arguments))
    assert told_in_one_line(said, 2), said
    assert words in said.err
    assert folder_of(file) == before


TO_CSV = ("--format", "csv", "-o", "x")
REFUSED = {
    "an unknown person": (
        ["export", "{file}", "--week", "2026-W47", "--person", "无此人", *TO_CSV],
        "无此人",
    ),
    "a century": (["plan", "{file}", "--from", "2001-01-01", "--to", "2098-12-31"], "too many"),
    "nothing planned": (["export", "{file}", "--week", "2027-W20", *TO_CSV], "Nothing is planned"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_a_rule_refuses_is_told_and_changes_nothing(dutydesk, file, kind):
    arguments, words = REFUSED[kind]
    before = folder_of(file)
    said = dutydesk(*(each.format(file=file) for each in arguments))
    assert told_in_one_line(said, 3), said
    assert words in said.err
    assert folder_of(file) == before


@pytest.mark.parametrize("place", ["first", "last", "joined"])
def test_the_language_may_be_asked_for_anywhere(dutydesk, file, place):
    asked = ["--lang=zh_CN"] if place == "joined" else ["--lang", "zh_CN"]
    rest = ["verify", file.with_name("missing")]
    said = dutydesk(*(asked + rest if place == "first" else rest + asked))
    assert said.code == 4
    assert any("\u4e00" <= letter <= "\u9fff" for letter in said.err)


def test_a_command_speaks_the_language_of_the_machine(dutydesk, file, monkeypatch):
    set_language(CHINESE)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert "Unaltered" in dutydesk("verify", file).out
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "Unaltered" not in dutydesk("verify", file).out


@pytest.mark.parametrize("name", ["export", "backup"])
def test_an_output_that_cannot_be_written_is_told(dutydesk, file, name):
    before = folder_of(file)
    said = dutydesk(*filled(name, file, file / "inside" / "a" / "file"))
    assert told_in_one_line(said, 4), said
    assert folder_of(file) == before


def test_a_file_that_is_held_is_told(dutydesk, file, monkeypatch):
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("begin exclusive")
        monkeypatch.setattr("dutydesk.storage.connection._PRAGMAS", ("pragma busy_timeout = 0",))
        said = dutydesk("plan", file, *PERIOD)
    assert told_in_one_line(said, 4), said
    assert "another program" in said.err


def test_an_answer_that_cannot_be_written_is_told(dutydesk, file, monkeypatch):
    def full(*_, err=False, **__):
        if not err:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("click.echo", full)
    assert dutydesk("verify", file).code == 4
