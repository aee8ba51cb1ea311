import pytest
from PySide6.QtCore import QByteArray

from dutydesk.exports.letter import Grid, Heading, Letter, Paragraph
from ui.paper.letter_printing import pdf
from ui.paper.letter_setting import document


def a_letter(paragraphs):
    parts = (
        Heading("一、总体情况"),
        *(Paragraph("字" * 60),) * paragraphs,
        Grid((("姓名", 1.0),), (("李堃",),)),
    )
    return Letter(language="zh_CN", title="值班情况通报", parts=parts, closing=("办公室",), imprint="第1版")


def pages(made):
    return QByteArray(made).count(b"/Type /Page\n")


def test_a_letter_is_a_pdf_of_as_many_pages_as_it_needs(qapp):
    short, long = pdf(a_letter(1)), pdf(a_letter(30))
    assert short.startswith(b"%PDF")
    assert (pages(short), pages(long)) == (1, 5)


def with_a_table(paragraphs, rows):
    """So many lines of text, a heading, and a table of two columns, of which the first wraps."""
    parts = (
        *(Paragraph("字" * 20),) * paragraphs,
        Heading("三、扣分情况"),
        Grid((("科室", 1.0), ("扣分", 3.0)), tuple(("办公室领导班子一人", str(at)) for at in range(rows))),
    )
    return Letter(language="zh_CN", title="值班情况通报", parts=parts, closing=("办公室",), imprint="")


def lines_by_page(letter):
    """The words on each page: those of each block, by where its lines are painted."""
    made = document(letter)
    found = [[] for _ in range(made.pageCount())]
    block, height = made.begin(), made.pageSize().height()
    while block.isValid():
        layout = block.layout()
        top = made.documentLayout().blockBoundingRect(block).top() - layout.boundingRect().top()
        lines = [layout.lineAt(at) for at in range(layout.lineCount())]
        pages = {int((top + each.rect().center().y()) // height) for each in lines}
        if block.text():
            assert len(pages) == 1, block.text()
            found[pages.pop()].append(block.text())
        block = block.next()
    return found


@pytest.mark.parametrize("paragraphs", range(12, 24))
def test_no_line_of_a_table_is_torn_and_no_heading_stays_alone(qapp, paragraphs):
    pages = lines_by_page(with_a_table(paragraphs, 40))
    for page in pages:
        assert page
        assert page[-1] not in {"三、扣分情况", "扣分"}
        if "办公室领导班子一人" in page:
            assert page.index("科室") < page.index("办公室领导班子一人")  # the headings are repeated
    numbers = [text for page in pages for text in page if text.isdigit()]
    assert numbers == [str(at) for at in range(40)]


def test_a_row_taller_than_a_page_ends_the_search(qapp):
    tall = Grid((("科室", 1.0),), (("字" * 3000,),))
    made = document(Letter(language="zh_CN", title="t", parts=(tall,), closing=(), imprint=""))
    assert made.pageCount() > 1
