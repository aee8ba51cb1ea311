import pytest

from dutydesk.domain.log import DETAILS, Level, LogEntry, LogKind
from tests.builders import NOW
from ui.i18n import CHINESE, set_language
from ui.words.log import content_of, detail_text, kind_text, level_text, other_side


@pytest.mark.parametrize(("text", "kind"), [(kind_text, LogKind), (level_text, Level)])
def test_every_code_has_a_word_of_its_own(text, kind):
    assert len({text(each) for each in kind}) == len(kind)


def test_every_field_of_every_kind_has_a_label():
    set_language(CHINESE)
    assert all(detail_text(name) for names in DETAILS.values() for name in names)
    assert detail_text("nothing known") == "nothing known"


def test_an_entry_is_told_with_the_fields_of_its_kind():
    entry = LogEntry(
        id="e", kind=LogKind.VEHICLE, at=NOW, typed_at=NOW, content="送文件", unit="车队", person="马明",
        phone="1390", level=Level.INTERNAL, details=(("vehicle", "浙A·00001"), ("driver", "")),
    )  # fmt: skip
    assert content_of(entry) == "[internal]\n送文件\nvehicle: 浙A·00001"
    assert other_side(entry) == "车队\n马明\n1390"
