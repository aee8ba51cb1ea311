"""The catalogue follows the words in the sources and keeps what was translated before."""

from __future__ import annotations

import gettext
from io import BytesIO

import catalogue

SOURCE = """
from ui.i18n import marked, tr, tr_in, tr_n

TABLE = {1: marked("exempt")}

def page(count):
    other("no message")
    return tr("Roster"), tr_in("menu", "Leave"), tr("Leave"), tr_n("{n} duty", "{n} duties", count)
"""


def made(tmp_path, source, known=None):
    (tmp_path / "page.py").write_text(source, encoding="utf-8")
    return catalogue.in_step(tmp_path, known or catalogue.read(tmp_path / "none.po"))


def translated(tmp_path):
    words = made(tmp_path, SOURCE)
    words.get("Roster").string = "值班表"
    words.get("Leave", "menu").string = "请销假"
    words.get(("{n} duty", "{n} duties")).string = ("{n}个班",)
    return words


def test_every_way_to_name_a_message_is_collected(tmp_path):
    found = {(message.id, message.context) for message in made(tmp_path, SOURCE) if message.id}
    assert found == {
        ("exempt", None),
        ("Roster", None),
        ("Leave", "menu"),
        ("Leave", None),
        (("{n} duty", "{n} duties"), None),
    }


def test_translations_stay_and_lost_messages_go(tmp_path):
    later = made(tmp_path, SOURCE.replace("Roster", "Rota"), translated(tmp_path))
    assert later.get("Leave", "menu").string == "请销假"
    assert later.get("Roster") is None
    assert catalogue.untranslated(later) == ["exempt", "Rota", "Leave"]


def test_a_file_read_and_written_again_is_the_same(tmp_path):
    po = tmp_path / "zh.po"
    po.write_bytes(catalogue.po_bytes(translated(tmp_path)))
    assert catalogue.po_bytes(made(tmp_path, SOURCE, catalogue.read(po))) == po.read_bytes()


def test_the_header_tells_no_date(tmp_path):
    text = catalogue.po_bytes(made(tmp_path, SOURCE)).decode()
    assert "Date" not in text
    assert "#: " not in text
    assert '"Plural-Forms: nplurals=1; plural=0;\\n"' in text


def test_gettext_reads_what_was_compiled(tmp_path):
    spoken = gettext.GNUTranslations(BytesIO(catalogue.mo_bytes(translated(tmp_path))))
    assert spoken.gettext("Roster") == "值班表"
    assert spoken.pgettext("menu", "Leave") == "请销假"
    assert spoken.gettext("Leave") == "Leave"
    assert spoken.ngettext("{n} duty", "{n} duties", 3) == "{n}个班"
