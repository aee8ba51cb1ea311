"""Actions of a page or list: a word, an icon, and a key that works wherever the focus is within it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.icons import icon


def action(owner: QWidget, picture: str, text: str, keys: str, triggered: Callable[[], None]) -> QAction:
    """Make an action of a widget; its tool tip tells the key."""
    made = QAction(text, owner)
    if picture:
        made.setIcon(icon(picture))
    if keys:
        made.setShortcut(QKeySequence(keys))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shown = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        made.setToolTip(f"{text} ({shown})")
    made.triggered.connect(triggered)
    owner.addAction(made)
    return made
