"""F9, the register of spot checks: who should have been there, who was, and what was found."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from dutydesk.domain.spot_checks import Found, Item, Presence, SpotCheck
from dutydesk.exports.sheet import Align, Cell, Column, Line, Sheet
from dutydesk.services.people import Staff
from ui.clock import local
from ui.i18n import language, tr
from ui.sheets.parts import Letterhead, page_words, signatures
from ui.words.spot_checks import method_text, presence_text

_EQUIPMENT = (Item.PHONE_WORKS, Item.EQUIPMENT_WORKS)
_RECORDS = (Item.LOG_FILLED, Item.PLAN_AT_HAND, Item.ROSTER_POSTED)


def spot_check_sheet(
    checks: Iterable[SpotCheck], staff: Staff, shifts: Mapping[str, str], head: Letterhead
) -> Sheet:
    """The checks in the order of time; `shifts` are the names of shift types by id."""
    return Sheet(
        language=language(),
        title=tr("{office} spot checks of duty", office=head.office.name),
        columns=_columns(),
        rows=tuple(_row(each, staff, shifts) for each in checks),
        lead=(head.seal_line, head.phone_line, head.day_line),
        foot=signatures(),
        imprint=head.imprint(1),
        page_words=page_words(),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Checked at"), 1.2),
        Column(tr("Way"), 0.8),
        Column(tr("Shift"), 1.2),
        Column(tr("Should be on post"), 1.5),
        Column(tr("On post"), 1.5),
        Column(tr("Leader on post"), 0.7),
        Column(tr("Answered (seconds)"), 0.8),
        Column(tr("Records"), 0.7),
        Column(tr("Equipment"), 0.7),
        Column(tr("What was found"), 2.8, Align.LEFT),
        Column(tr("What to do"), 1.5, Align.LEFT),
        Column(tr("Checked by"), 0.9),
        Column(tr("Acknowledged by"), 0.9),
    )


def _row(check: SpotCheck, staff: Staff, shifts: Mapping[str, str]) -> Line:
    day, _, shift = check.shift.partition("/")
    due = tr(", ").join(staff.named(each.person) for each in check.found)
    there = [staff.named(each.person) for each in check.found if each.presence is Presence.ON_POST]
    problems = [_told(each, staff) for each in check.found if each.presence is not Presence.ON_POST]
    texts = (*problems, check.problem, check.evidence and tr("Evidence: {what}", what=check.evidence))
    items = dict(check.items)
    return (
        Cell(instant(local(check.at))),
        Cell(method_text(check.method)),
        Cell("\n".join(filter(None, (day[5:], shifts.get(shift, shift))))),
        Cell(due),
        Cell(tr(", ").join(there) or "—"),
        Cell(_tick(items, (Item.LEADER_ON_POST,))),
        Cell("" if check.seconds is None else str(check.seconds)),
        Cell(_tick(items, _RECORDS)),
        Cell(_tick(items, _EQUIPMENT)),
        Cell(tr("; ").join(filter(None, texts))),
        Cell(check.handling),
        Cell(check.inspector),
        Cell(check.acknowledged),
    )


def _told(found: Found, staff: Staff) -> str:
    said = presence_text(found.presence) + (f"（{found.note}）" if found.note else "")
    return tr("{name}: {text}", name=staff.named(found.person), text=said)


def _tick(items: Mapping[Item, bool], wanted: Iterable[Item]) -> str:
    """√ where all that was looked at is in order, × where something is not, empty where nothing was."""
    seen = [items[each] for each in wanted if each in items]
    return ("√" if all(seen) else "×") if seen else ""


def instant(at: datetime) -> str:
    """A local instant in two lines, as narrow columns want it."""
    return f"{at:%m-%d}\n{at:%H:%M}"
