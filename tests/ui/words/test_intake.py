"""Every word of an import, in both languages."""

import pytest

from dutydesk.domain.lists.table import Aside, Column, Ignored, Refused, Why
from dutydesk.services.intake import Doubt, Doubtful, Fate
from ui.i18n import CHINESE, ENGLISH, set_language
from ui.words import intake as texts

SAID = {
    "column": (texts.column_text, list(Column)),
    "fate": (texts.fate_text, list(Fate)),
    "refused": (texts.refused_text, [Refused("名单", 3, why, "X7") for why in Why]),
    "ignored": (texts.ignored_text, [Ignored("名单", 3, aside, "X7") for aside in Aside]),
    "doubt": (texts.doubt_text, [Doubtful("名单", 3, doubt, "X7") for doubt in Doubt]),
    "field": (
        texts.field_text,
        ["section", "title", "rank", "phone", "short_phone", "joined", "left", "note", "posts", "sort"],
    ),
}


@pytest.mark.parametrize("kind", SAID)
def test_every_code_has_words_of_its_own_in_both_languages(kind):
    word, codes = SAID[kind]
    for language in (ENGLISH, CHINESE):
        set_language(language)
        said = [word(code) for code in codes]
        assert all("{" not in text for text in said)
        assert len(set(said)) == len(said)
        chinese = [any("\u4e00" <= letter <= "\u9fff" for letter in text) for text in said]
        assert all(chinese) if language == CHINESE else not any(chinese)
