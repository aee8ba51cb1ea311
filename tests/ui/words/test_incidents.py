import pytest

from dutydesk.domain.incidents import NEEDED, Channel, ClockBase, ClockState, Grade, ReportKind
from ui.i18n import CHINESE, set_language
from ui.words.incidents import (
    channel_text,
    clock_base_text,
    clock_state_text,
    fact_text,
    facts_text,
    grade_text,
    report_kind_text,
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (grade_text, Grade), (channel_text, Channel), (clock_state_text, ClockState),
        (clock_base_text, ClockBase),
    ],
)  # fmt: skip
def test_every_code_has_a_word_of_its_own(text, kind):
    words = [text(each) for each in kind]
    assert len(set(words)) == len(words)


def test_follow_up_reports_are_told_with_their_number():
    words = [report_kind_text(kind, 2) for kind in ReportKind]
    assert words == ["initial report", "follow-up report 2", "final report"]


def test_everything_a_report_must_say_has_a_label():
    set_language(CHINESE)
    assert all(fact_text(name) for names in NEEDED.values() for name in names)
    assert facts_text(["nothing known"]) == "nothing known"
