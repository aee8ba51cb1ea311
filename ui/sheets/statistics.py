"""The table of a figure as a sheet for paper and spreadsheet."""

from dutydesk.exports.sheet import Align, Cell, Column, Kind, Sheet
from ui.figures.figure import Figure
from ui.i18n import language, tr
from ui.sheets.parts import Letterhead, page_words


def figure_title(figure: Figure, year: int, head: Letterhead) -> str:
    """What stands above chart and table on paper."""
    return tr("{office} {year}: {figure}", office=head.office.name, year=year, figure=figure.title)


def figure_sheet(figure: Figure, year: int, head: Letterhead) -> Sheet:
    """Every row of a figure; its numbers can be added up in a spreadsheet."""
    kinds = [Kind.NUMBER if each.number else Kind.TEXT for each in figure.columns]
    return Sheet(
        language=language(),
        title=figure_title(figure, year, head),
        columns=tuple(Column(each.title, each.width, Align.CENTRE) for each in figure.columns),
        rows=tuple(
            tuple(Cell(text, kind=kind) for text, kind in zip(row, kinds, strict=True)) for row in figure.rows
        ),
        lead=(head.seal_line, head.day_line),
        notes=(figure.note,),
        imprint=head.stamp,
        page_words=page_words(),
    )
