"""The break-glass code on paper: for the sealed envelope in the duty room."""

from dutydesk.exports.sheet import Align, Cell, Column, Sheet
from ui.i18n import language, tr
from ui.sheets.parts import Letterhead, page_words


def code_sheet(head: Letterhead, code: str, made_by: str) -> Sheet:
    """The code, how it is used, and who made it when."""
    rows = (
        (tr("Code"), code),
        (tr("How it is used"), _how()),
        (tr("Made by"), made_by),
        (tr("Sealed by (name, date)"), ""),
        (tr("Opened by (name, date, why)"), ""),
    )
    return Sheet(
        language=language(),
        title=tr("Break-glass code of the duty room"),
        columns=(Column("", 1.0), Column("", 3.0, Align.LEFT)),
        rows=tuple((Cell(word, bold=True), Cell(text, bold=text == code, room=14.0)) for word, text in rows),
        corner=tr("Keep sealed"),
        lead=(head.office.name, head.day_line),
        imprint=head.stamp,
        page_words=page_words(),
        landscape=False,
    )


def _how() -> str:
    return tr(
        "Only when nobody can sign in and no supervisor is there. In the window that asks who signs in: "
        "“Cannot get in?”, the name, this code, and a new PIN or passphrase. It opens once; its use is "
        "written into the journal and shown until an administrator has seen it."
    )
