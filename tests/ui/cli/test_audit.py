import csv
import io
import json
import sqlite3
from contextlib import closing

import pytest
from openpyxl import load_workbook

from dutydesk.domain.accounts import Account, Role
from dutydesk.domain.sign_in import Secret, SecretKind
from dutydesk.services.changes import deed
from dutydesk.services.disclosures import disclosures
from dutydesk.services.files import open_file
from dutydesk.services.people import staff
from dutydesk.storage.accounts import ACCOUNTS, SECRETS
from tests.builders import BY
from tests.ui.cli.commands import folder_of

ALL = ("--from", "2000-01-01", "--to", "2099-12-31")


def taken(path):
    with closing(open_file(path)) as store:
        return disclosures(store)


def person(path):
    with closing(open_file(path)) as store:
        return staff(store).people[5]


def entries(path):
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("select count(*) from journal").fetchone()[0]


def test_the_changes_are_told_a_line_each_newest_first_and_nothing_is_written(dutydesk, file):
    before = folder_of(file)
    said = dutydesk("audit", file, *ALL)
    lines = said.out.splitlines()
    assert (said.code, said.err, len(lines)) == (0, "", entries(file))
    assert "roster published" in lines[0]
    assert folder_of(file) == before


def test_days_deed_and_person_narrow(dutydesk, file):
    somebody = person(file)
    assert dutydesk("audit", file, "--from", "2099-01-01", "--to", "2099-12-31").out == ""
    published = dutydesk("audit", file, *ALL, "--deed", "roster published").out.splitlines()
    assert len(published) == 1
    assert dutydesk("audit", file, *ALL, "--deed", "publish_roster").out.splitlines() == published
    about = dutydesk("audit", file, *ALL, "--person", somebody.name).out.splitlines()
    assert 0 < len(about) < entries(file)
    assert all(somebody.name in line or "roster published" in line for line in about)


def test_data_for_other_programs_and_that_it_left_is_entered(dutydesk, file):
    said = dutydesk("audit", file, *ALL, "--deed", "publish_roster", "--json")
    (fact,) = json.loads(said.out)
    assert (fact["deed"], fact["table"], fact["turn"]) == ("publish_roster", "publication", "entered")
    assert fact["fields"]["version"] == [None, 1]
    (told,) = taken(file)
    assert told.rows == 1
    assert "roster published" in told.about


@pytest.mark.parametrize("ending", ["csv", "xlsx", "XLSX"])
def test_a_table_to_hand_on_and_that_it_left_is_entered(dutydesk, file, tmp_path, ending):
    out = tmp_path / f"journal.{ending}"
    rows = entries(file)
    said = dutydesk("audit", file, *ALL, "-o", out)
    assert (said.code, said.err) == (0, "")
    if ending == "csv":
        lines = list(csv.reader(io.StringIO(out.read_text("utf-8-sig"), newline="")))
    else:
        lines = list(load_workbook(out).worksheets[0].values)
    assert len(lines) == rows + 2  # the heading, and the entry of this export
    assert [each.rows for each in taken(file)] == [rows]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-o", "out.pdf"], "neither .xlsx nor .csv"),
        (["--deed", "nonsense"], "was never done here"),
        (["--from", "2026-12-01", "--to", "2026-11-01"], "reversed"),
    ],
)
def test_a_wrong_use_is_told_and_enters_nothing(dutydesk, file, arguments, words):
    before = folder_of(file)
    period = [] if "--from" in arguments else ALL
    said = dutydesk("audit", file, *period, *arguments)
    assert (said.code, said.out, len(said.err.splitlines())) == (2, "", 1)
    assert words in said.err
    assert folder_of(file) == before


def test_the_duty_file_is_not_written_over(dutydesk, file, tmp_path):
    target = tmp_path / "office.csv"
    target.write_bytes(file.read_bytes())
    said = dutydesk("audit", target, *ALL, "-o", target)
    assert (said.code, len(said.err.splitlines())) == (4, 1)


def test_no_secret_leaves_the_file(dutydesk, file, tmp_path):
    with closing(sqlite3.connect(file)) as raw:
        hashed = "$argon2id$v=19$secret"
        somebody = raw.execute("select id from person limit 1").fetchone()[0]

    with closing(open_file(file)) as store, deed(store, BY, "found_office") as act:
        act.writing.put(ACCOUNTS, Account(somebody, frozenset({Role.VIEWER})))
        act.writing.put(SECRETS, Secret(somebody, SecretKind.PIN, hashed))
    assert hashed.encode() in file.read_bytes()
    assert "argon2" not in dutydesk("audit", file, *ALL).out
    assert "argon2" not in dutydesk("audit", file, *ALL, "--json").out
    dutydesk("audit", file, *ALL, "-o", tmp_path / "journal.csv")
    assert "argon2" not in (tmp_path / "journal.csv").read_text("utf-8-sig")
