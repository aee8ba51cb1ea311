import pytest

from dutydesk.domain.followups import Colour, Urgency
from dutydesk.domain.handover import HandoverRules, ItemKind
from ui.words.handover import colour_text, equipment_list, equipment_text, item_text, urgency_text


@pytest.mark.parametrize(
    ("text", "kind"), [(item_text, ItemKind), (colour_text, Colour), (urgency_text, Urgency)]
)
def test_every_code_has_a_word_of_its_own(text, kind):
    assert len({text(each) for each in kind}) == len(kind)


def test_the_equipment_of_the_rules_has_words_and_the_offices_own_words_stay():
    names = HandoverRules().equipment
    assert len({equipment_text(each) for each in names}) == len(names)
    assert equipment_list(["keys", "无人机"]) == "keys, 无人机"
