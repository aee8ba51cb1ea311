from concurrent.futures import Executor

from dutydesk.services import files, roster
from tests.ui.first_run.way import NOW, opened_on, staffed
from ui.session import Session


class HeldExecutor(Executor):
    """Keeps its jobs until they are let go."""

    def __init__(self):
        self.held = []

    def submit(self, fn, /, *args, **kwargs):
        self.held.append(lambda: fn(*args, **kwargs))

    def let_go(self):
        for job in self.held:
            job()
        self.held.clear()


def test_nobody_can_be_planned_before_there_is_staff(wizard):
    for _ in range(2):
        wizard.skip.click()
    wizard.forward.click()
    assert "nobody to plan" in wizard.step.refusals()
    assert wizard.forward.isEnabled()
    wizard.skip.click()
    assert "Nothing is planned yet" in wizard.step.refusals()
    assert not wizard.step.publish.isEnabled()


def test_places_that_stay_empty_are_told_with_the_reasons(wizard, tmp_path):
    staff = tmp_path / "staff.csv"
    staff.write_text("姓名,科室,岗位\n钱堃,秘书科,值班员\n孙镕,综合科,值班员\n", encoding="utf-8")
    staffed(wizard, staff)
    wizard.forward.click()
    wizard.forward.click()
    words = wizard.step.report.words()
    assert "stay empty" in words[0]
    drivers = "duty driver on 15 days, first on 16 Nov Mon: may not stand this post 2"
    assert drivers in words


def test_a_year_without_notice_is_said_and_planned_by_weekends(wizard):
    staffed(wizard)
    wizard.forward.click()
    wizard.step.days.choose(2)
    assert "notice of 2027" in wizard.step.refusals()


def test_planning_can_be_stopped_and_begun_anew(qtbot, founded):
    held = HeldExecutor()
    session = Session(files.open_file(founded), actor="王秘书", now=lambda: NOW, executor=held)
    wizard = opened_on(qtbot, session)
    staffed(wizard)
    wizard.forward.click()
    wizard.forward.click()
    assert wizard.step.stop.isVisible()
    assert not wizard.forward.isEnabled()
    wizard.step.stop.click()
    held.let_go()
    assert wizard.step.report is None
    assert session.read(roster.grid, wizard.step.period()).duties == {}
    wizard.forward.click()
    held.let_go()
    assert wizard.step.report is not None
    session.close()
    session.deleteLater()
