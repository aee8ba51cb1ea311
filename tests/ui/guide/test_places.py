"""F1 knows where the user is."""

from importlib.util import find_spec

import pytest

from ui.editing.facts_dialog import FactsDialog
from ui.guide.places import PLACES, START, place_of
from ui.page import Page


def test_every_module_of_the_map_is_there():
    assert [name for name in PLACES if find_spec(name) is None] == []


def test_nowhere_is_the_start():
    assert place_of(None) == START


@pytest.mark.parametrize(
    ("page", "place"),
    [
        ("today", "today"),
        ("log", "log"),
        ("incidents", "incidents"),
        ("followups", "followups"),
        ("roster", "planning"),
        ("leave", "leave"),
        ("swaps", "swaps"),
        ("discipline", "violations#candidates"),
        ("statistics", "statistics"),
        ("people", "people"),
        ("calendar", "calendar"),
        ("shifts", "shifts"),
        ("audit", "journal"),
        ("accounts", "accounts"),
    ],
)
def test_every_page_has_its_place(window, page, place):
    window.go(page)
    assert place_of(shown_page(window)) == place


def test_a_dialog_of_a_page_has_its_place(window):
    window.go("followups")
    shown_page(window).begin()
    assert place_of(window.findChild(FactsDialog)) == "followups"


def test_the_tab_in_sight_says_more_than_the_page(window):
    window.go("people")
    page = shown_page(window)
    page.tabs.setCurrentIndex(1)
    assert place_of(page) == "people#exemptions"


def test_where_the_window_itself_has_the_keyboard_the_page_in_sight_counts(window):
    window.go("swaps")
    assert place_of(window) == "swaps"


def shown_page(window):
    """The page in sight."""
    return next(each for each in window.findChildren(Page) if each.isVisible())
