"""Tab in the order in which things lie, in whatever order they were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_as_it_lies(place: QWidget) -> None:
    """Let Tab go through the layouts of a place from their first to their last control."""
    for one, other in pairwise(_controls_of(place)):
        QWidget.setTabOrder(one, other)


def _controls_of(widget: QWidget) -> Iterator[QWidget]:
    held = widget.widget() if isinstance(widget, QScrollArea) else None
    layout = widget.layout()
    if held is not None:
        yield from _controls_of(held)
    elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus or layout is None:
        yield from [widget] if widget.focusPolicy() & Qt.FocusPolicy.TabFocus else []
    else:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget, within = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _controls_of(widget)
        elif within is not None:
            yield from _laid_out(within)
