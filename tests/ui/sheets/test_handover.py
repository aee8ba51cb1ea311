import pytest

from dutydesk.services.crew import crew
from dutydesk.services.handover import sheet
from dutydesk.services.people import staff
from tests.services.nights import by
from tests.ui.sheets.conftest import texts
from tests.ui.sheets.desk import SHIFT, a_night, a_quiet_night, handed_over
from ui.clock import local
from ui.sheets.handover import handover_sheet
from ui.sheets.parts import letterhead


def made(store):
    """The sheet's values by their labels."""
    head = letterhead(store, local(by(25).at))
    paper = handover_sheet(sheet(store, SHIFT), crew(store, SHIFT), staff(store).named, head)
    lines = texts(paper)
    return {line[at]: line[at + 1] for line in lines for at in range(0, len(line), 2)}


@pytest.fixture
def store():
    return a_night()


def test_before_it_is_signed_the_boxes_are_empty(store):
    said = made(store)
    assert said["Outgoing officer"] == said["Incoming officer"] == said["Outgoing signature"] == ""
    assert said["Equipment and things"].count("□") == 9
    assert said["On duty"].startswith("带班领导: 赵明远")


def test_both_signatures_stand_there_with_the_anchor_of_the_journal(store):
    handed_over(store)
    said = made(store)
    assert said["Outgoing signature"].startswith("钱堃\n2026-11-21 08:30:00\nmemo")
    assert said["Incoming signature"].startswith("李雅琴\n2026-11-21 08:36:00\nmemo")
    assert "× fax machine 缺纸" in said["Equipment and things"]
    assert said["Duty leader's opinion and signature"].startswith("赵明远 同意")


def test_open_matters_stand_there_by_reference(store):
    lines = made(store)["Open matters"].splitlines()
    assert len(lines) == 3
    assert lines[-1] == "[follow-up item] No. 1 督促修复环城北路北侧边坡 due 11-23 17:00"


def test_scenario_11_a_quiet_shift_says_so():
    said = made(a_quiet_night())
    assert said["Main matters of the shift"].startswith("Nothing unusual in this shift.")
    assert said["Open matters"] == said["Objections"] == "none"
