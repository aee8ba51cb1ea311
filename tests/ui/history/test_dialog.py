from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog

from dutydesk.domain.calendar import CalendarDay, LegalClass, SensitivePeriod
from dutydesk.domain.dates import Period
from dutydesk.domain.office import Office
from dutydesk.domain.people import Exemption, ExemptionScope, Pair
from dutydesk.domain.presets import PresetKind, preset
from dutydesk.services import calendar, office, people, roster
from dutydesk.services.office import Founding
from tests.builders import MONDAY, a_place
from tests.invented import BY, sections, words
from tests.invented import people as invented_people
from tests.ui.seen import choose, shown, trigger

PAIR = Period(MONDAY, MONDAY)


@pytest.fixture
def session(session):
    """An office with people, one record of each kind, and a duty that changed hands."""
    author = replace(BY, on_behalf_of="陈局长", reason="批件3号")
    session.read(
        office.found,
        Founding(Office(name="云溪市政府办"), preset(PresetKind.FULL_DAY, words), (), ()),
        by=BY,
    )
    session.read(people.save_sections, sections(), by=BY)
    session.read(people.save_people, invented_people(), by=BY)
    session.read(people.save_exemptions, [Exemption("e", "p2", ExemptionScope.NIGHT, "孕期")], by=BY)
    session.read(people.save_pairs, [Pair("ab", "p2", "p3", PAIR)], by=BY)
    session.read(calendar.save_days, [CalendarDay(MONDAY, LegalClass.ADJUSTED_REST)], by=BY)
    session.read(calendar.save_sensitive_periods, [SensitivePeriod("sp", PAIR, "两会")], by=BY)
    for person in ("p2", "p3"):
        session.read(roster.assign, [(a_place("2026-11-16"), person)], by=author)
    return session


def told(window):
    """What the history that is open says."""
    dialog = next(each for each in window.findChildren(QDialog, "history") if each.isVisible())
    rows = shown(dialog.changes.list)
    fields = shown(dialog.changes.detail)
    dialog.reject()
    return rows, fields


def name(session, person):
    return session.read(people.staff).named(person)


def test_a_place_of_the_roster_tells_who_stood_it_before(window, session):
    window.go("roster", "2026-11-16")
    page = window.findChild(type(window._made["roster"]))  # noqa: SLF001 -- the page in sight
    index = page.model.index_of(a_place("2026-11-16"))
    page.view.setCurrentIndex(index)
    window.do("history")
    (changed, entered), fields = told(window)
    assert changed[1:5] == ["王敏", "陈局长", "duties", "批件3号"]
    assert changed[5].startswith("duty: ")
    assert f"stands {name(session, 'p2')} → {name(session, 'p3')}" in changed[6]
    assert entered[6].startswith("entered: ")
    assert ["stands", name(session, "p2"), name(session, "p3")] in fields


TABS = {
    "people": "person: ", "exemptions": "exemption: ", "pairs": "A/B pair: ", "sections": "section: ",
}  # fmt: skip


@pytest.mark.parametrize("tab", TABS)
def test_each_list_of_people_tells_the_history_of_what_is_selected(window, tab):
    window.go("people", tab)
    page = window._made["people"]  # noqa: SLF001 -- the page in sight
    choose(page.tabs.currentWidget().list.table.view, 0)
    window.do("history")
    rows, _ = told(window)
    assert rows
    assert all(row[5].startswith(TABS[tab]) for row in rows)


def test_a_day_of_the_calendar_and_a_sensitive_period_have_their_history(window):
    window.go("calendar", "2026-11-16")
    page = window._made["calendar"]  # noqa: SLF001 -- the page in sight
    window.do("history")
    ((row), *others), _ = told(window)
    assert row[5] == "calendar day: 16 Nov 2026"
    assert others == []
    page.tabs.setCurrentWidget(page.sensitive)
    choose(page.sensitive.list.table.view, 0)
    window.do("history")
    (row,), _ = told(window)
    assert row[5].startswith("sensitive period: ")


def test_posts_shifts_rules_and_the_office_have_their_history(window):
    window.go("shifts", "pattern")
    page = window._made["shifts"]  # noqa: SLF001 -- the page in sight
    choose(page.pattern.shifts.list.table.view, 0)
    window.do("history")
    (row,), _ = told(window)
    assert row[5].startswith("shift: ")
    window.go("shifts", "office")
    window.do("history")
    rows, _ = told(window)
    assert {row[5].partition(":")[0] for row in rows} == {"office particulars"}


def test_the_right_mouse_button_offers_it(window):
    window.go("people", "people")
    view = window._made["people"].people.list.table.view  # noqa: SLF001 -- the page in sight
    choose(view, 0)
    trigger(view, "History…")
    assert told(window)[0]


def test_where_nothing_is_selected_nothing_is_shown(window):
    window.go("people", "people")
    window._made["people"].people.list.table.view.clearSelection()  # noqa: SLF001 -- the page in sight
    window.do("history")
    assert not [each for each in window.findChildren(QDialog, "history") if each.isVisible()]


def test_the_history_of_what_never_changed_says_so(window):
    window.go("calendar", "2026-12-16")
    window.do("history")
    dialog = window.findChild(QDialog, "history")
    assert dialog.changes.model.rowCount() == 0
    assert dialog.changes.count.text() == "0 changes"
    dialog.reject()


def test_ctrl_h_is_its_key(window):
    assert window.actions_by_id["history"].shortcut().toString() == "Ctrl+H"
