from dutydesk.domain.lists.table import Column, Line


def test_a_line_says_nothing_in_a_column_it_does_not_have():
    line = Line(3, {Column.NAME: "张三"}, ("1", "张三"))
    assert (line[Column.NAME], line[Column.PHONE]) == ("张三", "")
