"""What is wrong with a window in sight: cut words, no room on the screen, what nobody translated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractProxyModel, QAbstractTableModel, QModelIndex, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from ui.i18n import CHINESE, language

if TYPE_CHECKING:
    from collections.abc import Iterator

_MNEMONIC: Final = re.compile(r"\(&\w\)|&(?=\w)")
_FOREIGN: Final = re.compile(r"[A-Za-z]{2,}")
_CHINESE: Final = re.compile(r"[一-鿿]")
_TAGS: Final = re.compile(
    r"<[^>]+>|\S*[/\\]\S+|\*\.\w+|\S+\.(?:dutydesk|pdf|xlsx|csv|txt)|\S+-before-\S+|[0-9a-f:]*\d[0-9a-f:-]*(?![\w-])"
)
_OURS: Final = re.compile(
    "PIN|SHA|Excel|Word|PDF|AB|USB|CSV|MB|DutyDesk|Qt|Python|Linux|English|now|Ctrl|Shift|Alt|Esc|Enter|Return|"
    "Del|Ins|Space|Tab|Home|End|Left|Right|Up|Down|PgUp|PgDown"
)
"""Latin words that stand in Chinese sentences as they are."""
MISSING: Final = "not taken"
"""The sort of what could not be taken at all."""
_NAMED, _ENOUGH = 3, 4
"""Pictures that are told of one fault, and untranslated words of one list."""
_SLACK = 2
"""Dots by which rounding may be off."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: its sort, the words, and by how much or where."""

    sort: str
    words: str
    where: str


def faults(window: QWidget) -> list[Fault]:
    """Everything that is wrong with a window in sight."""
    parts = [each for each in (window, *window.findChildren(QWidget)) if each.isVisible()]
    found = [*_beyond(window)]
    for part in parts:
        found += [Fault("cut", words, f"{type(part).__name__} {how}") for words, how in _cut(part)]
        foreign = islice(_untranslated(part), _ENOUGH)
        found += [Fault("untranslated", shorten(each, 90), type(part).__name__) for each in foreign]
    return list(dict.fromkeys(found))


def _beyond(window: QWidget) -> Iterator[Fault]:
    """A window that does not fit on the screen, or a part that lies outside of its own window."""
    room = window.screen().availableGeometry()
    if window.width() > room.width() or window.height() > room.height():
        size = f"{window.width()}x{window.height()} on {room.width()}x{room.height()}"
        yield Fault("beyond the screen", type(window).__name__, size)


def _cut(part: QWidget) -> Iterator[tuple[str, str]]:
    """The words of a part that have no room, and how much they lack."""
    if isinstance(part, QLabel):
        yield from _label(part)
    elif isinstance(part, QTabBar):
        yield from _tabs(part)
    elif isinstance(part, QHeaderView):
        yield from _header(part)
    else:
        yield from _field(part)
    yield from _squeezed(part)
    yield from _clipped(part)


def _field(part: QWidget) -> Iterator[tuple[str, str]]:
    """What is pressed, ticked, chosen or typed into."""
    if isinstance(part, QCheckBox | QRadioButton):
        yield from _wider(part, part.text(), part.sizeHint().width())
    elif isinstance(part, QPushButton | QToolButton):
        yield from _button(part)
    elif isinstance(part, QComboBox):
        yield from _wider(part, part.currentText(), _width(part, part.currentText()) + 24)
    elif isinstance(part, QLineEdit) and not part.text():
        yield from _wider(part, part.placeholderText(), _width(part, part.placeholderText()) + 8)
    elif isinstance(part, QGroupBox):
        yield from _wider(part, part.title(), _width(part, part.title()))


def _squeezed(part: QWidget) -> Iterator[tuple[str, str]]:
    """A field that is too low to be read."""
    if isinstance(part, QLineEdit | QComboBox | QPushButton | QAbstractSpinBox) and not _inside(part):
        needed = part.minimumSizeHint().height()
        if part.height() < needed - _SLACK:
            yield next(iter(_words(part)), ""), f"{part.height()} of {needed} high"


def _inside(part: QWidget) -> bool:
    """Whether it is a part of another field, such as the line of a choice, or edits a cell."""
    return isinstance(part.parentWidget(), QComboBox | QAbstractSpinBox) or _scrolls_rows(part)


def _scrolls_rows(part: QWidget) -> bool:
    above = part.parentWidget()
    return above is not None and isinstance(above.parentWidget(), QAbstractItemView)


def _label(part: QLabel) -> Iterator[tuple[str, str]]:
    if not part.text() or not part.pixmap().isNull():
        return
    if part.wordWrap():
        needed = part.heightForWidth(part.width())
        if needed > part.height() + _SLACK:
            yield part.text(), f"{part.height()} of {needed} high"
    else:
        yield from _wider(part, part.text(), part.sizeHint().width())
        if part.sizeHint().height() > part.height() + _SLACK:
            yield part.text(), f"{part.height()} of {part.sizeHint().height()} high"


