"""What travels with the program is whole: every message has its Chinese, every icon and form is there."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path
from string import Formatter, Template
from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog

import catalogue
from ui.resources import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Message

UI = Path(__file__).parents[1] / "ui"
PICTURES = {"icon": 0, "pixmap": 0, "action": 1, "Command": 3, "PageEntry": 2}  # which argument names an icon


def test_the_catalogue_has_every_message_of_the_code_and_no_other():
    assert catalogue.PO.read_bytes() == catalogue.po_bytes(
        catalogue.in_step(UI, catalogue.read(catalogue.PO))
    )


def test_every_message_has_its_chinese():
    assert not catalogue.untranslated(catalogue.read(catalogue.PO))


def test_no_translation_is_a_guess():
    assert not [message.id for message in catalogue.read(catalogue.PO) if message.id and message.fuzzy]


def test_translations_name_the_places_of_their_message():
    assert not list(misplaced(catalogue.read(catalogue.PO)))


def test_the_compiled_catalogue_is_current():
    assert catalogue.MO.read_bytes() == catalogue.mo_bytes(
        catalogue.in_step(UI, catalogue.read(catalogue.PO))
    )


def misplaced(known: Catalog) -> Iterator[Message]:
    """Messages whose translation has other named places than the English."""
    for message in known:
        one, *more = message.id if isinstance(message.id, tuple) else (message.id,)
        asked = fields("".join([one, *more]))
        spoken = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and any(fields(each) != asked for each in spoken):
            yield message


def fields(text: str) -> set[str | None]:
    """The named places of a message."""
    return {name for _, name, _, _ in Formatter().parse(text)} - {None}


@pytest.mark.parametrize(
    ("message", "translation", "wrong"),
    [
        ("{count} places", "{count}个岗位", 0),
        ("{count} places", "{number}个岗位", 1),
        ("{count} places", "几个岗位", 1),
        (("{n} person", "{n} people"), ("{n}人",), 0),
        (("{n} person", "{n} people"), ("多人",), 1),
    ],
)
def test_a_place_lost_in_translation_is_seen(message, translation, wrong):
    known = Catalog(locale="zh_CN")
    known.add(message, translation)
    assert len(list(misplaced(known))) == wrong


def icons_named(tree: ast.Module) -> Iterator[str]:
    """The icons that the code asks for by name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in PICTURES:
            place = PICTURES[node.func.id]
            named = [keyword.value for keyword in node.keywords if keyword.arg == "icon"]
            for argument in node.args[place : place + 1] + named:
                if isinstance(argument, ast.Constant) and argument.value:
                    yield str(argument.value)


def test_every_icon_named_in_the_code_exists():
    named = {icon for path in UI.rglob("*.py") for icon in icons_named(ast.parse(path.read_text("utf-8")))}
    assert named
    assert sorted(name for name in named if not (RESOURCES / "icons" / f"{name}.svg").exists()) == []


def test_icons_are_found_in_every_call_that_names_one():
    source = (
        "icon('a'); action(page, 'b', 'Plan'); Command('id', 'text', icon='c'); icon(name); Command('id', '')"
    )
    assert list(icons_named(ast.parse(source))) == ["a", "b", "c"]


def test_every_printed_form_has_places_to_fill():
    forms = sorted((RESOURCES / "print").glob("*.html"))
    templates = [Template(form.read_text("utf-8")) for form in forms]
    assert forms
    assert all(template.is_valid() and template.get_identifiers() for template in templates)


def test_the_notices_name_every_work_that_the_program_needs():
    project = tomllib.loads((UI.parent / "pyproject.toml").read_text("utf-8"))["project"]
    notices = (UI.parent / "NOTICES.md").read_text("utf-8")
    needed = [re.match(r"[\w-]+", requirement).group() for requirement in project["dependencies"]]
    assert [name for name in needed if name not in notices] == []
