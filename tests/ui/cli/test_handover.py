import json

SHIFT = ("--shift", "2026-11-16/full_day")


def test_a_sheet_is_shown_in_words_and_as_facts(dutydesk, file):
    said = dutydesk("handover", "show", file, *SHIFT)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[-1] == "Not handed over yet."
    told = json.loads(dutydesk("handover", "show", file, *SHIFT, "--json").out)
    assert told["starts"] == "2026-11-16T08:00+08:00"
    assert (told["quiet"], told["open_items"], len(told["on_duty"])) == (True, [], 4)


def test_a_shift_that_there_is_not_is_refused(dutydesk, file):
    for shift in ("2026-11-16/noon", "nonsense"):
        assert dutydesk("handover", "show", file, "--shift", shift).code == 3


def test_the_sheet_is_written_as_a_file(dutydesk, file, tmp_path):
    out = tmp_path / "handover.html"
    said = dutydesk("handover", "print", file, *SHIFT, "--format", "html", "-o", out)
    assert (said.code, said.err) == (0, "")
    assert "Nothing unusual in this shift." in out.read_text("utf-8")