def _button(part: QPushButton | QToolButton) -> Iterator[tuple[str, str]]:
    style = Qt.ToolButtonStyle.ToolButtonIconOnly
    if not part.text() or (
        isinstance(part, QToolButton) and part.toolButtonStyle() is style and not part.icon().isNull()
    ):
        return
    picture = 0 if part.icon().isNull() else part.iconSize().width() + 4
    yield from _wider(part, part.text(), _width(part, part.text()) + picture + 4)


def _tabs(part: QTabBar) -> Iterator[tuple[str, str]]:
    for at in range(part.count()):
        needed = _width(part, part.tabText(at))
        if needed > part.tabRect(at).width():
            yield part.tabText(at), f"{part.tabRect(at).width()} of {needed}"
    last = part.tabRect(part.count() - 1).right()
    if part.isVisible() and part.count() and last > part.width() + _SLACK:
        yield part.tabText(part.count() - 1), f"tabs end at {last} of {part.width()}"


def _header(part: QHeaderView) -> Iterator[tuple[str, str]]:
    if part.orientation() is Qt.Orientation.Vertical:
        return
    for at in range(part.count()):
        words = _header_words(part, at)
        needed = max((_width(part, line) for line in words.splitlines()), default=0) + 4
        if words and not part.isSectionHidden(at) and needed > part.sectionSize(at) + _SLACK:
            yield words, f"column {part.sectionSize(at)} of {needed}"


def _clipped(part: QWidget) -> Iterator[tuple[str, str]]:
    """A part with words that lies outside of what it stands in; what scrolls is left alone."""
    above, words = part.parentWidget(), _words(part)
    if part.isWindow() or above is None or not words or _scrolls(part):
        return
    rect = part.rect().translated(part.mapTo(above, QPoint(0, 0)))
    if not above.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(rect):
        yield words[0], f"outside of its {type(above).__name__}"


def _scrolls(part: QWidget) -> bool:
    above: QWidget | None = part
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = None if above.isWindow() else above.parentWidget()
    return False


def _wider(part: QWidget, words: str, needed: int) -> Iterator[tuple[str, str]]:
    """Words that need more; those that are shortened on purpose stand in full in the tool tip."""
    if words and needed > part.width() + _SLACK and _bare(words) not in _bare(part.toolTip()):
        yield words, f"{part.width()} of {needed} wide"


def _bare(words: str) -> str:
    """Words without blanks and line breaks."""
    return "".join(words.split())


def _width(part: QWidget, words: str) -> int:
    return max((part.fontMetrics().horizontalAdvance(plain(line)) for line in words.splitlines()), default=0)


def plain(words: str) -> str:
    """Words without their mnemonic."""
    return _MNEMONIC.sub("", words)


def _header_words(part: QHeaderView, at: int) -> str:
    model = part.model()
    return str(model.headerData(at, part.orientation()) or "")


def _untranslated(part: QWidget) -> Iterator[str]:
    """In Chinese the words with Latin in them; in English the fixed words that are Chinese."""
    if language() == CHINESE:
        for words in (*_words(part), *_cells(part), part.toolTip()):
            foreign = _FOREIGN.findall(_TAGS.sub(" ", plain(words)))
            if not all(_OURS.fullmatch(each) for each in foreign):
                yield words
    elif isinstance(part, QTabBar | QHeaderView | QGroupBox | QCheckBox | QMenu | QPushButton):
        yield from (each for each in _words(part) if _CHINESE.search(each) and each != "中文")


def _words(part: QWidget) -> list[str]:
    """What a part says by itself."""
    words: list[str] = []
    if isinstance(part, QLabel | QAbstractButton):
        words = [part.text()]
    elif isinstance(part, QGroupBox):
        words = [part.title()]
    elif isinstance(part, QLineEdit):
        words = [part.placeholderText()]
    elif isinstance(part, QComboBox):
        words = [part.itemText(at) for at in range(part.count())]
    elif isinstance(part, QTabBar):
        words = [part.tabText(at) for at in range(part.count())]
    elif isinstance(part, QHeaderView) and part.orientation() is Qt.Orientation.Horizontal:
        words = [_header_words(part, at) for at in range(part.count())]
    elif isinstance(part, QMenu | QMenuBar):
        words = [each.text() for each in part.actions()]
    if part.isWindow():
        words = [*words, part.windowTitle()]
    return [each for each in words if each]


def _cells(part: QWidget) -> list[str]:
    """The cells of a list or table, as far as they are few."""
    if not isinstance(part, QAbstractItemView) or isinstance(part, QHeaderView) or part.model() is None:
        return []
    model, root = part.model(), QModelIndex()
    rows = min(model.rowCount(root), 60)
    columns = model.columnCount(root) if isinstance(model, QAbstractTableModel | QAbstractProxyModel) else 1
    cells = (model.index(row, column, root) for row in range(rows) for column in range(columns))
    return [str(text) for each in cells if (text := each.data()) is not None]


def told(found: list[tuple[str, Fault]]) -> str:
    """The findings, a line each; what stands on several pictures is told once."""
    pictures: dict[Fault, list[str]] = {}
    for name, each in found:
        pictures.setdefault(each, []).append(name)
    return "\n".join(
        f"  {each.sort}: {each.words!r} ({each.where}) in {', '.join(names[:_NAMED])}"
        for each, names in sorted(pictures.items(), key=lambda item: (item[0].sort, item[1]))
    )
