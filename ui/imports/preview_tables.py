"""What an import understood, as tables: rows, refused and ignored lines, doubts, headings."""

from collections.abc import Sequence

from dutydesk.domain.lists.table import Heading, Ignored, Refused
from dutydesk.services.intake import Doubtful, Fate, FieldChange, Intake, Item
from ui.i18n import tr
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.table_model import RIGHT, Column, TableModel
from ui.words.intake import column_text, doubt_text, fate_text, field_text, ignored_text, refused_text

_FATE_INKS = {Fate.ADDED: "good", Fate.CHANGED: "changed", Fate.UNCHANGED: "dim", Fate.REMOVED: "error"}
Row = tuple[str, ...]


def rows_table(intake: Intake, headings: tuple[str, str] | None = None) -> FilteredTable[Item]:
    """Every row of the list with what becomes of it, field by field; what stays as it is comes last."""
    name, section = headings or (tr("Name"), tr("Section"))
    columns: list[Column[Item]] = [
        Column("line", tr("Line"), lambda item: _line(item.line), _line_number, align=RIGHT, width=6),
        Column("fate", tr("What becomes of it"), lambda item: fate_text(item.fate), ink=_fate_ink, width=12),
        Column("name", name, lambda item: item.name, width=12),
        Column("section", section, lambda item: item.section, width=16),
        Column("changes", tr("Understood"), _changes, tip=_changes, width=60),
    ]
    model = TableModel(columns, lambda item: (item.sheet, item.line, item.name))
    model.set_rows(sorted(intake.items, key=lambda item: item.fate is Fate.UNCHANGED))
    return FilteredTable(tr("Rows"), model, whole_rows=True)


def lines_table(name: str, title: str, rows: Sequence[Row]) -> FilteredTable[Row]:
    """Lines of the source with a word about each."""
    columns: list[Column[Row]] = [
        Column("sheet", tr("Sheet"), lambda row: row[0], width=12),
        Column("line", tr("Line"), lambda row: row[1], lambda row: int(row[1] or 0), align=RIGHT, width=6),
        Column("word", title, lambda row: row[2], tip=lambda row: row[2], width=44),
        Column("text", tr("As it stands there"), lambda row: row[3], tip=lambda row: row[3], width=40),
    ]
    model = TableModel(columns, lambda row: row)
    model.set_rows(rows)
    return FilteredTable(name, model, whole_rows=True)


def refused_rows(refused: Sequence[Refused]) -> list[Row]:
    """The refused lines with the reason."""
    return [(each.sheet, str(each.line), refused_text(each), each.text) for each in refused]


def ignored_rows(ignored: Sequence[Ignored]) -> list[Row]:
    """The lines that were passed over, empty ones left out."""
    return [(each.sheet, str(each.line), ignored_text(each), each.text) for each in ignored if each.text]


def doubt_rows(doubts: Sequence[Doubtful]) -> list[Row]:
    """What should be looked at."""
    return [(each.sheet, _line(each.line), doubt_text(each), each.text) for each in doubts]


def heading_rows(intake: Intake) -> list[Row]:
    """Which word of the header was taken as what."""
    return [
        (header.sheet, str(header.line), _meaning(heading), heading.text)
        for header in intake.headers
        for heading in header.headings
    ]


def _line_number(item: Item) -> int:
    return item.line


def _line(number: int) -> str:
    return str(number) if number else ""


def _fate_ink(item: Item) -> str:
    return _FATE_INKS[item.fate]


def _changes(item: Item) -> str:
    return tr("; ").join(_change(item.fate, each) for each in item.changes)


def _change(fate: Fate, change: FieldChange) -> str:
    field = field_text(change.field)
    if fate is Fate.ADDED or not change.before:
        return tr("{field} {after}", field=field, after=change.after)
    return tr(
        "{field} {before} → {after}", field=field, before=change.before, after=change.after or tr("empty")
    )


def _meaning(heading: Heading) -> str:
    return column_text(heading.column) if heading.column else tr("not used")
