"""What the help menu shows beside the guide: what the program is, and under which licences it comes."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QLabel, QTextBrowser, QVBoxLayout, QWidget

from dutydesk import __version__
from ui.i18n import tr
from ui.resources import RESOURCES
from ui.widgets.room import give_room

_ROOT = RESOURCES.parent


def notices(parent: QWidget) -> None:
    """What comes along with DutyDesk, and under which licences, as NOTICES.md says it."""
    _show(parent, tr("Notices"), "", (_ROOT / "NOTICES.md").read_text(encoding="utf-8"))


def about(parent: QWidget) -> None:
    """Name, version and what it runs on; the licence and the notices below."""
    head = (
        f"{tr('DutyDesk')} {__version__}",
        tr("Plans duty rosters fairly, prints them, and keeps everything in one file on this machine."),
        f"Qt {qVersion()} · Python {platform.python_version()} · {platform.system()} {platform.machine()}",
    )
    texts = [(_ROOT / name).read_text(encoding="utf-8") for name in ("LICENSE", "NOTICES.md")]
    _show(parent, tr("About DutyDesk"), "\n".join(head), "\n\n---\n\n".join(texts))


def _show(parent: QWidget, title: str, head: str, page: str) -> None:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    column = QVBoxLayout(dialog)
    if head:
        told = QLabel(head)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        told.setWordWrap(True)
        column.addWidget(told)
    text = QTextBrowser()
    text.setAccessibleName(title)
    text.setMarkdown(page)
    column.addWidget(text)
    give_room(dialog, 720, 560)
    dialog.open()
