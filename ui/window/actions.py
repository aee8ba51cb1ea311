"""Everything a user can ask for, declared once for menus, buttons, keys and the search box alike."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from ui import theme
from ui.i18n import CHINESE, ENGLISH, tr
from ui.icons import icon
from ui.session import Session
from ui.words.told import refusal_text

Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to ask for. `menu` names its menu, "file/import" a menu within; empty stands in none.

    `choice` makes it one of several values of a preference: ("palette", "dark"). `parts` draws a line above.
    """

    id: str
    text: str
    menu: str = ""
    icon: str = ""
    keys: str = ""
    tip: str = ""
    choice: Choice | None = None
    parts: bool = False


def all_commands() -> tuple[Command, ...]:
    """Every command with its words in the language in force, in the order of the menus."""
    return (*_file(), *_edit(), *_view(), *_roster(), *_help())


def menu_titles() -> dict[str, str]:
    """The menus by name, in the order of the bar; a menu within comes after the one it stands in."""
    return {
        "file": tr("&File"),
        "file/import": tr("&Import"),
        "edit": tr("&Edit"),
        "view": tr("&View"),
        "view/language": tr("&Language"),
        "view/palette": tr("&Colours"),
        "view/text": tr("&Text size"),
        "roster": tr("&Roster"),
        "help": tr("&Help"),
    }


def _file() -> tuple[Command, ...]:
    return (
        Command("new", tr("&New file…"), "file", "new", "Ctrl+N", tr("Start the file of an office")),
        Command("open", tr("&Open…"), "file", "open", "Ctrl+O", tr("Open another office's file")),
        Command(
            "sample", tr("Open the &sample office"), "file", "office", tip=tr("Look around without a file")
        ),
        Command(
            "first_run",
            tr("Fi&rst steps…"),
            "file",
            "plan",
            tip=tr("Take in the staff, plan and print the first week"),
        ),
        Command("import_people", tr("&Staff list…"), "file/import", "people", "Ctrl+I", parts=True),
        Command("import_tally", tr("Opening &tally…"), "file/import", "statistics"),
        Command("import_calendar", tr("Official &calendar…"), "file/import", "calendar"),
        Command("import_leave", tr("&Leave list…"), "file/import", "leave"),
        Command("export", tr("&Export…"), "file", "export", "Ctrl+E", tr("Write the roster as a file")),
        Command("print", tr("&Print…"), "file", "print", "Ctrl+P", tr("Look at the sheet and print it")),
        Command("backup", tr("&Back up…"), "file", "backup", tip=tr("Write a checked copy"), parts=True),
        Command(
            "backups",
            tr("Backups &and restoring…"),
            "file",
            "earlier",
            tip=tr("When the file was backed up, where, and the way back"),
        ),
        Command("sign_in", tr("Si&gn in as…"), "file", "person", tip=tr("Who does the next deeds")),
        Command("lock", tr("Loc&k"), "file", "lock", "Ctrl+L", tr("Let nobody work until somebody signs in")),
        Command("quit", tr("&Quit"), "file", "", "Ctrl+Q", parts=True),
    )


def _edit() -> tuple[Command, ...]:
    return (
        Command("undo", tr("&Undo"), "edit", "undo", "Ctrl+Z"),
        Command("redo", tr("&Redo"), "edit", "redo", "Ctrl+Y"),
        Command("cut", tr("Cu&t"), "edit", "cut", "Ctrl+X", parts=True),
        Command("copy", tr("&Copy"), "edit", "copy", "Ctrl+C"),
        Command("paste", tr("&Paste"), "edit", "paste", "Ctrl+V"),
        Command("log_entry", tr("New &log entry…"), "edit", "log", "F5", tr("Write down a call"), parts=True),
        Command("find", tr("&Find…"), "edit", "search", "Ctrl+F", parts=True),
        Command(
            "history",
            tr("&History…"),
            "edit",
            "history",
            "Ctrl+H",
            tr("Who changed it, when, and what it was before"),
        ),
        Command("search", tr("&Go to…"), "edit", "search", "Ctrl+K", tr("People, pages and actions")),
    )


