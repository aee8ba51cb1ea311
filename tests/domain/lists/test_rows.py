import pytest

from dutydesk.domain.lists.days import read_day
from dutydesk.domain.lists.rows import RefusedRowError, Twins, optional, read_rows, required, whole
from dutydesk.domain.lists.table import Column, Line, Refused, Why


def line(number=2, **said):
    cells = {Column(name): text for name, text in said.items()}
    return Line(number, cells, tuple(cells.values()))


def test_cells_are_read_or_the_row_is_refused():
    assert optional(line(), Column.JOINED, read_day, Why.BAD_DAY) is None
    with pytest.raises(RefusedRowError) as refusal:
        required(line(joined="2026-11-31"), Column.JOINED, read_day, Why.BAD_DAY)
    assert (refusal.value.why, refusal.value.text) == (Why.BAD_DAY, "2026-11-31")


def test_a_missing_cell_is_told_by_the_whole_row():
    with pytest.raises(RefusedRowError) as refusal:
        required(line(title="科长", phone="1"), Column.JOINED, read_day, Why.BAD_DAY)
    assert refusal.value.text == whole(line(title="科长", phone="1")) == "科长 1"


def test_the_second_of_two_equal_rows_is_refused_with_the_line_of_the_first():
    twins = Twins()

    def read(each):
        twins.refuse_second(each, each[Column.NAME])
        return each[Column.NAME]

    rows, refused = read_rows("s", [line(2, name="张三"), line(3, name="李四"), line(4, name="张三")], read)
    assert rows == ("张三", "李四")
    assert refused == (Refused("s", 4, Why.DUPLICATE, "2"),)
