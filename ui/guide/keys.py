"""Every key as a table for the guide, read off the commands themselves."""

from ui.i18n import tr
from ui.window.actions import all_commands, plain


def keys_table() -> str:
    """A table in Markdown: what the key does, and the key."""
    lines = [*_in_tables(), *((plain(each.text), each.keys) for each in all_commands() if each.keys)]
    what_heading, key_heading = tr("What it does"), tr("Key")
    head = f"| {what_heading} | {key_heading} |\n| --- | --- |\n"
    return head + "".join(f"| {what} | `{keys}` |\n" for what, keys in lines)


def _in_tables() -> list[tuple[str, str]]:
    return [
        (tr("Replace a cell"), tr("just type: a name, a part of it, or pinyin initials")),
        (tr("Change a cell"), "F2"),
        (tr("Down, right"), "Enter, Tab"),
        (tr("Empty cells"), "Delete"),
        (tr("Repeat from above"), "Ctrl+D"),
        (tr("Out of a table"), "Ctrl+Tab"),
        (tr("Menu of what is chosen"), "Shift+F10"),
        (tr("Between rail and page"), "F6, Ctrl+F6"),
        (tr("To a page"), "Ctrl+1 … Ctrl+9"),
    ]
