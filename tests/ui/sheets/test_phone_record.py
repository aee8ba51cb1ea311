from dutydesk.services.instructions import all_instructions
from dutydesk.services.log import entry
from tests.services.nights import by
from tests.ui.sheets.conftest import texts
from tests.ui.sheets.desk import a_night
from ui.clock import local
from ui.sheets.parts import letterhead
from ui.sheets.phone_record import phone_sheet


def made(name):
    store = a_night()
    head = letterhead(store, local(by(25).at))
    return texts(phone_sheet(entry(store, name), all_instructions(store), head))


def test_a_call_is_printed_with_what_the_leader_said_and_that_it_was_read_back():
    lines = made("a")
    assert lines[1] == [
        "Calling unit",
        "省政府总值班室",
        "Caller (name, title, phone)",
        "韩静 副处长 0571-8705 0000",
    ]
    assert lines[-3][1] == "赵明远: 立即到场，确保人员安全 (11-20 14:12)"
    assert lines[-1][-1] == "☑"


def test_a_meeting_notice_has_its_own_lines():
    labels = [line[0] for line in made("b")]
    assert labels[3:8] == ["convened by", "meeting or topic", "time of the meeting", "venue", "who attends"]
    assert made("b")[-1][-1] == "□"
