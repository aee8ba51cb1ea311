"""Where the hands begin in a place of which nothing else is said: on its first list, else its first field."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ui.widgets.filter_line import FilterLine


def beginning(place: QWidget) -> QWidget | None:
    """The list in sight that is read first, else the first field to be typed into, else the first choice.

    Qt's own chain of Tab is not walked: PySide takes each link of it for the parent of the next.
    """
    there = [each for each in place.findChildren(QWidget) if _is_in_reach(each, place)]
    there.sort(key=lambda each: _place_of(each, place))
    lists = (each for each in there if isinstance(each, QAbstractItemView))
    fields = (each for each in there if _is_field(each))
    choices = (each for each in there if isinstance(each, (QAbstractButton, QComboBox)))
    return next(lists, None) or next(fields, None) or next(choices, None)


def _is_in_reach(widget: QWidget, place: QWidget) -> bool:
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return reached and widget.isEnabled() and widget.isVisibleTo(place)


def _place_of(widget: QWidget, place: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(place, QPoint(0, 0))
    return corner.y(), corner.x()


def _is_field(widget: QWidget) -> bool:
    if isinstance(widget, (QLineEdit, QPlainTextEdit, QAbstractSpinBox)):
        return not widget.isReadOnly() and not isinstance(widget, FilterLine)
    return False
