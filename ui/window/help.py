"""What the help menu shows beside the guide: the licences and the version."""

import html
from collections.abc import Iterable
from importlib import metadata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from ui import dialogs
from ui.i18n import tr

_BUILT_ON = (
    ("Qt, PySide6", "LGPL-3.0"),
    ("SQLite", "public domain"),
    ("sqlite-utils", "Apache-2.0"),
    ("python-dateutil", "Apache-2.0 / BSD-3-Clause"),
    ("openpyxl", "MIT"),
    ("python-docx", "MIT"),
    ("icalendar", "BSD-2-Clause"),
    ("pypinyin", "MIT"),
    ("click", "BSD-3-Clause"),
    ("Noto Sans SC", "SIL OFL 1.1"),
)


def notices(parent: QWidget) -> None:
    """What DutyDesk is built on, and under which licences."""
    _show(parent, tr("Notices"), _table(tr("DutyDesk is built on"), _BUILT_ON))


def about(parent: QWidget) -> None:
    """Name and version."""
    dialogs.tell(
        parent,
        " ".join(filter(None, (tr("DutyDesk"), _version()))),
        tr("Plans duty rosters fairly, prints them, and keeps everything in one file on this machine."),
    )


def _version() -> str:
    """The version as it was installed; a checkout that was never installed has none."""
    try:
        return metadata.version("dutydesk")
    except metadata.PackageNotFoundError:
        return ""


def _table(title: str, lines: Iterable[tuple[str, str]]) -> str:
    rows = "".join(
        f"<tr><td>{html.escape(left)}</td><td>&nbsp;&nbsp;&nbsp;{html.escape(right)}</td></tr>"
        for left, right in lines
    )
    return f"<h3>{html.escape(title)}</h3><table cellpadding='3'>{rows}</table>"


def _show(parent: QWidget, title: str, page: str) -> None:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    text = QTextBrowser()
    text.setAccessibleName(title)
    text.setHtml(page)
    QVBoxLayout(dialog).addWidget(text)
    dialog.resize(680, 560)
    dialog.open()
