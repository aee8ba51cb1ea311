import io

import docx
import pytest

from dutydesk.exports import letter_docx
from dutydesk.exports.letter import Grid, Heading, Letter, Paragraph


@pytest.fixture
def document():
    parts = (
        Heading("一、总体情况"),
        Paragraph("本期抽查3次。"),
        Grid((("姓名", 1.0), ("扣分", 3.0)), (("李堃", "5"), ("赵喆", "1"))),
    )
    letter = Letter(
        language="zh_CN", title="值班情况通报", parts=parts, imprint="第1版",
        closing=("云溪市人民政府办公室", "2026年11月23日"),
    )  # fmt: skip
    return docx.Document(io.BytesIO(letter_docx.render(letter)))


def test_the_page_is_that_of_an_official_paper(document):
    section = document.sections[0]
    lengths = (section.page_width, section.top_margin, section.left_margin, section.right_margin)
    assert [round(each.mm) for each in lengths] == [210, 37, 28, 26]
    assert "第1版" in section.footer.paragraphs[0].text


def test_title_text_and_closing_stand_in_their_order(document):
    texts = [each.text for each in document.paragraphs if each.text]
    assert texts == [
        "值班情况通报",
        "一、总体情况",
        "本期抽查3次。",
        "云溪市人民政府办公室",
        "2026年11月23日",
    ]
    title, *_ = document.paragraphs
    assert title.runs[0].font.size.pt == 22


def test_a_heading_goes_with_what_it_heads(document):
    heading = next(each for each in document.paragraphs if each.text == "一、总体情况")
    assert heading.paragraph_format.keep_with_next
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in document.tables[0].rows]
    assert kept == [True, False, False]


def test_the_table_has_its_titles_and_the_shares_of_its_columns(document):
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["姓名", "扣分"],
        ["李堃", "5"],
        ["赵喆", "1"],
    ]
    narrow, wide = table.rows[1].cells
    assert [round(narrow.width.mm), round(wide.width.mm)] == [39, 117]
