from dutydesk.domain.lists.table import Column
from dutydesk.errors import NoHeaderError
from ui.i18n import set_language
from ui.words.refusals import refusal_text


def test_the_column_that_is_missing_is_named_as_people_call_it():
    for column, name in ((Column.NAME, "姓名"), (Column.DAY, "日期"), (Column.LEAVE_TYPE, "假别")):
        set_language("zh_CN")
        sentence = refusal_text(NoHeaderError("名单.xlsx", column))
        set_language("en")
        assert name in sentence
