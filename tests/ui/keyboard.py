"""What hands on the keyboard find in a window: where Tab leads, what has a name, which keys clash."""

from collections import Counter, defaultdict
from itertools import combinations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QToolButton,
    QWidget,
)

from ui.window.actions import plain

HANDS_ON = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTabBar,
    QTextEdit,
)  # fmt: skip
_STEPS = 200
_Context = Qt.ShortcutContext


def controls(place):
    """What is there to be clicked or typed into, and is not part of another such thing."""
    return [
        each
        for each in place.findChildren(QWidget)
        if each.isVisibleTo(place.window())
        and each.isEnabled()
        and (isinstance(each, HANDS_ON) or each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and not isinstance(each, (QHeaderView, QMenuBar, QMenu))
        and not isinstance(each, QTabWidget)  # its bar is
        and not _is_part(each, place)
        and not _only_scrolls(each)
        and each.visibleRegion().boundingRect().isValid()
    ]


def told(widget):
    """A control for the eye of whoever reads a failure."""
    text = widget.text() if isinstance(widget, (QAbstractButton, QLineEdit)) else ""
    words = widget.accessibleName() or text or widget.objectName()
    return f"{type(widget).__name__} {words}".strip()


def give_keyboard(window):
    """Make a window the active one."""
    window.activateWindow()
    QApplication.processEvents()


def walk(first, *, back=False):
    """Where Tab leads from a control on until it comes round; out of a table by Ctrl+Tab."""
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    way = [QApplication.focusWidget()]
    for _ in range(_STEPS):
        here = QApplication.focusWidget()
        after = stepped(here, back=back)
        if after is here or after in way:
            break
        way.append(after)
    return way


def stepped(here, *, back=False):
    """The control to which Tab goes: out of a day and time part by part, out of a table with Ctrl."""
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    held = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    if isinstance(here, QAbstractItemView) and here.tabKeyNavigation():
        held |= Qt.KeyboardModifier.ControlModifier
    for _ in range(here.sectionCount() if isinstance(here, QDateTimeEdit) else 1):
        if QApplication.focusWidget() is here:
            QTest.keyClick(here, key, held)
    return QApplication.focusWidget()


def caught(way):
    """Where Tab does not lead on from."""
    return [] if stepped(way[-1]) in way[:1] else [told(way[-1])]


def unreached(place, way):
    """Controls to which no Tab leads; of buttons that exclude each other one is enough."""
    there = set(map(_outermost, way))
    return [
        told(each)
        for each in controls(place)
        if each not in there and not (isinstance(each, QAbstractButton) and _group(each) & there)
    ]


def disordered(place, way):
    """Pairs of which the one that is read first is reached later."""
    reached = [
        (each, QRect(each.mapTo(place, QPoint(0, 0)), each.size())) for each in map(_outermost, way)
        if place.isAncestorOf(each)
    ]  # fmt: skip
    return [
        f"{told(late)} after {told(early)}"
        for (early, here), (late, there) in combinations(reached, 2)
        if _is_read_before(there, here)
    ]


def nameless(place):
    """Controls of which a screen reader could say nothing."""
    return [told(each) for each in controls(place) if not _name(each)]


def colliding(place):
    """Letters that stand underlined twice in sight: of the page, with the menus above it."""
    bar = place.window().findChild(QMenuBar)
    words = [action.text() for action in bar.actions()] if bar else []
    words += [
        each.title() if isinstance(each, QGroupBox) else each.text()
        for each in place.findChildren(QWidget)
        if each.isVisible()
        and (isinstance(each, (QAbstractButton, QGroupBox)) or (isinstance(each, QLabel) and each.buddy()))
    ]
    for tabs in place.findChildren(QTabBar):
        words += [tabs.tabText(at) for at in range(tabs.count()) if tabs.isVisible()]
    return _twice(words)


def colliding_in_menus(bar):
    """Letters that stand underlined twice in one menu."""
    menus = [action.menu() for action in bar.actions()]
    menus += [action.menu() for menu in menus for action in menu.actions() if action.menu()]
    return [
        twice
        for menu in menus
        for twice in _twice([action.text() for action in menu.actions() if action.isVisible()])
    ]


def out_of_reach(place, way):
    """Actions that have neither key nor button nor a place in the menu of what Tab reaches."""
    buttons = {
        action
        for each in place.findChildren(QToolButton)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        for action in (each.defaultAction(), *each.actions(), *(each.menu().actions() if each.menu() else ()))
    }
    menus = {action for each in way for action in each.actions()}
    return [
        plain(action.text())
        for owner in (place, *place.findChildren(QWidget))
        if owner.isVisible() and not isinstance(owner, (QMenu, QLineEdit))
        for action in owner.actions()
        if action.text() and action.shortcut().isEmpty() and action not in buttons and action not in menus
    ]


class Clashes(QObject):
    """Hears every key of a window pressed, lets none do anything, and notes those that mean two things."""

    def __init__(self):
        super().__init__()
        self.found = set()

    def eventFilter(self, _watched, event):  # noqa: N802 -- Qt's own name
        if event.type() == QEvent.Type.Shortcut:
            if event.isAmbiguous():
                self.found.add(event.key().toString())
            return True
        return event.type() == QEvent.Type.KeyPress


def ambiguous(place, way):
    """Keys that mean two things, wherever in a place the keyboard is."""
    doubtful = [keys for keys, times in _keys(place).items() if times > 1]
    clashes = Clashes()
    for each in way if doubtful else ():
        each.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.instance().installEventFilter(clashes)
        for keys in doubtful:
            QTest.keySequence(each, QKeySequence(keys))
        QApplication.instance().removeEventFilter(clashes)
    return sorted(clashes.found)


def _keys(place):
    """How often each key is given out in a place and the window around it."""
    window = place.window()
    owners = [window, place, *place.findChildren(QWidget)]
    bar = window.findChild(QMenuBar)
    owners += bar.findChildren(QMenu) if bar else ()
    actions = {action for owner in owners for action in owner.actions()}
    keys = [keys.toString() for action in actions for keys in action.shortcuts() if action.isEnabled()]
    keys += [each.key().toString() for each in window.findChildren(QShortcut) if each.isEnabled()]
    return Counter(filter(None, keys))


def _is_part(widget, place):
    above = widget.parentWidget()
    while above is not None and above is not place:
        if isinstance(above, HANDS_ON):
            return True
        above = above.parentWidget()
    return False


def _only_scrolls(widget):
    """A scroll area around other things, or a text that is only shown and stands there in full."""
    if isinstance(widget, HANDS_ON) or not isinstance(widget, QAbstractScrollArea):
        return False
    return bool(widget.viewport().findChildren(QWidget))


def _outermost(widget):
    """The control that a focused part of it belongs to."""
    found = within = widget
    while not within.isWindow():
        within = within.parentWidget()
        if isinstance(within, HANDS_ON):
            found = within
    return found


def _group(button):
    """The buttons among which the arrow keys go."""
    if button.group() is not None:
        return set(button.group().buttons())
    if not button.autoExclusive() or button.parentWidget() is None:
        return set()
    return {each for each in button.parentWidget().findChildren(QAbstractButton) if each.autoExclusive()}


def _is_read_before(one, other):
    beside = one.left() <= other.right() and other.left() <= one.right()
    level = one.top() <= other.bottom() and other.top() <= one.bottom()
    if beside and level:
        return False
    return (beside and one.bottom() < other.top()) or (level and one.right() < other.left())


def _name(widget):
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text()
    if isinstance(widget, QTabBar):
        return widget.tabText(widget.currentIndex())
    labels = widget.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is widget), "")


def _twice(words):
    letters = defaultdict(list)
    for each in words:
        letters[QKeySequence.mnemonic(each).toString()].append(each)
    return [f"{keys}: {', '.join(them)}" for keys, them in letters.items() if keys and len(them) > 1]
