import io
from dataclasses import replace

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from dutydesk.exports import docx as exporter
from tests.exports import forms, samples


def read(sheet):
    return docx.Document(io.BytesIO(exporter.render(sheet)))


def text_of(document):
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    footer = [paragraph.text for paragraph in document.sections[0].footer.paragraphs]
    return "\n".join(paragraphs + cells + footer)


@pytest.mark.parametrize("sample", [forms.holiday, forms.slip, samples.english_week])
def test_every_word_of_the_form_is_in_the_document(sample):
    sheet = sample()
    text = text_of(read(sheet))
    wanted = {place.cell.words for place in sheet.grid()}
    wanted |= {sheet.title, sheet.corner, sheet.seal, sheet.imprint, *sheet.lead, *sheet.foot, *sheet.remarks}
    assert not [words for words in wanted if words not in text]


def test_paper_and_margins():
    section = read(samples.week()).sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    assert read(forms.slip()).sections[0].orientation == WD_ORIENT.PORTRAIT


def test_every_cell_carries_its_width():
    table = read(samples.week()).tables[0]
    assert not table.autofit
    widths = [cell.width.mm for cell in table.rows[1].cells]
    assert sum(widths) == pytest.approx(267, abs=0.5)
    assert widths == [cell.width.mm for cell in table.rows[5].cells]
    assert widths == pytest.approx([column.width.mm for column in table.columns])


def test_the_header_is_repeated_and_no_row_is_broken():
    rows = read(forms.register()).tables[0].rows
    marks = [{child.tag for child in row._tr.trPr} for row in rows]  # noqa: SLF001 - python-docx has no word for it
    assert all(qn("w:cantSplit") in mark for mark in marks)
    assert [qn("w:tblHeader") in mark for mark in marks] == [True] + [False] * (len(marks) - 1)


def test_spans_are_merged():
    table = read(forms.holiday()).tables[0]
    chief = [table.cell(row, 2).text for row in (1, 2, 3)]
    assert chief == ["陈志远\n市政府秘书长\n13900000001"] * 3


def test_text_is_proofed_as_chinese_in_the_office_s_typefaces():
    document = read(samples.week())
    languages = list(document.styles.element.iter(qn("w:lang")))
    assert languages
    assert {language.get(qn("w:eastAsia")) for language in languages} == {"zh-CN"}
    fonts = {
        fonts.get(qn("w:eastAsia"))
        for fonts in document.element.iter(qn("w:rFonts"))
        if fonts.get(qn("w:eastAsia"))
    }
    assert fonts == {"方正小标宋简体", "黑体", "仿宋"}


def test_pages_of_a_register_are_counted_by_the_word_processor():
    footer = read(forms.register()).sections[0].footer
    fields = [field.get(qn("w:instr")) for field in footer._element.iter(qn("w:fldSimple"))]  # noqa: SLF001 - python-docx has no word for it
    assert fields == ["PAGE", "NUMPAGES"]
    assert "第" not in read(samples.week()).sections[0].footer.paragraphs[0].text.replace("第3版", "")


def test_a_form_with_nothing_but_a_title_is_a_document():
    bare = replace(forms.slip(), rows=(), lead=(), notes=())
    assert "请（销）假审批表" in text_of(read(bare))
    assert read(bare).tables == []


def test_the_author_is_the_program():
    properties = read(samples.week()).core_properties
    assert (properties.author, properties.title) == ("DutyDesk", "滨江市人民政府办公室值班表")
