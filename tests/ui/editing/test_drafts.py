from dataclasses import dataclass

import pytest

from dutydesk.errors import NameTakenError, NotANumberError
from ui.editing.drafts import Drafts, attribute
from ui.editing.reading import number


@dataclass(frozen=True)
class Place:
    id: str
    name: str
    heads: int = 0


@pytest.fixture
def kept():
    return []


@pytest.fixture
def drafts(qapp, kept):
    """Two places; no deed takes the name 甲."""

    def keep(rows):
        if any(row.name == "甲" for row in rows):
            return NameTakenError("甲")
        kept.append(list(rows))
        return None

    fields = [
        attribute("name", "Name", needed=True),
        attribute("heads", "Heads", read=lambda text: number(text, 0, 9), show=str),
    ]
    made = Drafts(fields, lambda row: row.id, keep)
    made.set_values([Place("a", "一"), Place("b", "二")])
    return made


def texts(drafts):
    model = drafts.model
    return [[model.index(row, column).data() for column in (0, 1)] for row in range(model.rowCount())]


def test_what_can_be_read_is_kept_at_once(drafts, kept):
    drafts.put([(Place("a", "一"), "heads", "3"), (Place("b", "二"), "heads", "4")])
    assert kept == [[Place("a", "一", 3), Place("b", "二", 4)]]
    assert drafts.lines() == ()


def test_a_block_waits_for_its_last_cell(drafts, kept):
    drafts.put([(Place("a", "一"), "heads", "3"), (Place("b", "二"), "heads", "many")])
    assert kept == []
    assert texts(drafts) == [["一", "3"], ["二", "many"]]
    assert [bool(line.typed[0].why) for line in drafts.lines()] == [False, True]
    drafts.drop(["b"], "heads")
    assert kept == [[Place("a", "一", 3)]]


def test_a_refused_deed_is_told_in_the_cells_that_asked_for_it(drafts, kept):
    drafts.put([(Place("a", "一"), "name", "甲")])
    assert "甲" in drafts.lines()[0].typed[0].why
    drafts.drop_all()
    assert texts(drafts)[0] == ["一", "0"]


def test_a_typed_text_survives_reading_the_rows_again(drafts):
    drafts.put([(Place("a", "一"), "heads", "many")])
    drafts.set_values([Place("a", "乙"), Place("b", "二")])
    assert texts(drafts)[0] == ["乙", "many"]


def test_a_new_row_is_kept_once_nothing_is_missing(drafts, kept):
    new = Place("c", "")
    drafts.begin(new)
    drafts.put([(new, "heads", "2")])
    assert kept == []
    assert drafts.missing(drafts.lines()[0]) == ("Name",)
    drafts.put([(new, "name", "三")])
    assert kept == [[Place("c", "三", 2)]]


def test_a_new_row_is_dropped(drafts):
    drafts.begin(Place("c", ""))
    drafts.drop(["c"])
    assert len(texts(drafts)) == 2


def test_a_number_has_its_bounds():
    with pytest.raises(NotANumberError):
        number("10", 0, 9)
