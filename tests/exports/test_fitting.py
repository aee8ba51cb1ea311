import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.exports.fitting import TALLEST_HEAD, TALLEST_ROW, column_widths, pages, row_heights, stretched
from dutydesk.exports.fonts import Estimate, Face
from dutydesk.exports.sheet import Align, Cell, Column, Sheet
from tests.exports import forms

RULER = Estimate()


def sheet(*rows, columns=2, **parts):
    return Sheet(language="zh_CN", title="表", columns=(Column(),) * columns, rows=rows, **parts)


def test_columns_share_the_width_by_weight_where_nothing_presses():
    plain = Sheet(language="zh_CN", title="表", columns=(Column(width=1), Column(width=3)))
    widths, whole = column_widths(plain, RULER, 10, 200)
    assert whole
    assert widths == pytest.approx((50, 150))


def test_a_name_takes_room_from_columns_that_can_spare_it():
    widths, whole = column_widths(sheet((Cell("司徒䶮龘13900001006"), Cell("一"))), RULER, 10, 60)
    assert whole
    assert sum(widths) == pytest.approx(60)
    assert widths[0] > RULER.width("司徒䶮龘13900001006", Face.BODY, 10)


def test_too_many_names_are_told():
    widths, whole = column_widths(sheet((Cell("欧阳建国司徒"), Cell("欧阳建国司徒"))), RULER, 16, 50)
    assert not whole
    assert sum(widths) == pytest.approx(50)


def test_prose_may_wrap_and_claims_little():
    columns = (Column("备注", align=Align.LEFT), Column("姓名"))
    wordy = Sheet(language="zh_CN", title="表", columns=columns, rows=((Cell("长" * 60), Cell("李堃")),))
    widths, whole = column_widths(wordy, RULER, 10, 80)
    assert whole
    assert widths[0] < 60


def test_rows_hold_their_text_and_the_room_for_a_pen():
    heights = row_heights(
        sheet((Cell("一\n二\n三\n四"), Cell()), (Cell(room=25), Cell()), (Cell(), Cell()), row_height=9),
        RULER,
        12,
        (40, 40),
    )
    assert heights[0] > 4 * 12 * 0.35
    assert heights[1:] == (25, 9)


def test_a_spanning_cell_stretches_the_rows_below_it():
    tall = Cell("\n".join("一二三四五六七八"), rows=2)
    spread = row_heights(sheet((tall, Cell()), (Cell(),), row_height=8), RULER, 12, (40, 40))
    assert spread[0] == pytest.approx(spread[1])
    assert sum(spread) > 8 * 12 * 0.35


@given(st.lists(st.floats(3, 30), min_size=1, max_size=30), st.floats(10, 400))
def test_stretching_never_lowers_a_row_nor_leaves_the_page(heights, room):
    higher = stretched(heights, 1, room)
    caps = [TALLEST_HEAD] + [TALLEST_ROW] * (len(heights) - 1)
    assert all(
        new >= old and new <= max(old, cap) for new, old, cap in zip(higher, heights, caps, strict=True)
    )
    assert sum(higher) <= max(room, sum(heights)) + 1e-6


@given(st.lists(st.integers(1, 4), min_size=1, max_size=20), st.integers(40, 200), st.integers(0, 35))
def test_every_row_is_on_one_page_and_no_cell_is_cut(blocks, room, tail):
    rows = [line for height in blocks for line in ((Cell(rows=height), Cell()), *((Cell(),),) * (height - 1))]
    book = sheet(*rows, header=((Cell("日期"), Cell("备注")),))
    cut = pages(book, [10.0] * (len(rows) + 1), room, room, tail)
    assert [row for page in cut for row in page] == list(range(1, len(rows) + 1))
    starts = {1 + sum(blocks[:number]) for number in range(len(blocks))}
    assert all(page.start in starts for page in cut)
    if room >= 50:
        assert all(10 + 10 * len(page) <= room for page in cut)


def test_what_stands_below_the_table_takes_rows_with_it():
    rows = ((Cell(), Cell()),) * 4
    assert pages(sheet(*rows), [10.0] * 4, 40, 40, 0) == (range(4),)
    assert pages(sheet(*rows), [10.0] * 4, 40, 40, 5) == (range(3), range(3, 4))


def test_a_form_without_rows_has_one_page():
    assert pages(sheet(), [], 40, 40, 5) == (range(0),)
    assert forms.slip().head == ()


def test_on_a_crowded_page_words_stay_whole_and_prose_has_its_room():
    titles = ("Recorder", "Acknowledged", "0570-0000121", "Content")
    columns = tuple(
        Column(
            each, width=3 if each == "Content" else 1, align=Align.LEFT if each == "Content" else Align.CENTRE
        )
        for each in titles
    )
    row = (Cell("kept by the officers"), Cell("yes, by the unit"), Cell("0570-0000121"), Cell("word " * 60))
    widths, whole = column_widths(
        Sheet(language="en", title="Log", columns=columns, rows=(row, row)), RULER, 9, 115
    )
    assert not whole
    assert sum(widths) == pytest.approx(115)
    assert all(
        RULER.width(word, Face.HEAD, 9) <= have for word, have in zip(titles[:3], widths[:3], strict=True)
    )
    assert widths[3] == max(widths)
