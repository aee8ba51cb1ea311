import json

import pytest

CALL = ("--kind", "call_in", "--unit", "水利局", "--person", "曾堃", "--content", "水库水位超汛限")


@pytest.fixture
def logged(dutydesk, file):
    """A file with one call in its log."""
    said = dutydesk("log", "add", file, *CALL, "--open")
    assert (said.code, said.out) == (0, "Entry 1 is kept.\n")
    return file


def found(dutydesk, file, *asked):
    said = dutydesk("log", "search", file, *asked, "--json")
    assert said.code == 0
    return [each["number"] for each in json.loads(said.out)]


def test_what_was_kept_is_found_by_any_piece_initials_kind_and_openness(dutydesk, logged):
    for asked in (["水位"], ["zk"], ["ck"], ["", "--kind", "call_in"], ["", "--open"]):
        assert found(dutydesk, logged, *asked) == [1]
    for asked in (["台风"], ["", "--kind", "patrol"], ["水位", "--to", "2020-01-01"]):
        assert found(dutydesk, logged, *asked) == []
    assert "水库水位超汛限" in dutydesk("log", "search", logged, "水利").out
    assert dutydesk("log", "search", logged, "台风").out == "Nothing was found.\n"


def test_an_entry_of_a_time_to_come_or_without_words_is_refused(dutydesk, file):
    assert dutydesk("log", "add", file, *CALL, "--date", "2099-01-01").code == 3
    assert dutydesk("log", "add", file, "--kind", "call_in").code == 3
    assert dutydesk("log", "add", file, "--kind", "gossip").code == 2
    assert found(dutydesk, file, "") == []


def test_when_it_happened_may_be_said(dutydesk, file):
    assert dutydesk("log", "add", file, *CALL, "--date", "2026-07-01", "--at", "03:00").code == 0
    (entry,) = json.loads(dutydesk("log", "search", file, "水位", "--json").out)
    assert entry["at"] == "2026-07-01T03:00:00+08:00"
    assert entry["typed_at"] > entry["at"]


@pytest.mark.parametrize("what", [("--shift", "2026-11-20/full_day"), ("--register", "visitors")])
def test_a_shift_or_a_register_is_written_as_a_file(dutydesk, logged, tmp_path, what):
    out = tmp_path / "log.csv"
    said = dutydesk("log", "export", logged, *what, "--format", "csv", "-o", out)
    assert (said.code, said.err) == (0, "")
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")


def test_one_of_both_must_be_said(dutydesk, logged, tmp_path):
    assert dutydesk("log", "export", logged, "--format", "csv", "-o", tmp_path / "x").code == 2
