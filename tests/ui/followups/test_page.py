"""Follow-ups through the window: until a leader closes them with an answer."""

import pytest

from dutydesk.domain.followups import FollowUp
from dutydesk.errors import EmptyEntryError, LateExtensionAskedError, NotOverdueError, OwnMatterError
from dutydesk.services import followups
from tests.services.nights import a_room, by
from tests.ui.seen import choose, shown
from tests.ui.today.desks import Hands, a_session
from ui.editing.facts_dialog import FactsDialog
from ui.followups.page import FollowUpsPage


@pytest.fixture
def clock():
    return Hands(by(0).at)


@pytest.fixture
def session(qapp, clock):
    opened = a_session(a_room(), clock)
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def page(qtbot, session):
    made = FollowUpsPage(session)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    return made


@pytest.fixture
def known(page, session):
    """A page with a matter of the leader p0's own, due a day later, chosen."""
    at = by(0).at
    item = FollowUp(
        id="f", content="修复边坡", registered_at=at, due=by(24).at, handler="p0", responsible="赵明远"
    )
    session.perform(followups.register, item, by=by(0))
    choose(page.list.view, "修复边坡")
    return page


def dialog(page):
    return next(each for each in page.findChildren(FactsDialog) if each.isVisible())


def enter(page, **facts):
    asked = dialog(page)
    asked.put(**facts)
    asked.go.click()
    return asked


def row(page):
    return shown(page.list.view, "Colour and stage", "Deadline", "State")[0]


def test_a_matter_is_registered_with_who_and_until_when(page, session):
    page.begin()
    enter(page, content="报送防火值班安排", handler="p2", due=by(30).at)
    assert shown(page.list.view, "No.", "Matter to be done", "Responsible", "Deadline") == [
        ["1", "报送防火值班安排", "孙镕", "2026-11-21 14:00"]
    ]
    assert page.story.toPlainText().startswith("2026-11-20 08:00 registered: 报送防火值班安排 (钱堃)")


def test_what_says_too_little_stays_in_the_dialog_with_the_reason(page, session):
    page.begin()
    asked = enter(page, unit="水利局")
    assert isinstance(session.told[-1], EmptyEntryError)
    assert asked.isVisible()
    assert asked.why.text()
    asked.reject()


def test_scenario_10_overdue_twice_is_red_and_only_another_leader_closes_it(known, clock, session):
    known.escalate()
    asked = enter(known, due=by(72).at)
    assert isinstance(session.told[-1], NotOverdueError)
    asked.reject()
    for hours, colour in ((25, "orange, written notice"), (80, "red, circular")):
        clock.now = by(hours).at
        known.reload()
        assert row(known)[2] == "past its deadline"
        known.escalate()
        enter(known, due=by(hours + 48).at)
        assert row(known)[0] == colour
    assert [each.id for each in session.read(followups.for_circular)] == ["f"]
    known.close_matter()
    asked = enter(known, answer="已修复", leader="p0")
    assert isinstance(session.told[-1], OwnMatterError)
    asked.put(leader="p7")
    asked.go.click()
    assert shown(known.list.view) == []
    known.every.setChecked(True)
    assert row(known)[2] == "closed"


def test_progress_and_more_time_stand_in_the_story(known, clock, session):
    clock.now = by(1).at
    known.progress()
    enter(known, text="设备已进场")
    clock.now = by(2).at
    known.extend()
    enter(known, due=by(48).at, reason="连日降雨")
    assert row(known)[1] == "2026-11-22 08:00"
    lines = known.story.toPlainText().splitlines()
    assert [line.split()[2] for line in lines] == ["registered:", "progress:", "extended:"]
    clock.now = by(49).at
    known.extend()
    enter(known, due=by(90).at, reason="连日降雨").reject()
    assert isinstance(session.told[-1], LateExtensionAskedError)
