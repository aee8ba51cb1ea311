"""Finds pages and actions by what is typed into the search box, wherever they stand."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtGui import QAction, QKeySequence

from ui.guide.asking import guide_answers
from ui.i18n import tr
from ui.widgets.name_edit import Name, found
from ui.widgets.suggest_edit import Suggestion
from ui.window.actions import plain
from ui.window.pages import PageEntry
from ui.window.top_strip import Finder


def page_finder(pages: Sequence[PageEntry], go: Callable[[str], None]) -> Finder:
    """Answers with pages, to be gone to."""

    def find(text: str) -> Iterable[Suggestion]:
        names = [Name(entry.id, entry.word, (entry.id,), tr("Page")) for entry in pages]
        return [Suggestion(name.label, partial(go, name.key), name.detail) for name in found(names, text)]

    return find


def action_finder(actions: Mapping[str, QAction]) -> Finder:
    """Answers with what can be done now, once something was typed, and with what the guide says of it."""

    def find(text: str) -> Iterable[Suggestion]:
        usable = {name: action for name, action in actions.items() if action.isEnabled() and text}
        names = [Name(key, plain(action.text()), (key,)) for key, action in usable.items()]
        answers = [_answer(usable[name.key], name.label) for name in found(names, text)]
        return [*answers, *guide_answers(text)]

    return find


def _answer(action: QAction, label: str) -> Suggestion:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Suggestion(label, action.trigger, keys, action.icon())
