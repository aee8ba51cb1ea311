import pytest

from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.points import DisciplineRules
from dutydesk.domain.violations import State
from ui.words.discipline import consequence_text, kind_text, points_text, state_text


@pytest.mark.parametrize(("word", "codes"), [(kind_text, ViolationKind), (state_text, State)])
def test_every_kind_and_state_has_a_word_of_its_own(word, codes):
    words = {word(each) for each in codes}
    assert len(words) == len(codes)
    assert not any("_" in each for each in words)


def test_what_the_rules_name_has_a_word_and_what_the_office_adds_stands_as_entered():
    assert all(kind_text(kind) != kind or kind == "other" for kind, _, _ in DisciplineRules().points)
    assert [consequence_text(each) for each in ("merit_lost", "诫勉谈话")] == [
        "merit selection lost",
        "诫勉谈话",
    ]


def test_points_are_written_without_needless_noughts():
    assert [points_text(each) for each in (500, 250, 0, -25)] == ["5", "2.5", "0", "-0.25"]
