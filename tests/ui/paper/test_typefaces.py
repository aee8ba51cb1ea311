import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont, QTextLayout

from dutydesk.exports.fonts import OWN_FAMILY, Face
from tests.exports.samples import RARE
from ui.paper import typefaces
from ui.paper.typefaces import PrinterRuler, broken, family, font, substituted


@pytest.fixture(autouse=True)
def _application(qapp):
    """Fonts need one."""


@pytest.fixture
def _fresh():
    """Let the families be looked for anew, before and after."""
    family.cache_clear()
    yield
    family.cache_clear()


def test_our_own_font_is_there_and_has_the_rare_names():
    family(Face.BODY)
    assert QFontDatabase.hasFamily(OWN_FAMILY)
    raw = QRawFont.fromFont(QFont(OWN_FAMILY))
    assert all(raw.supportsCharacter(ord(letter)) for letter in RARE + "▲—□①")


@pytest.mark.usefixtures("_fresh")
def test_the_office_s_own_typeface_is_preferred_and_the_rest_is_told(monkeypatch):
    monkeypatch.setattr(QFontDatabase, "hasFamily", lambda name: name == "仿宋")
    assert family(Face.BODY) == "仿宋"
    assert family(Face.TITLE) == OWN_FAMILY
    assert substituted() == {Face.TITLE: "方正小标宋_GBK", Face.HEAD: "黑体"}


@pytest.mark.usefixtures("_fresh")
def test_a_missing_font_file_is_logged_and_printing_goes_on(monkeypatch, tmp_path, caplog):
    monkeypatch.setattr(typefaces, "resource", tmp_path.joinpath)
    assert family(Face.BODY)
    assert "font is missing" in caplog.text
    caplog.clear()


def test_characters_the_family_lacks_come_from_our_own():
    assert font(Face.BODY, 10).families()[-1] == OWN_FAMILY
    assert QFontMetricsF(font(Face.BODY, 10)).horizontalAdvance("䶮") > 0


def test_a_measure_does_not_depend_on_the_screen():
    assert PrinterRuler().width("值班", Face.BODY, 12) == pytest.approx(2 * 12 * 25.4 / 72, rel=0.02)


def test_lines_break_between_words_and_inside_only_where_they_must():
    assert broken("duty leader", Face.BODY, 12, 16) == ("duty ", "leader")
    assert len(broken("13900001000" * 2, Face.BODY, 12, 30)) > 1
    assert broken("a\n\nb", Face.BODY, 12, 30) == ("a", "", "b")
    assert PrinterRuler().lines("陈志远\n139", Face.BODY, 12, 30) == 2


def test_breaking_loses_no_character_even_beyond_the_first_plane():
    text = "𠮷野𡈽田值班表" * 5
    assert "".join(broken(text, Face.BODY, 12, 20)) == text


def test_every_glyph_printed_is_one_that_a_character_stands_for():
    """Else the digits of "week 47" are there to be read, and no search of the PDF finds them."""
    text = "Week 47 of 2026 (16 Nov); A4 2026-11-21 第47周"
    layout = QTextLayout(text, font(Face.BODY, 12))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    printed = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    assert printed == QRawFont.fromFont(font(Face.BODY, 12)).glyphIndexesForString(text)
