"""A small question mark beside a word that needs explaining; it opens the guide at that place."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QToolButton

from ui.guide.guide import SCHEME
from ui.i18n import tr
from ui.icons import icon


def question_mark(place: str, about: str) -> QToolButton:
    """A button that opens the guide at "page#place"; `about` names what it explains."""
    button = QToolButton()
    button.setIcon(icon("help"))
    button.setAutoRaise(True)
    button.setToolTip(tr("What is this? {about}", about=about))
    button.setAccessibleName(tr("What is this? {about}", about=about))
    button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(f"{SCHEME}:{place}")))
    return button