def _view() -> tuple[Command, ...]:
    return (
        Command("chinese", "中文", "view/language", choice=("language", CHINESE)),
        Command("english", "English", "view/language", choice=("language", ENGLISH)),
        Command("light", tr("&Light"), "view/palette", choice=("palette", theme.LIGHT)),
        Command("dark", tr("&Dark"), "view/palette", choice=("palette", theme.DARK)),
        Command("system", tr("As the &system"), "view/palette", choice=("palette", theme.SYSTEM)),
        Command("larger", tr("&Larger"), "view/text", keys="Ctrl+="),
        Command("smaller", tr("&Smaller"), "view/text", keys="Ctrl+-"),
        Command("normal_size", tr("&Normal"), "view/text", keys="Ctrl+0"),
        Command("fold", tr("&Narrow rail"), "view", "fold", "Ctrl+B", parts=True),
        Command("full_screen", tr("&Full screen"), "view", keys="F11"),
    )


def _roster() -> tuple[Command, ...]:
    return (
        Command(
            "plan", tr("&Plan…"), "roster", "plan", "Ctrl+R", tr("Let the program fill the places fairly")
        ),
        Command("check", tr("&Check"), "roster", "check", "F7", tr("Look for rules that are broken")),
        Command("publish", tr("P&ublish…"), "roster", "publish", tip=tr("Give the roster out as a version")),
    )


def _help() -> tuple[Command, ...]:
    return (
        Command("guide", tr("&Guide"), "help", "help", "F1"),
        Command(
            "notices", tr("&Notices"), "help", tip=tr("Licences of what DutyDesk is built on"), parts=True
        ),
        Command("about", tr("&About DutyDesk"), "help"),
    )


def make_actions(parent: QObject, chosen: Mapping[str, str]) -> dict[str, QAction]:
    """The actions of all commands by id; `chosen` are the present values of preferences."""
    groups: dict[str, QActionGroup] = {}
    made = {}
    for command in all_commands():
        action = QAction(command.text, parent)
        if command.icon:
            action.setIcon(icon(command.icon))
        action.setShortcut(QKeySequence(command.keys))
        action.setStatusTip(command.tip)
        action.setToolTip(_tool_tip(command))
        if command.choice is not None:
            preference, value = command.choice
            action.setCheckable(True)
            action.setChecked(chosen.get(preference) == value)
            groups.setdefault(preference, QActionGroup(parent)).addAction(action)
        made[command.id] = action
    return made


_DEEDS = {
    "plan": "adopt_plan",
    "publish": "publish_roster",
    "import_people": "import_people",
    "import_tally": "import_tally",
    "import_calendar": "import_calendar",
    "import_leave": "import_leave",
}
"""The deeds that commands end in."""


def entitle_commands(actions: Mapping[str, QAction], session: Session) -> None:
    """Grey the commands that whoever is signed in may not do, and say who may."""
    tips = {command.id: _tool_tip(command) for command in all_commands() if command.id in _DEEDS}
    for name, deed in _DEEDS.items():
        refusal = session.obstacle(deed)
        words = refusal_text(refusal) if refusal else tips[name]
        actions[name].setToolTip(words)
        if refusal:
            actions[name].setEnabled(False)
            actions[name].setStatusTip(words)


def fill(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Put the actions into their menus; gives the menus by name."""
    menus: dict[str, QMenu] = {}
    titles = menu_titles()
    for command in all_commands():
        if not command.menu:
            continue
        menu = _menu(bar, menus, command.menu, titles)
        if command.parts and not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(actions[command.id])
    return menus


def plain(text: str) -> str:
    """A menu's text as a name: without mnemonic and dots."""
    return text.partition("(&")[0].replace("&", "").rstrip("….")


def _menu(bar: QMenuBar, menus: dict[str, QMenu], name: str, titles: Mapping[str, str]) -> QMenu:
    if name not in menus:
        outer, _, _ = name.rpartition("/")
        menus[name] = (_menu(bar, menus, outer, titles) if outer else bar).addMenu(titles[name])
        menus[name].setToolTipsVisible(True)
    return menus[name]


def _tool_tip(command: Command) -> str:
    keys = QKeySequence(command.keys).toString(QKeySequence.SequenceFormat.NativeText)
    words = command.tip or plain(command.text)
    return f"{words} ({keys})" if keys else words
