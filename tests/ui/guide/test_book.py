"""The guide is whole: every page, picture, place, key, command and word on a button that it names is there.

Words on screen stand in 【】 in Chinese and in ** ** in English, so that guide and window cannot part.
"""

import re
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import pytest
from babel.messages.catalog import Message

import catalogue
from ui.cli.group import group
from ui.guide import book
from ui.guide.places import PLACES
from ui.i18n import LANGUAGES, set_language

ROOT = Path(__file__).parents[3]
PLAIN_KEYS = {"Enter", "Tab", "Esc", "Delete", "+", "-"}
QUOTED = {"zh_CN": re.compile(r"【(.+?)】"), "en": re.compile(r"\*\*(.+?)\*\*", re.DOTALL)}
KEY = re.compile(r"`((?:(?:Ctrl|Alt|Shift)\+)*(?:[A-Z]\w*|F\d+|\d|[+\-=]))`")


@pytest.fixture(params=LANGUAGES, autouse=True)
def language(request):
    set_language(request.param)
    yield request.param
    set_language("en")


def pages():
    return [leaf.name for chapter in book.contents() for leaf in chapter.leaves]


def raw(name):
    return (book.folder() / f"{name}.md").read_text(encoding="utf-8")


@lru_cache
def on_screen(language):
    """Every message in a language, as it is seen: without mnemonic and dots."""
    known = [message for message in catalogue.read(catalogue.PO) if message.id]
    return {seen(text) for message in known for text in spoken(message, language)}


@lru_cache
def translations():
    """By an English word on screen: its Chinese, which may differ by place."""
    found = defaultdict(set)
    for message in catalogue.read(catalogue.PO):
        if message.id:
            found[seen(spoken(message, "en")[0])].add(seen(spoken(message, "zh_CN")[0]))
    return found


def spoken(message: Message, language: str):
    said = message.id if language == "en" else message.string
    return said if isinstance(said, (tuple, list)) else (said,)


def seen(text):
    return re.sub(r"\(&\w\)|&|…$|\.\.\.$", "", text).strip(" ：:。.")


def unknown_words(text, language):
    words = on_screen(language)
    return [word for word in QUOTED[language].findall(text) if seen(" ".join(word.split())) not in words]


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "resources/guide/en").glob("*.md")))
def test_every_word_of_a_button_stands_so_on_the_screen(name, language):
    assert unknown_words(raw(name), language) == []


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "resources/guide/en").glob("*.md")))
def test_both_languages_speak_of_the_same_buttons(name):
    quoted = {}
    for language in LANGUAGES:
        set_language(language)
        quoted[language] = {seen(" ".join(word.split())) for word in QUOTED[language].findall(raw(name))}
    chinese = translations()
    assert {word for word in quoted["en"] if not chinese[word] & quoted["zh_CN"]} == set()
    assert quoted["zh_CN"] <= set().union(*(chinese[word] for word in quoted["en"]))


def test_a_word_that_is_on_no_button_is_seen(language):
    assert unknown_words("【天马行空】 **Fly to the moon**", language) == [
        "天马行空" if language == "zh_CN" else "Fly to the moon"
    ]


def test_the_contents_name_every_page_once():
    files = {path.stem for path in book.folder().glob("*.md")} - {"contents"}
    assert sorted(pages()) == sorted(files)


def test_the_title_of_a_page_is_that_of_the_contents():
    titles = {leaf.name: leaf.title for chapter in book.contents() for leaf in chapter.leaves}
    assert {name: raw(name).partition("\n")[0].removeprefix("# ") for name in titles} == titles


def test_both_languages_have_the_same_pages_places_and_pictures():
    def shape(language):
        set_language(language)
        return {name: (book.places(name), re.findall(r"\((pictures/.+?)\)", raw(name))) for name in pages()}

    assert shape("zh_CN") == shape("en")


def test_every_link_leads_to_a_place_and_every_picture_is_there():
    for name in [*pages(), "contents"]:
        for target, place in re.findall(r"\]\((\w+)\.md(?:#([\w-]+))?\)", raw(name)):
            assert not place or place in book.places(target).values(), (name, target, place)
            assert target in pages(), (name, target)
        for picture in re.findall(r"\((pictures/.+?)\)", raw(name)):
            assert (book.folder() / picture).exists(), (name, picture)


def test_no_picture_lies_there_that_no_page_shows():
    shown = {each for name in pages() for each in re.findall(r"\(pictures/(.+?)\)", raw(name))}
    assert {path.name for path in (book.folder() / "pictures").iterdir()} == shown


def test_the_pictures_are_light_to_carry():
    weight = sum(path.stat().st_size for path in (ROOT / "resources/guide").rglob("*.png"))
    assert weight < 4 * 1024 * 1024


def test_f1_leads_to_places_that_exist():
    for place in PLACES.values():
        name, _, at = place.partition("#")
        assert name in pages(), place
        assert not at or at in book.places(name).values(), place


def test_every_key_of_the_guide_is_a_key_of_the_window():
    code = "".join(path.read_text("utf-8") for path in (ROOT / "ui").rglob("*.py"))
    known = PLAIN_KEYS | set(re.findall(r'"((?:(?:Ctrl|Alt|Shift)\+)*(?:[A-Z]\w*|F\d+|\d|[=\-]))"', code))
    known |= {f"F{number}" for number in re.findall(r"Key\.Key_F(\d+)", code)} | {"Ctrl+1", "Ctrl+9"}
    asked = {key for name in pages() for key in KEY.findall(raw(name)) if not key.isupper() or key[0] == "F"}
    assert asked - known == set()


def test_every_command_of_the_guide_is_one():
    lines = [line for name in pages() for line in command_lines(raw(name))]
    assert lines
    assert [line for line in lines if not is_understood(line)] == []


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("dutydesk verify office.dutydesk --against a3f9", True),
        ("dutydesk verify office.dutydesk --loudly", False),
        ("dutydesk leave add office.dutydesk", True),
        ("dutydesk leave lost office.dutydesk", False),
    ],
)
def test_a_command_that_is_none_is_seen(line, known):
    assert is_understood(line) is known


def command_lines(text):
    """The commands of a page, each on one line."""
    joined = text.replace("\\\n", " ")
    return re.findall(r"^dutydesk .+$|(?<=&& )dutydesk .+$", joined, re.MULTILINE)


def is_understood(line):
    """Whether the words lead to a command, and it has the options."""
    command, words = group(), line.partition(" &&")[0].split()[1:]
    while hasattr(command, "commands"):
        command = command.commands.get(words.pop(0))
    if command is None:
        return False
    options = {each for param in command.params for each in param.opts} | {"--as", "--lang"}
    return all(word in options for word in words if word.startswith("--"))


def test_words_are_found_those_in_titles_first(language):
    word, best = {"zh_CN": ("交接班", "handover"), "en": ("handing over", "handover")}[language]
    findings = book.found(word)
    assert findings[0].leaf.name == best
    assert all(word.split()[0] in finding.line.casefold() for finding in findings)
    assert book.found("  ") == []
    assert book.found("qqqxyz") == []
