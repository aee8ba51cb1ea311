"""What the help menu shows: the way of a week, the keys, the licences, the version."""

import html
from collections.abc import Iterable
from importlib import metadata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from ui import dialogs
from ui.i18n import tr
from ui.window.actions import all_commands, plain

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


def guide(parent: QWidget) -> None:
    """The steps of a month and every key."""
    _show(parent, tr("Guide"), _steps() + _table(tr("Keys"), [*_table_keys(), *_command_keys()]))


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


def _steps() -> str:
    steps = (
        tr("Import the staff list as it is: File, Import. Look at what was understood, then take it over."),
        tr("Look at the shifts and the calendar; enter the official holiday notice when it is out."),
        tr("Enter how many duties people stood before, so that the first month is fair already."),
        tr("Plan the month. A place that stays empty says which rules stood in the way."),
        tr("Change what must be changed by typing names; the findings say at once what a change breaks."),
        tr("Publish and print the week. What changes afterwards is marked."),
    )
    lines = "".join(f"<li>{html.escape(step)}</li>" for step in steps)
    title = html.escape(tr("A month"))
    return f"<h3>{title}</h3><ol>{lines}</ol>"


def _table_keys() -> list[tuple[str, str]]:
    return [
        (tr("Replace a cell"), tr("just type: a name, a part of it, or pinyin initials")),
        (tr("Change a cell"), "F2"),
        (tr("Down, right"), "Enter, Tab"),
        (tr("Empty cells"), "Delete"),
        (tr("Repeat from above"), "Ctrl+D"),
        (tr("Between rail and page"), "F6"),
        (tr("To a page"), "Ctrl+1 … Ctrl+9"),
    ]


def _command_keys() -> list[tuple[str, str]]:
    return [(plain(command.text), command.keys) for command in all_commands() if command.keys]


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
