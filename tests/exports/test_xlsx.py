import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from dutydesk.exports import xlsx
from dutydesk.exports.sheet import Cell, Column, Kind, Sheet
from tests.exports import forms, samples


def read(sheet):
    return load_workbook(io.BytesIO(xlsx.render(sheet))).worksheets[0]


def find(page, text):
    return next(cell for row in page.iter_rows() for cell in row if cell.value == text)


def test_every_word_of_the_form_is_in_the_spreadsheet():
    sheet = forms.holiday()
    page = read(sheet)
    words = {str(cell.value) for row in page.iter_rows() for cell in row if cell.value is not None}
    wanted = {place.cell.words for place in sheet.grid() if place.cell.text}
    wanted |= {sheet.title, sheet.corner, sheet.seal, *sheet.lead, *sheet.foot, *sheet.remarks}
    assert wanted <= words


def test_it_opens_ready_to_print():
    page = read(samples.week())
    assert page.page_setup.paperSize == 9
    assert page.page_setup.orientation == "landscape"
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 1)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    head = find(page, "带班领导").row
    assert page.print_title_rows == f"${head}:${head}"
    assert page.freeze_panes == f"A{head + 1}"
    assert "第3版" in page.oddFooter.left.text
    assert not page.oddFooter.right.text


def test_a_register_may_run_over_pages_and_counts_them():
    page = read(forms.register())
    assert page.page_setup.fitToHeight == 0
    assert page.oddFooter.right.text.endswith("第 &P 页　共 &N 页")


def test_an_ampersand_in_the_imprint_is_no_command():
    assert "A&&B" in xlsx_footer(replace(forms.slip(), imprint="A&B"))


def xlsx_footer(sheet):
    return read(sheet).oddFooter.left.text


def test_spans_are_merged_and_ruled_in_every_cell():
    page = read(forms.holiday())
    chief = find(page, "陈志远\n市政府秘书长\n13900000001")
    assert f"C{chief.row}:C{chief.row + 2}" in {str(span) for span in page.merged_cells.ranges}
    for row in range(chief.row, chief.row + 5):
        for column in range(1, 10):
            border = page.cell(row, column).border
            assert border.left.style
            assert border.right.style
    assert page.cell(chief.row, 1).border.left.style == "medium"
    assert page.cell(chief.row, 2).border.left.style == "thin"
    assert page.cell(chief.row + 4, 5).border.bottom.style == "medium"


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://example.invalid","x")', "+1", "-1", "@SUM(A1)"])
def test_what_looks_like_a_formula_stays_the_text_it_is(text):
    page = read(
        Sheet(language="en", title=text, columns=(Column(text),), rows=((Cell(text),),), notes=(text,))
    )
    found = [cell for row in page.iter_rows() for cell in row if cell.value == text]
    assert len(found) == 4
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in found)


def test_telephones_are_text_and_numbers_are_numbers():
    numbers = (Cell("-5", kind=Kind.NUMBER), Cell("—", kind=Kind.NUMBER))
    cells = (Cell("057188001234", kind=Kind.PHONE), *numbers, Cell("13900001000"))
    page = read(Sheet(language="en", title="x", columns=(Column("t"),) * 4, rows=(cells,)))
    phone, number, none, text = (cell for cell in page[3])
    assert (none.value, none.number_format) == ("—", "General")
    assert (phone.value, phone.number_format, phone.data_type) == ("057188001234", "@", "s")
    assert (number.value, number.data_type) == (-5, "n")
    assert (text.value, text.number_format) == ("13900001000", "@")


def test_columns_are_as_wide_as_planned_and_together_fill_the_paper():
    page = read(samples.week())
    widths = {letter: page.column_dimensions[letter].width for letter in "ABCDEFGHI"}
    assert widths["D"] > widths["B"]
    assert sum(width * 7 + 5 for width in widths.values()) * 25.4 / 96 == pytest.approx(267, abs=1)


def test_the_office_finds_its_own_typefaces():
    page = read(samples.week())
    assert find(page, "滨江市人民政府办公室值班表").font.name == "方正小标宋简体"
    assert find(page, "日期").font.name == "黑体"
    assert find(page, "孙丽娟").font.name == "仿宋"


def test_a_title_no_tab_could_carry_is_cut_for_the_tab_only():
    odd = replace(forms.slip(), title="a/b:c*?[d]" * 6)
    assert len(read(odd).title) == 31
    assert find(read(odd), odd.title)


def test_more_words_on_a_line_than_columns_are_joined():
    narrow = Sheet(
        language="en", title="x", columns=(Column("a"),), rows=((Cell("1"),),), lead=("l", "m", "r")
    )
    assert find(read(narrow), "l　m　r")


def test_a_seal_has_its_space():
    page = read(replace(forms.holiday(), notes=(), mark_note=""))
    seal = find(page, "（单位盖章）")
    span = next(span for span in page.merged_cells.ranges if seal.coordinate in span)
    heights = [page.row_dimensions[row].height for row in range(span.min_row, span.max_row + 1)]
    assert sum(heights) * 25.4 / 72 >= 19.9
