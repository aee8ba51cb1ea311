from dutydesk.services.incidents import incident_file
from tests.services.nights import by
from tests.ui.sheets.conftest import texts
from tests.ui.sheets.desk import a_night
from ui.clock import local
from ui.sheets.incident import incident_sheet
from ui.sheets.parts import letterhead


def test_a_report_goes_out_with_its_timeline_and_says_that_it_was_an_hour_late():
    store = a_night()
    found = incident_file(store, "i")
    paper = incident_sheet(found, found.reports[0], letterhead(store, local(by(25).at)), by(25).at)
    said = {line[0]: line[1] for line in texts(paper)}
    assert paper.subtitle == "〔2026〕 No. 1"
    assert said["Casualties"] == "dead 0　injured 2　missing 正在核实"
    assert said["Timeline"].splitlines() == [
        "2026-11-20 14:00 learned of it, minute 0",
        "2026-11-20 14:24 told 省政府总值班室 韩静 by phone, minute 24",
        "2026-11-20 16:00 initial report, minute 120",
    ]
    assert said["In time?"].splitlines() == [
        "by phone: due 2026-11-20 14:30, not late",
        "in writing: due 2026-11-20 15:00, late by 60 minutes",
    ]
