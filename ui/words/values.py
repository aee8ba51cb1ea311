"""What stands in a field of the journal, in words: names for ids, days, instants, yes and no, kinds."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any

from dutydesk.domain import log
from dutydesk.domain.calendar import LegalClass, RotationClass
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.disclosures import Disclosed
from dutydesk.domain.history import Names, Value
from dutydesk.domain.incidents import Channel, Grade
from dutydesk.domain.leave import Half, chain, kinds
from dutydesk.domain.overtime import OvertimeState
from dutydesk.domain.people import ExemptionScope
from dutydesk.domain.seals import Occasion
from dutydesk.domain.spot_checks import Item, Method
from dutydesk.domain.violations import State
from ui.clock import local
from ui.i18n import full_day, marked, tr, tr_n
from ui.words import discipline, incidents, leave, spot_checks
from ui.words import log as log_words
from ui.words.codes import code_text
from ui.words.planning import class_text, half_text, legal_text, scope_text
from ui.words.roles import role_text

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)")
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MOST = 8
"""How many things of a list are told one by one."""
_FLAGS = frozenset({
    "confirmed", "leads", "leaves_city", "locked", "night", "open", "quiet", "read_back", "repaid",
    "seen", "sensitive", "spoken", "upward", "wants", "doubtful",
})  # fmt: skip
_NAMED_IN = {
    "a": "person", "actual": "person", "b": "person", "chief": "person", "person": "person",
    "planned": "person", "post": "post", "posts": "post", "section": "section", "shift": "shift_type",
    "stand_in": "person", "type": "leave_type", "used_for": "person", "applicant": "person",
    "counterpart": "person", "leader": "person", "approver": "person", "decided_by": "person",
    "waived_by": "person", "acting": "person", "drafted_by": "person", "verified_by": "person",
    "signed_by": "person", "told_by": "person", "recorder": "person", "leave": "leave", "extends": "leave",
    "entry": "log_entry", "incident": "incident", "outgoing": "person", "incoming": "person",
    "handler": "person", "closed_by": "person", "done_by": "person", "issued_by": "person",
    "into_shift": "shift_type", "follow_up": "follow_up", "reporter": "person",
}  # fmt: skip
"""The table in which the record stands that a field names by its id."""
_DISCLOSED = {
    Disclosed.AUDIT: marked("export of the journal"),
    Disclosed.CONTACTS: marked("printing of the contact list"),
}
_OCCASIONS = {
    Occasion.BACKUP: marked("backup"),
    Occasion.EXPORT: marked("export"),
    Occasion.HANDOVER: marked("handover"),
    Occasion.CLOSING: marked("closing of the year"),
}
Kinds = tuple[tuple[type[StrEnum], Callable[[Any], str]], ...]
_LEVELS: Kinds = ((log.Level, log_words.level_text), (chain.Level, leave.level_text))
_KINDS: Kinds = (
    (Disclosed, lambda kind: tr(_DISCLOSED[kind])),
    (log.LogKind, log_words.kind_text),
    (ViolationKind, discipline.kind_text),
)
_STATES: Kinds = ((State, discipline.state_text), (OvertimeState, discipline.overtime_text))
_CODED: Mapping[str, Kinds] = {
    "account": ((kinds.Counted, leave.account_text),),
    "approver": ((chain.Approver, leave.approver_text),),
    "back": ((Half, half_text),),
    "channel": ((Channel, incidents.channel_text),),
    "decision": ((chain.Decision, leave.decision_text),),
    "from_half": ((Half, half_text),),
    "grade": ((Grade, incidents.grade_text),),
    "items": ((Item, spot_checks.item_text),),
    "kind": _KINDS,
    "legal": ((LegalClass, legal_text),),
    "level": _LEVELS,
    "method": ((Method, spot_checks.method_text),),
    "occasion": ((Occasion, lambda occasion: tr(_OCCASIONS[occasion])),),
    "rotation": ((RotationClass, class_text),),
    "scope": ((ExemptionScope, scope_text),),
    "state": _STATES,
    "steps": ((chain.Approver, leave.approver_text),),
    "to_half": ((Half, half_text),),
}
"""By a field's name the codes that may stand in it, of whichever table, each with its words."""


def value_text(column: str, value: Value, names: Names) -> str:
    """A field's content as one reads it; empty for nothing."""
    if value is None or value == "":
        return ""
    if column in _FLAGS:
        return tr("yes") if value else tr("no")
    if isinstance(value, int):
        return str(value)
    told = role_text if column == "roles" else partial(_told, column, names)
    return _code_text(column, value) or _listed(value, told)


def _told(column: str, names: Names, value: str) -> str:
    """One thing that stands alone or in a list."""
    return _code_text(column, value) or _plain_text(column, value, names)


def _code_text(column: str, value: str) -> str:
    """The word for a code; empty for what is none."""
    for codes, told in _CODED.get(column, ()):
        if value in {each.value for each in codes}:
            return told(codes(value))
    return code_text(column, value)


def _plain_text(column: str, text: str, names: Names) -> str:
    named = names.of(_NAMED_IN.get(column, ""), text)
    if not named and _ID.fullmatch(text):
        named = names.anywhere(text)
    if named:
        return named
    if _DAY.fullmatch(text):
        return _day_text(text)
    if _INSTANT.fullmatch(text):
        return f"{local(datetime.fromisoformat(text)):%Y-%m-%d %H:%M}"
    return text


def _day_text(text: str) -> str:
    try:
        return full_day(date.fromisoformat(text))
    except ValueError:
        return text


def _listed(value: str, told: Callable[[str], str]) -> str:
    """A list that is kept as JSON one by one, a long or a deep one by its number; other text as it is."""
    if not value.startswith(("[", "{")):
        return told(value)
    try:
        parts = json.loads(value)
    except ValueError:
        return told(value)
    flat = isinstance(parts, list) and all(isinstance(each, str) for each in parts)
    if flat and len(parts) <= _MOST:
        return tr(", ").join(told(each) for each in parts)
    return tr_n("{n} piece", "{n} pieces", len(parts)) if parts else ""
