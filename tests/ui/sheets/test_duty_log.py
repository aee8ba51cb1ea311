from dutydesk.services.crew import crew
from dutydesk.services.handover import sheet
from dutydesk.services.instructions import all_instructions
from tests.services.nights import by
from tests.ui.sheets.conftest import texts
from tests.ui.sheets.desk import SHIFT, a_night, a_quiet_night
from ui.clock import local
from ui.sheets.duty_log import log_sheet
from ui.sheets.parts import letterhead


def made(store):
    head = letterhead(store, local(by(25).at))
    return log_sheet(sheet(store, SHIFT), crew(store, SHIFT), all_instructions(store), head)


def test_each_entry_has_its_line_with_the_leaders_word_beside_it():
    lines = texts(made(a_night()))
    assert [line[2] for line in lines] == [
        "call in",
        "meeting notice",
        "document received",
        "visitor",
        "patrol",
    ]
    assert lines[0][1] == "11-20\n09:12"
    assert "赵明远: 立即到场，确保人员安全 (14:12)" in lines[0][5]
    assert "venue: 三楼会议室" in lines[1][4]


def test_of_a_classified_telegram_only_number_and_receiver_are_printed():
    line = texts(made(a_night()))[2]
    assert line[4].startswith("[secret]\ndocument number: 密电〔2026〕7号")
    assert "handed to: 机要室 李静" in line[4]


def test_who_stood_the_shift_and_what_stays_open_is_told():
    paper = made(a_night())
    assert "赵明远" in paper.subtitle
    assert "钱堃" in paper.subtitle
    assert "督促修复环城北路北侧边坡" in paper.notes[1]
    assert paper.foot[2].rstrip("　") == "Handed over at: "


def test_scenario_11_a_quiet_night_prints_that_nothing_was_unusual():
    paper = made(a_quiet_night())
    assert texts(paper)[0] == ["Nothing unusual in this shift."]
    assert paper.foot[2] == "Handed over at: 2026-11-21 08:36"
