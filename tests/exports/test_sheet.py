import pytest

from dutydesk.exports.sheet import MARK, Align, Cell, Column, Kind, Sheet, places, printable
from tests.exports import samples


def sheet(**parts):
    parts = {"columns": (Column("日期"), Column("备注", align=Align.LEFT)), **parts}
    return Sheet(language="zh_CN", title="值班表", **parts)


def test_cells_find_their_places_beside_and_below_spans():
    lines = (
        (Cell("a", rows=2), Cell("b", columns=2)),
        (Cell("c"), Cell("d")),
        (Cell("e", columns=3),),
    )
    found = [(place.cell.text, place.row, place.column) for place in places(lines, 3)]
    assert found == [("a", 0, 0), ("b", 0, 1), ("c", 1, 1), ("d", 1, 2), ("e", 2, 0)]


@pytest.mark.parametrize(
    "rows",
    [
        ((Cell("one place is empty"),),),
        ((Cell(), Cell(), Cell("one too many")),),
        ((Cell(columns=3),),),
        ((Cell(rows=2), Cell()),),
        ((Cell(columns=0), Cell()),),
        ((Cell(), Cell(rows=2)), (Cell(columns=2),)),
    ],
    ids=["hole", "surplus", "beyond the right", "beyond the bottom", "nothing", "overlap"],
)
def test_a_grid_that_is_not_filled_exactly_is_refused(rows):
    with pytest.raises(ValueError, match=r"row|cell"):
        sheet(rows=rows)


def test_a_sheet_without_columns_is_refused():
    with pytest.raises(ValueError, match="column"):
        sheet(columns=())


def test_the_titles_are_the_header_unless_one_is_given_or_there_are_none():
    assert [cell.text for cell in sheet().head[0]] == ["日期", "备注"]
    given = ((Cell("全周", columns=2),),)
    assert sheet(header=given).head == given
    assert sheet(columns=(Column(), Column())).head == ()


def test_alignment_follows_the_column_below_the_header():
    grid = sheet(rows=((Cell("1"), Cell("x")), (Cell("2"), Cell("y", align=Align.RIGHT)))).grid()
    assert [place.cell.align for place in grid] == [
        *(Align.CENTRE, Align.CENTRE),
        *(Align.CENTRE, Align.LEFT),
        *(Align.CENTRE, Align.RIGHT),
    ]
    assert [place.row for place in grid] == [0, 0, 1, 1, 2, 2]


def test_blank_rows_come_last():
    assert sheet(rows=((Cell("1"), Cell("x")),), blank_rows=2).body[1:] == ((Cell(), Cell()),) * 2


def test_the_mark_stands_behind_the_name_and_is_explained_once():
    marked = sheet(rows=((Cell("张三\n139", mark=True), Cell()),), notes=("备注",), mark_note="有变动")
    assert marked.rows[0][0].words == f"张三{MARK}\n139"
    assert marked.remarks == (f"{MARK} 有变动", "备注")
    assert sheet(notes=("备注",), mark_note="有变动").remarks == ("备注",)


def test_only_what_paper_can_hold_comes_in():
    assert printable("a\x00b\x0bc\r\nd\te\ud800\x85") == "abc\nd e"
    assert Cell("张\x07三").text == "张三"
    assert sheet(notes=("备\x00注",), lead=("\x1b单位",)).notes == ("备注",)


@pytest.mark.parametrize(
    ("text", "number"), [("12", 12.0), ("-5", -5.0), ("0.5", 0.5), ("=1", None), ("１２", None), ("", None)]
)
def test_only_a_number_is_a_number(text, number):
    assert Cell(text, kind=Kind.NUMBER).number == number
    assert Cell(text).number is None


def test_the_samples_are_whole():
    assert len(samples.month().rows) == 31
    assert len(samples.week().grid()) == 8 * 9
