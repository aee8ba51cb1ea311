import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from dutydesk.exports import wordml
from dutydesk.exports.fonts import Face


@pytest.fixture
def document():
    return docx.Document()


def names(element):
    return [child.tag.split("}")[1] for child in element]


def test_no_name_is_underlined_as_bad_english(document):
    wordml.proofed_as_chinese(document)
    marks = {mark.get(qn("w:eastAsia")) for mark in document.styles.element.iter(qn("w:lang"))}
    assert marks == {"zh-CN"}


def test_a_run_names_its_font_for_both_scripts(document):
    run = wordml.run_in(document.add_paragraph(), "司徒䶮龘 139", Face.HEAD, 12)
    assert run.font.name == "黑体"
    assert run._r.rPr.rFonts.get(qn("w:eastAsia")) == "黑体"  # noqa: SLF001 - python-docx has no word for it
    assert run.font.size.pt == 12


def test_pages_are_counted_by_fields_between_the_words(document):
    paragraph = document.add_paragraph()
    wordml.number_in(paragraph, "Page {page} of {pages}.", Face.BODY, 8)
    kinds = names(paragraph._p)  # noqa: SLF001 - python-docx has no word for it
    assert kinds == ["r", "fldSimple", "r", "fldSimple", "r"]
    fields = [field.get(qn("w:instr")) for field in paragraph._p.iter(qn("w:fldSimple"))]  # noqa: SLF001 - as above
    assert fields == ["PAGE", "NUMPAGES"]


def test_properties_of_a_table_keep_the_order_the_format_wants(document):
    table = document.add_table(1, 1)
    table.autofit = False
    wordml.pad(table, 1.5)
    wordml.rule(table, 1.0, 0.5)
    properties = table._tblPr  # noqa: SLF001 - python-docx has no word for it
    order = [
        name for name in names(properties) if name in {"tblBorders", "tblLayout", "tblCellMar", "tblLook"}
    ]
    assert order == ["tblBorders", "tblLayout", "tblCellMar", "tblLook"]
    borders = properties.find(qn("w:tblBorders"))
    sizes = {child.tag.split("}")[1]: child.get(qn("w:sz")) for child in borders}
    assert (sizes["top"], sizes["insideH"]) == ("8", "4")


def test_a_row_is_kept_whole_and_at_least_so_high(document):
    first, second = document.add_table(2, 1).rows
    wordml.keep_whole(first, height=12, repeated=True)
    wordml.keep_whole(second, height=8, repeated=False)
    assert {"cantSplit", "tblHeader"} <= set(names(first._tr.trPr))  # noqa: SLF001 - python-docx has no word for it
    assert "tblHeader" not in names(second._tr.trPr)  # noqa: SLF001 - as above
    assert second.height == pytest.approx(Mm(8), rel=0.01)
