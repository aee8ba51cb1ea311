"""Every code of the domain has its words, in both languages."""

from datetime import date

import pytest

from dutydesk.domain.brief import brief
from dutydesk.domain.calendar import LegalClass, RotationClass
from dutydesk.domain.candidates import Obstacle
from dutydesk.domain.leave import Half
from dutydesk.domain.people import ExemptionScope
from dutydesk.domain.presets import PresetKind
from dutydesk.domain.rules import Finding, Rule, Severity, check
from tests.builders import a_place, a_preset, drawn
from ui.i18n import CHINESE, ENGLISH, set_language
from ui.words import planning as texts

WORDED = [
    (texts.class_text, RotationClass),
    (texts.legal_text, LegalClass),
    (texts.severity_text, Severity),
    (texts.scope_text, ExemptionScope),
    (texts.half_text, Half),
    (texts.obstacle_text, Obstacle),
    (texts.preset_text, PresetKind),
]
FACTS = {
    Rule.REST_TOO_SHORT: (("earlier", "2026-11-15"), ("later", "2026-11-16")),
    Rule.WEEK_LIMIT: (("count", "3"), ("limit", "2")),
    Rule.NO_LEADER: (("reason", "两会"),),
    Rule.UNFAIR: (("post", "officer"), ("rotation", "workday"), ("fewest", "1"), ("most", "4")),
    Rule.YEAR_WITHOUT_NOTICE: (("year", "2027"),),
    Rule.UNCONFIRMED_EXEMPTION: (("reason", "病"),),
    Rule.NOT_SENT_UP: (("first", "2026-10-01"), ("last", "2026-10-07")),
}
NAMES = ({"p0": "李堃", "p1": "赵喆"}, {"officer": "值班员"}, {"full_day": "全天班"})


def chinese(text):
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


@pytest.mark.parametrize(("word", "codes"), WORDED, ids=lambda value: value.__name__)
def test_every_code_has_words_of_its_own_in_both_languages(word, codes):
    set_language(ENGLISH)
    english = [word(code) for code in codes]
    set_language(CHINESE)
    said = [word(code) for code in codes]
    assert not any(map(chinese, english))
    assert all(map(chinese, said)), said
    assert len(set(said)) == len(set(english)) or word is texts.class_text


@pytest.mark.parametrize("kind", PresetKind)
def test_every_name_that_a_preset_gives_is_worded(kind):
    made = a_preset(kind)
    codes = [each.name for each in (*made.posts, *made.shifts, *made.leave_types)]
    codes += [seat for post in made.posts for seat in post.seats]
    set_language(CHINESE)
    assert all(chinese(texts.preset_word(code)) for code in codes)


def sentence(rule, facts=None):
    finding = Finding(rule, date(2026, 11, 16), a_place(), ("p0", "p1"), facts or FACTS.get(rule, ()))
    return texts.finding_text(finding, *NAMES)


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
@pytest.mark.parametrize("rule", Rule)
def test_every_finding_is_a_whole_sentence(rule, language):
    set_language(language)
    text = sentence(rule)
    assert text.endswith((".", "。"))
    assert "{" not in text
    assert chinese(text.replace("李堃", "").replace("赵喆", "").replace("值班员", "").replace("全天班", "")
                   .replace("两会", "").replace("病", "")) is (language == CHINESE)  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Rule.EMPTY_PLACE, ["16 Nov", "值班员", "全天班"]),
        (Rule.PAIR_TOGETHER, ["16 Nov", "李堃, 赵喆"]),
        (Rule.REST_TOO_SHORT, ["15 Nov", "16 Nov"]),
        (Rule.WEEK_LIMIT, ["3", "2"]),
        (Rule.UNFAIR, ["值班员", "working day", "1", "4"]),
        (Rule.NOT_SENT_UP, ["1 Oct", "7 Oct"]),
    ],
)
def test_a_finding_says_where_and_who_in_words(rule, words):
    assert all(word in sentence(rule) for word in words)


def test_what_nobody_has_a_name_for_is_called_by_its_id():
    finding = Finding(Rule.ON_LEAVE, date(2026, 11, 16), a_place(), ("gone",))
    assert "gone" in texts.finding_text(finding, {}, {}, {})


def test_what_the_rules_find_can_be_said():
    """The facts that a rule gives are those that its sentence asks for."""
    office = drawn("ann **..*..\nbob .......")
    found = check(brief(office))
    assert {each.rule for each in found} >= {Rule.EMPTY_PLACE, Rule.REST_TOO_SHORT, Rule.WEEK_LIMIT}
    assert all("{" not in texts.finding_text(each, {}, {}, {}) for each in found)
