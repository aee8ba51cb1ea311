"""A change of the journal in words: which record it was, and what became what."""

from dutydesk.domain.history import Event, FieldChange, Names, Turn
from ui.i18n import tr
from ui.words.fields import column_text
from ui.words.records import table_text
from ui.words.rules import rule_words
from ui.words.values import value_text

_LABELLED_BY = (
    "person",
    "applicant",
    "counterpart",
    "a",
    "b",
    "day",
    "about",
    "at",
    "first",
    "shift",
    "post",
)
"""The fields that tell a record without a name from others of its kind."""
_PART_OF = ("leave", "incident", "follow_up")
"""The fields by which a record is known that is one of several of something."""
_BEHIND_THE_SCENES = frozenset({"id", "sort", "pinyin", "initials"})
"""The fields that follow from others, or that nobody enters."""


def record_text(event: Event, names: Names) -> str:
    """The kind of record and which of its kind, such as "exemption: 李堃, 16 Nov 2026"."""
    return tr("{kind}: {which}", kind=table_text(event.table), which=_which(event, names))


def _which(event: Event, names: Names) -> str:
    facts = event.facts
    match event.table:
        case "office":
            return column_text(event.row)
        case "rule":
            return rule_words().get(str(facts.get("name")), str(facts.get("name")))
        case "account" | "secret":
            return names.of("person", event.row) or event.row
        case "calendar_day" | "calendar_year":
            return value_text("day", event.row, names)
        case _:
            name = facts.get("name")
            if isinstance(name, str) and name:
                return name
            told = (value_text(each, facts.get(each), names) for each in _LABELLED_BY if each in facts)
            return " ".join(filter(None, told)) or _whole(event, names) or event.row


def _whole(event: Event, names: Names) -> str:
    """What a record is called by its number, or what it is a part of."""
    parts = (value_text(each, event.facts.get(each), names) for each in _PART_OF if each in event.facts)
    return names.of(event.table, event.row) or " ".join(filter(None, parts))


def field_texts(event: Event, names: Names) -> tuple[tuple[str, str, str], ...]:
    """Each field that is otherwise: what it is called, what it was, and what it became."""
    return tuple(
        (
            _field_text(event, each),
            _told(event, each, each.before, names),
            _told(event, each, each.after, names),
        )
        for each in event.fields
        if each.column not in _BEHIND_THE_SCENES and (each.before, each.after) not in _NOTHING
    )


_NOTHING = {(None, None), (None, ""), ("", None)}


def _field_text(event: Event, change: FieldChange) -> str:
    return column_text(event.row) if event.table == "office" else column_text(change.column)


def _told(event: Event, change: FieldChange, value: str | int | None, names: Names) -> str:
    column = event.row if event.table == "office" else change.column
    return value_text(column, value, names)


def change_text(event: Event, names: Names) -> str:
    """What became what, in one line."""
    fields = tr("; ").join(_line(event, *each) for each in field_texts(event, names))
    match event.turn:
        case Turn.ENTERED:
            return tr("entered: {fields}", fields=fields)
        case Turn.REMOVED:
            return tr("removed: {fields}", fields=fields)
        case Turn.CHANGED:
            return fields


def _line(event: Event, name: str, before: str, after: str) -> str:
    match event.turn:
        case Turn.ENTERED:
            return tr("{field} {value}", field=name, value=after)
        case Turn.REMOVED:
            return tr("{field} {value}", field=name, value=before)
        case Turn.CHANGED:
            return tr("{field} {before} → {after}", field=name, before=before or "—", after=after or "—")
