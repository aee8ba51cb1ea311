"""The pages of the window, in the order of the rail: the one list to add a page to."""

from collections.abc import Callable
from dataclasses import dataclass

from ui.page import Page
from ui.session import Session


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page's line in the rail: `icon` names a file of resources/icons; the page is made at the first visit.

    `ground` are the pages on which the daily work rests (people, calendar, shifts); they stand below a line.
    """

    id: str
    word: str
    icon: str
    make: Callable[[Session], Page]
    ground: bool = False


def all_pages() -> tuple[PageEntry, ...]:
    """The pages with their words in the language in force."""
    return ()
