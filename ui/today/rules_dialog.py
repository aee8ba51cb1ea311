"""The numbers of the duty room: when one signs in, when a report is due and warns (domain.md §7.1)."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from dutydesk.domain.followups import FOLLOW_UPS, FollowUpRules
from dutydesk.domain.incidents import REPORTS, Channel, ClockBase, Grade, ReportRules
from dutydesk.domain.watch import WATCH, WatchRules
from dutydesk.errors import DomainError
from dutydesk.services.rulebook import in_force, save_family
from ui.editing import reading
from ui.editing.facts_dialog import Answers, Fact, FactsDialog
from ui.i18n import tr
from ui.session import Session
from ui.words.incidents import channel_text, clock_base_text, grade_text

_A_DAY, _A_WEEK, _A_MONTH = 24 * 60, 7 * 24 * 60, 31 * 24
Known = tuple[WatchRules, ReportRules, FollowUpRules]


def ask_rules(parent: QWidget, session: Session) -> FactsDialog:
    """Ask for other numbers, and from which day on they hold; what was judged before keeps its own."""
    day = session.today()
    watch, reports = session.read(in_force, WATCH, day), session.read(in_force, REPORTS, day)
    matters = session.read(in_force, FOLLOW_UPS, day)
    facts = (
        Fact("since", tr("From this day on"), day.isoformat()),
        *_deadlines(reports),
        Fact("warn", tr("Warn after (percent)"), "、".join(map(str, reports.warn_percents))),
        Fact("again", tr("Ring again while overdue, every (minutes)"), str(reports.again_minutes)),
        Fact("early", tr("Sign in before the start at most (minutes)"), str(watch.early_minutes)),
        Fact("grace", tr("Late from (minutes after the start)"), str(watch.grace_minutes)),
        Fact("vacant", tr("Alarm where nobody signed in after (minutes)"), str(watch.vacant_minutes)),
        Fact("near", tr("A follow-up is near its deadline (hours before)"), str(matters.near_hours)),
    )
    keep = partial(_keep, session, (watch, reports, matters))
    dialog = FactsDialog(parent, session, tr("Rules of the duty room"), facts, keep)
    dialog.open()
    return dialog


def _deadlines(reports: ReportRules) -> list[Fact]:
    """A line for each row: its minutes, and what starts its clock."""
    bases = tuple((each.value, clock_base_text(each)) for each in ClockBase)
    facts = []
    for grade, channel, minutes, base in reports.deadlines:
        title, name = _title(grade, channel), _name(grade, channel)
        said = tr("{deadline}: the clock runs", deadline=title)
        start = Fact(_base(name), said, base, choices=bases)
        facts.append(Fact(name, title, str(minutes), beside=start))
    return facts


def _name(grade: str, channel: str) -> str:
    return f"{grade}.{channel}"


def _base(name: str) -> str:
    return f"{name}.base"


def _title(grade: str, channel: str) -> str:
    words = grade_text(Grade(grade)), channel_text(Channel(channel))
    return tr("{grade} {channel} (minutes)", grade=words[0], channel=words[1])


def _keep(session: Session, known: Known, said: Answers) -> bool:
    """Keep what changed, a deed for each family; a number that is none is told."""
    try:
        since = reading.day(said["since"]) or session.today()
        wanted = _watch(known[0], said), _reports(known[1], said), _matters(known[2], said)
    except DomainError as error:
        session.refused.emit(error)
        return False
    perform, by = session.perform, session.author()
    return None not in (
        perform(save_family, WATCH, wanted[0], since, by=by),
        perform(save_family, REPORTS, wanted[1], since, by=by),
        perform(save_family, FOLLOW_UPS, wanted[2], since, by=by),
    )


def _watch(known: WatchRules, said: Answers) -> WatchRules:
    return replace(
        known,
        early_minutes=reading.number(said["early"], 0, _A_DAY),
        grace_minutes=reading.number(said["grace"], 0, _A_DAY),
        vacant_minutes=reading.number(said["vacant"], 1, _A_DAY),
    )


def _reports(known: ReportRules, said: Answers) -> ReportRules:
    rows = tuple(
        (grade, channel, reading.number(said[name], 1, _A_WEEK), said[_base(name)])
        for grade, channel, _, _ in known.deadlines
        for name in (_name(grade, channel),)
    )
    percents = tuple(reading.number(each, 1, 99) for each in reading.words(said["warn"]))
    return replace(
        known, deadlines=rows, warn_percents=percents, again_minutes=reading.number(said["again"], 1, _A_DAY)
    )


def _matters(known: FollowUpRules, said: Answers) -> FollowUpRules:
    return replace(known, near_hours=reading.number(said["near"], 0, _A_MONTH))
