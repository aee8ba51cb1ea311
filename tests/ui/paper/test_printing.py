import re
import shutil
import subprocess
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from shiboken6 import isValid

from dutydesk.errors import SilentPrinterError
from dutydesk.exports.paper import lay_out
from dutydesk.exports.sheet import Cell
from tests.exports import forms, samples
from ui.paper.continuation import continued
from ui.paper.printing import pdf, picture, preview, print_to, sheet_pages, sheet_paper, write_pdf
from ui.paper.typefaces import UNITS_PER_MM, PrinterRuler
from ui.paper.typesetting import documents
from ui.theme import DARK, palette_of

ALL = [
    samples.week,
    samples.month,
    forms.holiday,
    forms.register,
    forms.slip,
    samples.english_week,
]


@pytest.fixture(autouse=True)
def _application(qapp):
    """Fonts need one."""


def count(written):
    """Pages of a PDF."""
    return len(re.findall(rb"/Type\s*/Page\b", written))


def words(sheet):
    return {line for place in sheet.grid() for line in place.cell.words.split("\n")} | {
        sheet.title,
        sheet.subtitle,
        sheet.corner,
        sheet.seal,
        *sheet.lead,
        *sheet.foot,
        *sheet.remarks,
    }


def bare(text):
    """Text without blanks: where they fall on the page is the layout's business."""
    return re.sub(r"\s", "", text)


def set_pages(sheet):
    """The pages as they are printed, with their plan."""
    sheet, layout = continued(sheet, lay_out(sheet, PrinterRuler()))
    return documents(sheet, layout), layout


def assert_inside_the_paper(pages, layout):
    assert max(page.size().height() for page in pages) / UNITS_PER_MM <= layout.room
    assert max(page.size().width() for page in pages) / UNITS_PER_MM <= layout.inner + 0.5


def text_of(pages):
    return bare("".join(page.toPlainText() for page in pages))


@pytest.mark.parametrize("sample", ALL, ids=lambda sample: sample.__name__)
def test_no_word_is_lost_and_no_page_overflows(sample):
    sheet = sample()
    pages, layout = set_pages(sheet)
    text = text_of(pages)
    assert [line for line in words(sheet) if bare(line) not in text] == []
    assert_inside_the_paper(pages, layout)


def test_a_form_of_a_title_alone_is_a_page():
    bare_form = replace(forms.slip(), rows=(), lead=(), notes=())
    pages, _ = set_pages(bare_form)
    assert text_of(pages) == bare_form.title
    assert count(pdf(bare_form)) == 1


@pytest.mark.parametrize("sample", [samples.week, samples.month, forms.holiday, forms.slip])
def test_a_form_for_one_page_is_one_page(sample):
    assert count(pdf(sample())) == 1


def test_the_header_is_on_every_page_of_a_register():
    sheet = forms.register()
    pages, _ = set_pages(sheet)
    assert len(pages) == count(pdf(sheet)) == 2
    assert all("来访人" in page.toPlainText() for page in pages)
    assert "登记人" in pages[-1].toPlainText()
    assert "登记人" not in pages[0].toPlainText()


def test_the_pdf_can_be_searched(tmp_path):
    """Rare names must be found, not be boxes; without pdftotext the embedded font is the proof."""
    path = tmp_path / "week.pdf"
    write_pdf(samples.week(), path)
    assert path.read_bytes().startswith(b"%PDF")
    if (pdftotext := shutil.which("pdftotext")) is None:
        assert b"DutyDeskSansSC" in path.read_bytes()
        return
    text = subprocess.run([pdftotext, str(path), "-"], capture_output=True, check=True).stdout.decode()
    assert [letter for letter in samples.RARE if letter not in text] == []
    assert [name for name in (*samples.LEADERS, *samples.OFFICERS) if bare(name) not in bare(text)] == []
    assert "第3版" in text
    assert "13900002002" in text


def test_a_row_taller_than_a_page_goes_on_with_the_next():
    sheet = forms.register(3)
    story = "".join(f"{number:04d}，" for number in range(1400))
    first = (*(Cell(),) * 6, Cell(story), *(Cell(),) * 3)
    long = replace(sheet, rows=(first, *sheet.rows[1:]))
    pages, layout = set_pages(long)
    assert len(pages) == count(pdf(long)) > 2
    assert_inside_the_paper(pages, layout)
    header = "".join(column.title for column in long.columns)
    assert story in text_of(pages).replace(header, "")


def test_a_file_that_cannot_be_written_is_an_error_of_the_system(tmp_path):
    with pytest.raises(OSError, match="no_such_folder"):
        write_pdf(forms.slip(), tmp_path / "no_such_folder" / "slip.pdf")


def to_file(path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_a_printer_gets_the_pages_its_dialog_chose(tmp_path):
    printer = to_file(tmp_path / "all.pdf")
    print_to(sheet_pages(forms.register()), sheet_paper(forms.register()), printer)
    assert printer.pageLayout().orientation() == printer.pageLayout().Orientation.Landscape
    assert count((tmp_path / "all.pdf").read_bytes()) == 2
    printer = to_file(tmp_path / "second.pdf")
    printer.setFromTo(2, 2)
    print_to(sheet_pages(forms.register()), sheet_paper(forms.register()), printer)
    assert count((tmp_path / "second.pdf").read_bytes()) == 1


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_does_not_answer_is_told(tmp_path):
    with pytest.raises(SilentPrinterError):
        print_to(
            sheet_pages(forms.slip()),
            sheet_paper(forms.slip()),
            to_file(tmp_path / "no_such_folder" / "slip.pdf"),
        )


def test_the_preview_shows_the_pages_and_deletes_itself(qtbot):
    dialog = preview(forms.register())
    assert isinstance(dialog, QPrintPreviewDialog)
    assert dialog.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    assert dialog.windowTitle() == "来访登记表"
    widget = dialog.findChild(QPrintPreviewWidget)
    qtbot.waitUntil(lambda: widget.pageCount() == 2)
    dialog.close()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_a_page_on_the_screen_is_black_on_white_in_the_dark_too():
    light = picture(samples.week(), 400)
    before = QGuiApplication.palette()
    QGuiApplication.setPalette(palette_of(DARK))
    try:
        assert picture(samples.week(), 400) == light
    finally:
        QGuiApplication.setPalette(before)
    assert (light.width(), light.height()) == (400, 283)
