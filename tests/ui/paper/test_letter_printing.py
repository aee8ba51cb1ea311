from PySide6.QtCore import QByteArray

from dutydesk.exports.letter import Grid, Heading, Letter, Paragraph
from ui.paper.letter_printing import pdf


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
