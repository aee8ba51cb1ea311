"""Actions of a page or list: a word, an icon, and a key that works wherever the focus is within it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.icons import icon
from ui.session import Session
from ui.words.told import refusal_text


class DeedAction(QAction):
    """The action of a deed: grey where it may not or cannot be done, with a tool tip that says why."""

    def __init__(self, text: str, owner: QObject | None, deed: str) -> None:
        super().__init__(text, owner)
        self.deed = deed
        self._wanted = True
        self._why_not = self._otherwise = self._tip = ""

    @override
    def setEnabled(self, wanted: bool, /) -> None:
        """Offer it or not; whoever has not the right is not offered it either way."""
        self._wanted = wanted
        super().setEnabled(wanted and not self._why_not)

    def offer(self, otherwise: str, *, possible: bool) -> None:
        """Offer it where it is possible; else say what is to be done first."""
        self._tell(self._why_not, "" if possible else otherwise)
        self.setEnabled(possible)

    def entitle(self, why_not: str) -> None:
        """Offer it again as far as the page wants it, or say why not."""
        self._tell(why_not, self._otherwise)
        self.setEnabled(self._wanted)

    def _tell(self, why_not: str, otherwise: str) -> None:
        if not (self._why_not or self._otherwise):
            self._tip = self.toolTip()
        self._why_not, self._otherwise = why_not, otherwise
        self.setToolTip(why_not or otherwise or self._tip)


def entitle(page: QWidget, session: Session) -> None:
    """Grey what whoever is signed in may not do on a page."""
    for each in page.findChildren(DeedAction):
        refusal = session.obstacle(each.deed)
        each.entitle(refusal_text(refusal) if refusal else "")


def action(
    owner: QWidget, picture: str, text: str, keys: str, triggered: Callable[[], None], *, deed: str = ""
) -> QAction:
    """Make an action of a widget; its tool tip tells the key. `deed` is what it does, where it does one."""
    made = DeedAction(text, owner, deed) if deed else QAction(text, owner)
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


def offer(actions: Iterable[QAction], otherwise: str, *, possible: bool) -> None:
    """Offer actions of deeds where they are possible; else each says what is to be done first."""
    for each in actions:
        if isinstance(each, DeedAction):
            each.offer(otherwise, possible=possible)
