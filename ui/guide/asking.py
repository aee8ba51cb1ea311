"""The ways into the guide besides F1: a question mark beside a word that needs explaining, and the search."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QToolButton

from ui.guide import book
from ui.guide.guide import SCHEME
from ui.i18n import tr
from ui.icons import icon
from ui.widgets.suggest_edit import Suggestion


def question_mark(place: str, about: str) -> QToolButton:
    """A button that opens the guide at "page#place"; `about` names what it explains."""
    button = QToolButton()
    button.setIcon(icon("help"))
    button.setAutoRaise(True)
    button.setToolTip(tr("What is this? {about}", about=about))
    button.setAccessibleName(tr("What is this? {about}", about=about))
    button.clicked.connect(lambda: open_guide(place))
    return button


def open_guide(place: str) -> None:
    """Open the guide at "page#place", from wherever one is."""
    QDesktopServices.openUrl(QUrl(f"{SCHEME}:{place}"))


def guide_answers(text: str) -> Iterator[Suggestion]:
    """The pages of the guide that have the words, for the search box."""
    for finding in book.found(text):
        yield Suggestion(
            finding.leaf.title, partial(open_guide, finding.leaf.name), tr("Guide"), icon("help")
        )
