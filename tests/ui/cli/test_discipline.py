import io
import json

import docx
import pytest
import time_machine

WEEK = ("--from", "2026-11-16", "--to", "2026-11-22")


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel("2026-11-23T02:00:00Z", tick=True):
        yield


def test_everybody_starts_with_a_hundred(dutydesk, file):
    said = dutydesk("score", file, "--year", "2026", "--json")
    told = json.loads(said.out)
    assert {each["net"] for each in told} == {100}
    assert len(dutydesk("score", file, "--year", "2026").out.splitlines()) == len(told) + 1


def test_a_year_that_is_not_over_is_not_closed(dutydesk, file):
    said = dutydesk("score", file, "--year", "2026", "--close")
    assert (said.code, said.err) == (3, "The year 2026 is not over. Close its sheets when it is.\n")
    assert dutydesk("score", file, "--year", "2025", "--close").code == 0
    assert dutydesk("score", file, "--year", "2025", "--close").code == 3


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_a_circular_is_written_as_docx_or_pdf(dutydesk, file, tmp_path, suffix):
    out = tmp_path / f"circular.{suffix}"
    said = dutydesk("circular", file, *WEEK, "--demand", "Fill in the log", "-o", out)
    assert (said.code, said.err) == (0, "")
    data = out.read_bytes()
    if suffix == "docx":
        texts = [each.text for each in docx.Document(io.BytesIO(data)).paragraphs]
        assert texts[0] == "Circular on duty discipline (draft)"
        assert "(1) Fill in the log, by 29 Nov 2026." in texts
    else:
        assert data.startswith(b"%PDF")


def test_an_issued_circular_has_its_number(dutydesk, file, tmp_path):
    out = tmp_path / "circular.docx"
    assert dutydesk("circular", file, *WEEK, "--unnamed", "--issue", "-o", out).code == 0
    assert docx.Document(out).paragraphs[0].text == "Circular on duty discipline (No. 1 of 2026)"
    late = ("--from", "2026-11-23", "--to", "2026-11-29")
    assert dutydesk("circular", file, *late, "--issue", "-o", out).code == 3


def test_a_circular_never_takes_the_place_of_the_duty_file_or_another_kind(dutydesk, file, tmp_path):
    assert dutydesk("circular", file, *WEEK, "-o", tmp_path / "circular.txt").code == 2
    pdf = file.rename(file.with_suffix(".pdf"))
    before = pdf.read_bytes()
    assert dutydesk("circular", pdf, *WEEK, "-o", pdf).code == 4
    assert pdf.read_bytes() == before


def test_rest_is_shown_and_its_statement_written(dutydesk, file, tmp_path):
    assert json.loads(dutydesk("rest", file, "--json").out) == []
    assert dutydesk("rest", file).out.splitlines() == ["Name\tEarned\tTaken\tExpired\tLeft\tExpires soon"]
    out = tmp_path / "statement.csv"
    assert dutydesk("rest", file, "--month", "2026-11", "--format", "csv", "-o", out).code == 0
    assert out.stat().st_size
    assert dutydesk("rest", file, "--month", "2026-11").code == 2
