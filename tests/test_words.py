"""How words stand in the code: whole messages, filled with what they name, translated when they are shown."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

UI = Path(__file__).parents[1] / "ui"
MESSAGES = {"tr": 1, "tr_in": 2, "tr_n": 2, "marked": 1}  # how many of the first arguments are words


def glued(tree: ast.Module) -> list[ast.Call]:
    """Messages built from parts, which no catalogue can know."""
    parts = (ast.JoinedStr, ast.BinOp)
    return [call for call in translations(tree) if any(isinstance(word, parts) for word in words(call))]


def misfilled(tree: ast.Module) -> list[ast.Call]:
    """Calls that give other values than the message has places for."""
    return [call for call in translations(tree) if is_plain(call) and given(call) != asked(call)]


def too_early(tree: ast.Module) -> list[ast.Call]:
    """Messages translated while a module is imported, before anybody has chosen a language."""
    bodies = (ast.FunctionDef, ast.Lambda)
    late = {
        id(node) for body in ast.walk(tree) if isinstance(body, bodies) for node in ast.walk(body)
    }  # nodes have no equality
    return [call for call in translations(tree) if name(call) != "marked" and id(call) not in late]


def translations(tree: ast.Module) -> Iterator[ast.Call]:
    """Every call that names a message."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call) and name(node) in MESSAGES)


def name(call: ast.Call) -> str:
    """The function that is called."""
    return call.func.id if isinstance(call.func, ast.Name) else ""


def words(call: ast.Call) -> list[ast.expr]:
    """The arguments that are words."""
    return call.args[: MESSAGES[name(call)]]


def is_plain(call: ast.Call) -> bool:
    """True for a message and values that can be read off the code."""
    literal = all(isinstance(word, ast.Constant) for word in words(call))
    return literal and name(call) != "marked" and all(keyword.arg for keyword in call.keywords)


def given(call: ast.Call) -> set[str]:
    """The names of the values; a plural always has its number."""
    return {str(keyword.arg) for keyword in call.keywords} | ({"n"} if name(call) == "tr_n" else set())


def asked(call: ast.Call) -> set[str]:
    """The named places of the message."""
    text = "".join(ast.literal_eval(word) for word in words(call))
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


BROKEN: list[tuple[Callable[[ast.Module], list[ast.Call]], str]] = [
    (glued, "def f(): tr(f'{count} places')"),
    (glued, "def f(): tr('Hello, ' + person)"),
    (glued, "def f(): tr_in(f'{menu}', 'Leave')"),
    (misfilled, "def f(): tr('{count} places')"),
    (misfilled, "def f(): tr('{count} places', number=3)"),
    (misfilled, "def f(): tr_n('{n} place of {post}', '{n} places of {post}', 3)"),
    (too_early, "TITLE = tr('Roster')"),
    (too_early, "class Page:\n    title = tr('Roster')"),
]


@pytest.mark.parametrize(
    "check", dict.fromkeys(check for check, _ in BROKEN), ids=lambda check: check.__name__
)
def test_every_message_of_the_code_is_in_order(check):
    offences = [
        f"{path.relative_to(UI.parent)}:{call.lineno} {ast.unparse(call)}"
        for path in sorted(UI.rglob("*.py"))
        for call in check(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not offences, "\n".join(offences)


@pytest.mark.parametrize(("check", "source"), BROKEN)
def test_each_check_sees_what_is_not(check, source):
    assert len(check(ast.parse(source))) == 1


def test_messages_in_order_pass():
    table = "TITLE = marked('{n} rows')\n"
    source = table + "def f(): tr_n('{n} row', '{n} rows', 3); tr('{a}', a=1); tr(TITLE, **facts)"
    assert not any(check(ast.parse(source)) for check in (glued, misfilled, too_early))
