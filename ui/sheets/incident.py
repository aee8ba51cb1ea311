"""F8, one report of urgent information, with the timeline and whether it was in time (domain.md §13)."""

from datetime import datetime

from dutydesk.domain.incidents import NEEDED, ClockState, Report, ReportClock, ReportKind
from dutydesk.exports.sheet import Align, Cell, Column, Line, Sheet
from dutydesk.services.incidents import IncidentFile
from ui.clock import local
from ui.i18n import language, tr
from ui.sheets.parts import Letterhead, page_words
from ui.words.incidents import channel_text, fact_text, grade_text, report_kind_text

HARM = ("dead", "injured", "missing")


def incident_sheet(found: IncidentFile, report: Report, head: Letterhead, now: datetime) -> Sheet:
    """One report of an incident as it goes out, with every instant from hearing of it on."""
    local_issue = local(report.issued_at)
    return Sheet(
        language=language(),
        title=tr("{office} duty information", office=head.office.name),
        subtitle=tr("〔{year}〕 No. {number}", year=local_issue.year, number=report.number),
        columns=tuple(Column(width=width) for width in (1.0, 2.2, 1.0, 2.2)),
        rows=(*_heading(found, report), *_facts(report), *_timeline(found, report, now)),
        lead=(
            head.seal_line,
            tr("Signed by: {name}", name=report.signed_by),
            tr("Reported at: {time}", time=f"{local_issue:%Y-%m-%d %H:%M}"),
        ),
        foot=(
            tr("Drafted by: {name}", name=report.drafted_by),
            tr("Checked by: {name}", name=report.verified_by),
            tr("Duty phone: {phone}", phone=head.office.duty_phone),
        ),
        imprint=head.stamp,
        page_words=page_words(),
        landscape=False,
    )


def _heading(found: IncidentFile, report: Report) -> tuple[Line, ...]:
    incident = found.incident
    occurred = _instant(incident.occurred_at) if incident.occurred_at else tr("being verified")
    return (
        _pair(tr("Incident"), incident.name, tr("Report"), report_kind_text(report.kind, report.sequence)),
        _pair(tr("Category"), incident.category, tr("Grade (preliminary)"), grade_text(incident.grade)),
        _pair(tr("Source of information"), incident.source, tr("Learned at"), _instant(incident.learned_at)),
        _pair(tr("Happened at"), occurred, tr("Where it happened"), incident.place),
    )


def _facts(report: Report) -> tuple[Line, ...]:
    names = [each for each in NEEDED[report.kind] if each not in {*HARM, "property_loss"}]
    harm = "　".join(
        tr("{label} {count}", label=fact_text(each), count=report.fact(each))
        for each in HARM
        if report.fact(each)
    )
    lines = [_wide(fact_text(each), report.fact(each)) for each in names]
    if report.kind is not ReportKind.FINAL:
        lines.insert(0, _wide(fact_text("property_loss"), report.fact("property_loss")))
        lines.insert(0, _wide(tr("Casualties"), harm))
    return (*lines, _wide(tr("Reported to"), report.scope))


def _timeline(found: IncidentFile, report: Report, now: datetime) -> tuple[Line, ...]:
    """接报, 电话报, 书面报 and 续报 with the minutes since it was learned of, and whether in time."""
    learned = found.incident.learned_at
    moments = [(learned, tr("learned of it"))]
    moments += [
        (
            each.at,
            tr(
                "told {whom} {channel}",
                whom=f"{each.unit} {each.whom}".strip(),
                channel=channel_text(each.channel),
            ),
        )
        for each in found.told
    ]
    moments += [
        (each.issued_at, report_kind_text(each.kind, each.sequence))
        for each in found.reports
        if each.issued_at <= report.issued_at
    ]
    lines = "\n".join(
        tr("{time} {words}, minute {minutes}", time=_instant(at), words=words, minutes=_minutes(learned, at))
        for at, words in sorted(moments)
    )
    verdicts = "\n".join(_verdict(each, now) for each in found.clocks)
    return (_wide(tr("Timeline"), lines), _wide(tr("In time?"), verdicts))


def _verdict(clock: ReportClock, now: datetime) -> str:
    late = clock.state(now) in {ClockState.OVERDUE, ClockState.MET_LATE}
    facts = {"channel": channel_text(clock.channel), "due": _instant(clock.due)}
    if late:
        return tr("{channel}: due {due}, late by {minutes} minutes", **facts, minutes=clock.minutes_late(now))
    return tr("{channel}: due {due}, not late", **facts)


def _instant(at: datetime) -> str:
    return f"{local(at):%Y-%m-%d %H:%M}"


def _minutes(begins: datetime, at: datetime) -> int:
    return int((at - begins).total_seconds()) // 60


def _pair(left: str, text: str, right: str, other: str) -> Line:
    return (
        Cell(left, bold=True),
        Cell(text, align=Align.LEFT),
        Cell(right, bold=True),
        Cell(other, align=Align.LEFT),
    )


def _wide(label: str, text: str) -> Line:
    return (Cell(label, bold=True), Cell(text, columns=3, align=Align.LEFT))
