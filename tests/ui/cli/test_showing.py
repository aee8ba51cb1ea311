import json
import zipfile

import pytest

from tests.ui.cli.commands import folder_of

WEEK = ("--week", "2026-W47")


def facts(said):
    """The one JSON document of an answer."""
    assert (said.code, said.err) == (0, "")
    return json.loads(said.out)


def test_a_week_is_told_as_the_issue_says(dutydesk, file):
    told = facts(dutydesk("show", file, *WEEK, "--json"))
    assert (told["from"], told["to"], len(told["days"])) == ("2026-11-16", "2026-11-22", 7)
    assert [day["class"] for day in told["days"]] == ["workday"] * 5 + ["restday"] * 2
    for day in told["days"]:
        assert list(day) == ["date", "class", "festival", "duties"]
        assert len(day["duties"]) == 4
        for duty in day["duties"]:
            assert list(duty) == [
                "shift", "post", "person", "section", "phone", "planned", "starts", "ends", "note",
            ]  # fmt: skip
            assert duty["person"] == duty["planned"]
            assert duty["starts"] == f"{day['date']}T08:00+08:00"


def test_a_day_is_shown_in_words(dutydesk, file):
    said = dutydesk("show", file, "--date", "2026-11-16")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("16 Nov 2026 Mon")
    assert len(said.out.splitlines()) == 5
    assert "16 Nov" not in dutydesk("show", file, "--date", "2026-11-16", "--lang", "zh_CN").out


@pytest.mark.parametrize(
    ("at", "began"),
    [("07:59", "2026-11-15"), ("08:00", "2026-11-16"), ("23:59", "2026-11-16"), ("0:00", "2026-11-15")],
)
def test_whoever_is_on_duty_at_an_hour_may_have_begun_the_day_before(dutydesk, file, at, began):
    told = facts(dutydesk("show", file, "--date", "2026-11-16", "--at", at, "--json"))
    assert [day["date"] for day in told["days"]] == [began]
    assert (told["from"], told["to"]) == ("2026-11-16", "2026-11-16")


def test_a_day_without_a_plan_has_its_places_and_nobody(dutydesk, file):
    (day,) = facts(dutydesk("show", file, "--date", "2026-10-01", "--json"))["days"]
    assert (day["class"], day["festival"]) == ("holiday", "国庆节")
    assert [duty["person"] for duty in day["duties"]] == [None] * 5


@pytest.mark.parametrize(
    "asked", [[], [*WEEK, "--date", "2026-11-16"], [*WEEK, "--at", "8:00"]], ids=["nothing", "both", "no day"]
)
def test_a_day_or_a_week_must_be_asked_for(dutydesk, file, asked):
    said = dutydesk("show", file, *asked)
    assert (said.code, said.out, len(said.err.splitlines())) == (2, "", 1)


@pytest.mark.parametrize(
    ("kind", "begins"),
    [
        ("pdf", b"%PDF-"), ("xlsx", b"PK"), ("docx", b"PK"), ("csv", b"\xef\xbb\xbf"), ("html", b"<!DOCTYPE"),
        ("ics", b"BEGIN:VCALENDAR"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "period", [WEEK, ("--month", "2026-11"), ("--from", "2026-11-01", "--to", "2026-11-09")]
)
def test_each_format_is_written_whole(dutydesk, file, tmp_path, kind, begins, period, request):
    if kind == "pdf":
        request.getfixturevalue("qapp")
    out = tmp_path / f"roster.{kind}"
    said = dutydesk("export", file, *period, "--format", kind, "-o", out)
    assert (said.code, said.err) == (0, "")
    assert out.read_bytes().startswith(begins)
    assert kind not in {"xlsx", "docx"} or zipfile.ZipFile(out).testzip() is None
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == [out.name]


def test_one_persons_duties_can_be_taken_home(dutydesk, file, tmp_path):
    somebody = facts(dutydesk("show", file, *WEEK, "--json"))["days"][0]["duties"][1]["person"]
    out = tmp_path / "mine.ics"
    asked = ("--month", "2026-11", "--person", somebody, "-o", out)
    assert dutydesk("export", file, *asked, "--format", "ics").code == 0
    mine = out.read_text("utf-8").replace("\r\n ", "")
    assert mine.count("BEGIN:VEVENT") == mine.count(somebody) > 0
    assert dutydesk("export", file, *asked, "--format", "csv").code == 0
    assert len(out.read_text("utf-8-sig").splitlines()) == mine.count("BEGIN:VEVENT") + 1


def test_an_older_export_is_replaced(dutydesk, file, tmp_path):
    out = tmp_path / "roster.csv"
    out.write_text("last week's")
    assert dutydesk("export", file, *WEEK, "--format", "csv", "-o", out).code == 0
    assert "last week's" not in out.read_text("utf-8-sig")


@pytest.mark.parametrize(
    "period",
    [[], [*WEEK, "--month", "2026-11"], ["--from", "2026-11-01"], [*WEEK, "--to", "2026-11-30"]],
    ids=["none", "two", "half", "one and a half"],
)
def test_one_period_must_be_asked_for(dutydesk, file, tmp_path, period):
    said = dutydesk("export", file, *period, "--format", "csv", "-o", tmp_path / "x")
    assert (said.code, said.out, len(said.err.splitlines())) == (2, "", 1)
    assert not (tmp_path / "x").exists()


def test_a_folder_is_not_overwritten(dutydesk, file, tmp_path):
    before = folder_of(file)
    said = dutydesk("export", file, *WEEK, "--format", "csv", "-o", tmp_path)
    assert (said.code, said.out, len(said.err.splitlines())) == (4, "", 1)
    assert folder_of(file) == before
    assert [each.name for each in tmp_path.iterdir()] == ["office"]


def test_the_duty_file_itself_is_never_overwritten(dutydesk, file):
    before = folder_of(file)
    for out in (file, file.parent / ".." / "office" / file.name):
        said = dutydesk("export", file, *WEEK, "--format", "csv", "-o", out)
        assert (said.code, said.out, len(said.err.splitlines())) == (4, "", 1)
        assert "exists already" in said.err
    assert folder_of(file) == before
