"""The guide in resources/guide, a folder a language: chapters, pages, places on them, and what is found.

`contents.md` lists the pages. A heading that can be asked for ends in `<a id="name"></a>`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ui.i18n import language
from ui.resources import RESOURCES

KEYS = "{{keys}}"
"""Where a page wants the table of all keys."""
_LINK = re.compile(r"- \[(?P<title>.+?)\]\((?P<name>\w+)\.md\)")
_ANCHOR = re.compile(r'\s*<a id="(?P<name>[\w-]+)"></a>')
_MARKS = re.compile(r"!\[.*?\]\(.*?\)|\]\(.*?\)|<a id=.*?</a>|[*`#>|\[\]]")
_AROUND = 18
"""Characters that a finding shows on either side."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: its file's name without suffix, and its title."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """Pages that belong together."""

    title: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A page on which the words stand, and the line around the first of them."""

    leaf: Leaf
    line: str


def folder() -> Path:
    """Where the pages in the language in force lie, and their pictures."""
    return RESOURCES / "guide" / language()


def contents() -> tuple[Chapter, ...]:
    """The chapters in the order of `contents.md`."""
    parts = re.split(r"^## ", _read("contents"), flags=re.MULTILINE)[1:]
    return tuple(
        Chapter(
            part.partition("\n")[0].strip(), tuple(Leaf(m["name"], m["title"]) for m in _LINK.finditer(part))
        )
        for part in parts
    )


def page(name: str) -> str:
    """The Markdown of a page, without the marks of its places."""
    return _ANCHOR.sub("", _read(name))


def places(name: str) -> dict[int, str]:
    """The headings of a page that can be asked for: their number, counted from 0, and their name."""
    marked = (_ANCHOR.search(line) for line in _headings(_read(name)))
    return {number: mark["name"] for number, mark in enumerate(marked) if mark}


def found(text: str) -> list[Finding]:
    """The pages on which all the words stand, those with the words in their title first."""
    words = text.casefold().split()
    hits = [
        (not all(word in leaf.title.casefold() for word in words), Finding(leaf, _line(plain, words[0])))
        for chapter in contents()
        for leaf in chapter.leaves
        if words and all(word in (plain := _MARKS.sub("", _read(leaf.name))).casefold() for word in words)
    ]
    return [finding for _, finding in sorted(hits, key=lambda hit: hit[0])]


def _line(plain: str, word: str) -> str:
    """The words around the first place where one stands, on one line."""
    at = max(plain.casefold().find(word), 0)
    piece = plain[max(at - _AROUND, 0) : at + len(word) + _AROUND]
    return " ".join(piece.split())


def _headings(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if line.startswith("#"))


def _read(name: str) -> str:
    return (folder() / f"{name}.md").read_text(encoding="utf-8")
