import pytest

from dutydesk.domain.history import Names, Search

NAMES = Names({"person": {"p": "李堃"}, "post": {"p": "岗位", "officer": "值班员"}})


@pytest.mark.parametrize(
    ("table", "row", "name"),
    [("person", "p", "李堃"), ("post", "p", "岗位"), ("post", "x", ""), ("x", "p", "")],
)
def test_a_record_has_a_name_in_its_table(table, row, name):
    assert NAMES.of(table, row) == name


def test_a_record_is_found_whichever_its_table():
    assert (NAMES.anywhere("officer"), NAMES.anywhere("nobody")) == ("值班员", "")


def test_a_search_narrows_nothing_by_itself():
    assert Search() == Search(None, None, "", "", frozenset(), "", ())
