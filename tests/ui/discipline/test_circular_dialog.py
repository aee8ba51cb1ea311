"""The circular before it goes out, and when it does."""

from PySide6.QtCore import QDate
from PySide6.QtPrintSupport import QPrintPreviewDialog

from dutydesk.services import circulars, followups
from dutydesk.storage.seals import SEALS
from tests.services.cases import confirmed
from tests.services.nights import by
from tests.services.test_followups import matter
from tests.ui.discipline.forms import form
from ui.discipline import circular_dialog
from ui.discipline.circular_dialog import CircularDialog


def open_circular(page):
    page.go_to("violations")
    page.violations.circular.trigger()
    return form(CircularDialog)


def test_the_circular_is_seen_before_it_is_written_and_writing_it_seals_the_journal(
    page, store, tmp_path, monkeypatch
):
    asked = open_circular(page)
    assert not asked.sight.pixmap().isNull()
    assert asked.sight.accessibleDescription() == "Circular on duty discipline (draft)"
    for name in ("circular.docx", "circular.pdf"):
        monkeypatch.setattr(circular_dialog, "ask_save", lambda *asked, out=name: asked[3](tmp_path / out))
        asked.ask_where()
        assert (tmp_path / name).stat().st_size
    assert store.all(SEALS)
    asked.look()
    preview = asked.findChild(QPrintPreviewDialog)
    assert preview.windowTitle() == asked.sight.accessibleDescription()
    preview.reject()
    asked.reject()


def test_it_names_or_not_for_any_period_with_demands_and_the_follow_ups_at_their_last_stage(page, store):
    confirmed(store, hours=14)
    followups.register(store, matter(20, content="排水口清淤"), by=by(1))
    for hours in (22, 26):
        followups.escalate(store, "f", by(hours + 2).at, by=by(hours))
    asked = open_circular(page)
    asked.first.setDate(QDate(2026, 11, 16))
    asked.last.setDate(QDate(2026, 11, 21))
    asked.demands.setPlainText("补记日志\n\n排查值班电话")
    made = asked.circular()
    assert [each.text for each in made.demands] == ["补记日志", "排查值班电话"]
    assert [each.content for each in made.matters] == ["排水口清淤"]
    assert (made.named, [each.person for each in made.entries]) == (True, ["p1"])
    asked.named.setChecked(False)
    assert asked.circular().named is False
    asked.last.setDate(QDate(2026, 11, 1))
    assert asked.circular() is None
    assert asked.notices.texts()
    asked.reject()


def test_it_is_made_known_under_a_number_and_found_again(page, store, tmp_path, monkeypatch, qtbot, session):
    monkeypatch.setattr(circular_dialog, "ask_save", lambda *asked: asked[3](tmp_path / "c.pdf"))
    asked = open_circular(page)
    asked.last.setDate(QDate(2026, 11, 30))
    with qtbot.waitSignal(session.refused):
        asked.do_issue()
    assert asked.notices.texts()
    asked.last.setDate(QDate(2026, 11, 15))
    asked.do_issue()
    (kept,) = circulars.issued(store)
    assert kept.number == 1
    assert asked.which.currentText() == "No. 1 of 2026: 9 Nov 2026 – 15 Nov 2026"
    assert asked.sight.accessibleDescription() == "Circular on duty discipline (No. 1 of 2026)"
    assert not asked.issue.isEnabled()
    assert (tmp_path / "c.pdf").exists()
    asked.reject()
