"""A sheet as one self-contained web page that prints like the form."""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from dutydesk.exports.fonts import OWN_FAMILY, Estimate, Face
from dutydesk.exports.paper import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dutydesk.exports.sheet import Place, Sheet

TEMPLATE = Path(__file__).parents[2] / "resources" / "print" / "sheet.html"


def render(sheet: Sheet) -> bytes:
    """Fill `resources/print/sheet.html`; every word is escaped, nothing is loaded from elsewhere."""
    layout = lay_out(sheet, Estimate())
    rows = _rows(sheet)
    heads = len(sheet.head)
    page = Template(TEMPLATE.read_text("utf-8")).substitute(
        language=escape(sheet.language.replace("_", "-")),
        title=_words(sheet.title),
        corner=_block("p", "corner", sheet.corner),
        subtitle=_block("p", "subtitle", sheet.subtitle),
        lead=_line("lead", sheet.lead),
        columns="".join(f'<col style="width:{width / layout.inner:.3%}">' for width in layout.columns),
        head="\n".join(rows[:heads]),
        body="\n".join(rows[heads:]),
        notes="".join(_block("p", "", note) for note in sheet.remarks),
        seal=_block("div", "seal", sheet.seal),
        foot=_line("foot", sheet.foot),
        imprint=_words(sheet.imprint),
        orientation="landscape" if sheet.landscape else "portrait",
        margin=f"{layout.edge:g}mm {layout.side:g}mm",
        width=f"{layout.inner:g}mm",
        points=f"{layout.points:g}pt",
        row=f"{min(layout.rows[heads:], default=sheet.row_height):.1f}mm",
        title_font=_family(Face.TITLE, "serif"),
        head_font=_family(Face.HEAD, "sans-serif"),
        body_font=_family(Face.BODY, "serif"),
    )
    return page.encode()


def _rows(sheet: Sheet) -> list[str]:
    heads = len(sheet.head)
    rows: list[list[str]] = [[] for _ in range(heads + len(sheet.body))]
    for place in sheet.grid():
        rows[place.row].append(_cell(place, "th" if place.row < heads else "td"))
    return [f"<tr>{''.join(cells)}</tr>" for cells in rows]


def _cell(place: Place, tag: str) -> str:
    cell = place.cell
    classes = [name for name, said in (("bold", cell.bold), ("mark", cell.mark), ("top", cell.top)) if said]
    style = f"text-align:{cell.align.value}" if cell.align else ""
    room = f";height:{cell.room:g}mm" if cell.room else ""
    span = f' rowspan="{cell.rows}" colspan="{cell.columns}"' if (cell.rows, cell.columns) != (1, 1) else ""
    return f'<{tag} class="{" ".join(classes)}" style="{style}{room}"{span}>{_words(cell.words)}</{tag}>'


def _line(name: str, parts: Iterable[str]) -> str:
    spans = "".join(f"<span>{_words(part)}</span>" for part in parts)
    return f'<p class="{name}">{spans}</p>' if spans else ""


def _block(tag: str, name: str, text: str) -> str:
    return f'<{tag} class="{name}">{_words(text)}</{tag}>' if text else ""


def _words(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _family(face: Face, generic: str) -> str:
    names = (*face.value, OWN_FAMILY)
    return ", ".join(f"'{name}'" for name in names) + f", {generic}"
