from dutydesk.services.log import entries_of
from tests.services.nights import by
from tests.ui.sheets.conftest import texts
from tests.ui.sheets.desk import SHIFT, a_night
from ui.clock import local
from ui.sheets.parts import letterhead
from ui.sheets.registers import document_sheet, visitor_sheet


def made(form):
    store = a_night()
    return texts(form(entries_of(store, SHIFT), letterhead(store, local(by(25).at))))


def test_calls_and_visitors_are_registered_together():
    lines = made(visitor_sheet)
    assert [line[2] for line in lines] == ["韩静 副处长", "孙国栋", "周建国"]
    assert lines[2][3:7] == ["城东街道阳光社区", "13900000000", "3", "反映小区停水两天，请求协调。"]


def test_of_a_classified_document_the_register_says_only_that():
    (line,) = made(document_sheet)
    assert line[1:5] == ["省委办公厅", "密电〔2026〕7号", "Classified document", "secret"]
    assert line[8:11] == ["机要室 李静", "13:40", "李静"]
