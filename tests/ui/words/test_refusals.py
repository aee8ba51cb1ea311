"""Every error has a sentence of its own, filled with its own fields, in both languages."""

import ast
import importlib
import pkgutil
from dataclasses import fields
from pathlib import Path
from string import Formatter

import pytest

import dutydesk
import ui
from dutydesk.errors import DomainError, DutyDeskError, MissingFieldError, StoreError
from ui.i18n import CHINESE, ENGLISH, set_language
from ui.words.refusals import refusal_text, worded

ROOT = Path(__file__).parents[2]
VALUES = {"str": "X7", "int": 71}


def every_error():
    """All errors that can be raised, wherever they are defined."""
    for package in (dutydesk, ui):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    found, heirs = set(), [DutyDeskError]
    while heirs:
        found.update(own := heirs.pop().__subclasses__())
        heirs.extend(own)
    return sorted(found - {DomainError, StoreError}, key=lambda kind: kind.__name__)


ERRORS = every_error()


def made(kind):
    """An error whose fields can be told apart."""
    names = [field.name for field in fields(kind)]
    return kind(
        **{name: VALUES[_type(kind, name)] if _type(kind, name) == "int" else f"[{name}]" for name in names}
    )


def _type(kind, name):
    (field,) = [each for each in fields(kind) if each.name == name]
    return getattr(field.type, "__name__", field.type)


def test_exactly_the_errors_that_can_be_raised_are_worded():
    assert worded() == set(ERRORS)


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_a_sentence_is_one_line_that_ends_and_holds_its_facts(kind, language):
    set_language(language)
    text = refusal_text(made(kind))
    assert text.endswith((".", "。", "！"))
    assert "\n" not in text
    assert "{" not in text


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_a_sentence_names_fields_of_its_error_only(kind):
    set_language(ENGLISH)
    told = refusal_text(made(kind))
    named = {name for name in (field.name for field in fields(kind)) if f"[{name}]" in told}
    assert [name for _, name, _, _ in Formatter().parse(told) if name] == []
    texts = {field.name for field in fields(kind) if _type(kind, field.name) == "str"}
    assert named <= texts


def test_an_error_outside_the_table_is_seen():
    class UnwordedError(DomainError):
        pass

    assert UnwordedError not in worded()
    with pytest.raises(KeyError):
        refusal_text(UnwordedError())


def missing_fields():
    """The fields that some deed asks for, as the code names them."""
    for path in (ROOT / "dutydesk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "MissingFieldError":
                yield node.args[0].value


@pytest.mark.parametrize("field", sorted(set(missing_fields())))
def test_a_missing_field_is_called_by_its_name_on_screen(field):
    set_language(CHINESE)
    text = refusal_text(MissingFieldError(field))
    assert not any("a" <= letter <= "z" for letter in text), text
