from datetime import date

import pytest

from ui import i18n

MONDAY = date(2026, 11, 16)
NAMES = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")


@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({"LC_ALL": "zh_CN.UTF-8"}, i18n.CHINESE),
        ({"LANG": "zh_CN.UTF-8"}, i18n.CHINESE),
        ({"LANG": "zh"}, i18n.CHINESE),
        ({"LANG": "en_GB.UTF-8"}, i18n.ENGLISH),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, i18n.ENGLISH),
        ({"LC_MESSAGES": "zh_CN", "LANG": "en_US"}, i18n.CHINESE),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, i18n.ENGLISH),
        ({"LANG": "C.UTF-8", "LANGUAGE": "zh_CN"}, i18n.ENGLISH),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, i18n.CHINESE),
        ({"LANG": "de_DE.UTF-8"}, i18n.ENGLISH),
    ],
)
def test_the_systems_language(monkeypatch, environment, spoken):
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert i18n.system_language() == spoken


@pytest.mark.parametrize(
    ("windows", "spoken"),
    [("Chinese (Simplified)_China", i18n.CHINESE), ("English_United States", i18n.ENGLISH)],
)
def test_without_an_environment_windows_is_asked(monkeypatch, windows, spoken):
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(i18n.locale, "getlocale", lambda: (windows, "936"))
    assert i18n.system_language() == spoken


def test_an_unknown_language_is_english():
    i18n.set_language("fr")
    assert i18n.language() == i18n.ENGLISH


def test_a_message_is_filled_by_name():
    assert i18n.tr("{count} places are empty", count=3) == "3 places are empty"


def test_braces_of_a_value_stay_as_they_are():
    assert i18n.tr("{name} is late", name="{x}") == "{x} is late"


@pytest.mark.parametrize(("n", "said"), [(1, "1 row"), (2, "2 rows"), (0, "0 rows")])
def test_a_count_chooses_its_form(n, said):
    assert i18n.tr_n("{n} row", "{n} rows", n) == said


def test_a_word_in_a_context():
    assert i18n.tr_in("menu", "Leave") == "Leave"


def test_days_in_english():
    said = [
        f(MONDAY) for f in (i18n.weekday, i18n.short_weekday, i18n.long_day, i18n.full_day, i18n.long_month)
    ]
    assert said == ["Mon", "Mon", "16 Nov", "16 Nov 2026", "Nov 2026"]


def test_every_month_has_its_name():
    assert [i18n.long_day(date(2026, month, 1)) for month in (1, 5, 12)] == ["1 Jan", "1 May", "1 Dec"]


@pytest.mark.parametrize(("words", "begun"), [("call in", "Call in"), ("来电", "来电"), ("", "")])
def test_a_button_begins_with_a_capital_where_the_script_has_any(words, begun):
    assert i18n.leading(words) == begun
