"""Words for what an import understood, doubts and refuses."""

from dutydesk.domain.lists.table import Aside, Column, Ignored, Refused, Why
from dutydesk.services.intake import Doubt, Doubtful, Fate
from ui.i18n import marked, tr

_COLUMNS = {
    Column.NUMBER: marked("number"),
    Column.NAME: marked("name"),
    Column.SECTION: marked("section"),
    Column.TITLE: marked("title"),
    Column.RANK: marked("rank"),
    Column.POST: marked("post"),
    Column.PHONE: marked("phone"),
    Column.SHORT_PHONE: marked("short phone"),
    Column.JOINED: marked("joined"),
    Column.LEFT: marked("left"),
    Column.NOTE: marked("remark"),
    Column.WORKDAYS: marked("duties on working days"),
    Column.RESTDAYS: marked("duties on rest days"),
    Column.HOLIDAYS: marked("duties on holidays"),
    Column.DAY: marked("date"),
    Column.WEEKDAY: marked("weekday"),
    Column.KIND: marked("kind of day"),
    Column.FESTIVAL: marked("festival"),
    Column.SOURCE: marked("source"),
    Column.LEAVE_TYPE: marked("leave type"),
    Column.FIRST: marked("from"),
    Column.LAST: marked("to"),
    Column.REASON: marked("reason"),
    Column.LEAVES_CITY: marked("leaves the city"),
    Column.STAND_IN: marked("stand-in"),
    Column.APPROVER: marked("approved by"),
}
_FIELDS = {
    "section": marked("section"),
    "title": marked("title"),
    "rank": marked("rank"),
    "phone": marked("phone"),
    "short_phone": marked("short phone"),
    "joined": marked("joined"),
    "left": marked("left"),
    "note": marked("remark"),
    "posts": marked("posts"),
    "sort": marked("place in the list"),
    "workday": marked("working day"),
    "restday": marked("rest day"),
    "holiday": marked("holiday"),
}
_FATES = {
    Fate.ADDED: marked("new"),
    Fate.CHANGED: marked("changed"),
    Fate.UNCHANGED: marked("unchanged"),
    Fate.REMOVED: marked("removed"),
}
_WHY = {
    Why.NO_NAME: marked("the name is missing"),
    Why.BAD_NAME: marked("“{text}” is no name"),
    Why.NO_SECTION: marked("the section is missing"),
    Why.BAD_PHONE: marked("“{text}” is no phone number"),
    Why.BAD_DAY: marked("“{text}” is no day of the calendar"),
    Why.REVERSED: marked("it ends before it starts ({text})"),
    Why.DUPLICATE: marked("the same as line {text}"),
    Why.BAD_COUNT: marked("“{text}” is no count"),
    Why.UNKNOWN_KIND: marked("“{text}” is no kind of day"),
    Why.WRONG_WEEKDAY: marked("the weekday does not belong to the date ({text})"),
    Why.UNKNOWN_PERSON: marked("nobody of the staff is called {text}"),
    Why.AMBIGUOUS_PERSON: marked("several people are called {text}; name the section too"),
    Why.UNKNOWN_STAND_IN: marked("nobody of the staff is called {text} (stand-in)"),
    Why.AMBIGUOUS_STAND_IN: marked("several people are called {text} (stand-in); name the section too"),
    Why.STAND_IN_IS_APPLICANT: marked("{text} cannot be their own stand-in"),
    Why.UNKNOWN_LEAVE_TYPE: marked("“{text}” is no leave type of the office"),
    Why.UNCLEAR_ANSWER: marked("“{text}” is neither yes nor no"),
    Why.OVERLAPPING: marked("it overlaps another leave of the same person ({text})"),
    Why.TOO_LONG: marked("more days than may be asked for at once ({text})"),
}
_ASIDE = {
    Aside.BLANK: marked("blank"),
    Aside.TOTAL: marked("total"),
    Aside.REMARK: marked("explanation"),
    Aside.HEADING: marked("heading"),
}
_DOUBTS = {
    Doubt.UNKNOWN_POST: marked("the office has no post “{text}”"),
    Doubt.NO_POST: marked("{text} may stand no post"),
    Doubt.SEVERAL_POSTS: marked("the count fits several posts ({text}) and was given to the longest"),
    Doubt.NOT_LISTED: marked("{text} is in the file but not in the list, and stays"),
    Doubt.YEAR_INCOMPLETE: marked("the notice of {text} looks incomplete"),
}


def column_text(column: Column) -> str:
    """What a heading was understood as."""
    return tr(_COLUMNS[column])


def field_text(field: str) -> str:
    """The name of a field that changes."""
    return tr(_FIELDS.get(field, field))


def fate_text(fate: Fate) -> str:
    """What becomes of a row."""
    return tr(_FATES[fate])


def refused_text(refused: Refused) -> str:
    """Why a row was refused, without its number."""
    return tr(_WHY[refused.why], text=refused.text)


def ignored_text(ignored: Ignored) -> str:
    """Why a row was passed over."""
    return tr(_ASIDE[ignored.aside])


def doubt_text(doubt: Doubtful) -> str:
    """What should be looked at."""
    return tr(_DOUBTS[doubt.doubt], text=doubt.text)
