"""Figures of the desk: how fast calls were answered and reports went out."""

from dutydesk.domain.incidents import Channel
from dutydesk.domain.statistics import Answer, Reported
from dutydesk.services import statistics
from dutydesk.services.files import Store
from ui.clock import local
from ui.figures.figure import Asked, Figure, Heading
from ui.i18n import long_day, tr
from ui.widgets.charts import Bar, Panel, PanelChart
from ui.words.incidents import channel_text


def calls(store: Store, asked: Asked) -> Figure:
    """After how many seconds the calls that checked a shift were answered."""
    found = statistics.answers(store, asked.year)
    names = tuple(f"{long_day(local(each.at).date())} {local(each.at):%H:%M}" for each in found)
    return Figure(
        tr("Answering of calls"),
        tr("Calls that checked a shift, and the seconds until they were answered."),
        PanelChart(names, (Panel(tr("by phone"), tuple(map(_answer_bar, found))),), tr("seconds")),
        (
            Heading(tr("When")), Heading(tr("Checked by")), Heading(tr("Seconds"), number=True),
            Heading(tr("Answer")),
        ),
        tuple(
            (name, each.inspector, "" if each.seconds is None else str(each.seconds), _answer(each))
            for name, each in zip(names, found, strict=True)
        ),
    )  # fmt: skip


def _answer(answer: Answer) -> str:
    return tr("not noted") if answer.seconds is None else tr("answered")


def _answer_bar(answer: Answer) -> Bar:
    if answer.seconds is None:
        return Bar(0, None, tr("not noted"))
    return Bar(answer.seconds, None, tr("{n} s", n=answer.seconds))


def reports(store: Store, asked: Asked) -> Figure:
    """How long each report of an incident took, beside its time."""
    found = statistics.reported(store, asked.year)
    incidents = {each.incident: each for each in found}
    by_clock = {(each.incident, each.channel): each for each in found}
    panels = tuple(
        Panel(
            channel_text(channel),
            tuple(
                _report_bar(by_clock[one, channel]) if (one, channel) in by_clock else None
                for one in incidents
            ),
        )
        for channel in Channel
    )
    names = tuple(
        tr("{day} {incident}", day=long_day(local(each.at).date()), incident=each.name)
        for each in incidents.values()
    )
    return Figure(
        tr("Times of reports"),
        tr("Minutes from the start of the clock to the report; orange came too late."),
        PanelChart(names, panels, tr("minutes taken"), tr("minutes allowed")),
        (
            Heading(tr("Date")), Heading(tr("Incident"), width=2), Heading(tr("Way")),
            Heading(tr("Minutes allowed"), number=True), Heading(tr("Minutes taken"), number=True),
            Heading(tr("Standing")),
        ),
        tuple(
            (
                long_day(local(each.at).date()), each.name, channel_text(each.channel), str(each.allowed),
                "" if each.took is None else str(each.took), _standing(each),
            )
            for each in found
        ),
    )  # fmt: skip


def _report_bar(report: Reported) -> Bar:
    if report.took is None:
        return Bar(0, report.allowed, tr("not yet"))
    words = tr("{had} / {due}", had=report.took, due=report.allowed)
    return Bar(report.took, report.allowed, words, report.is_late)


def _standing(report: Reported) -> str:
    if report.took is None:
        return tr("not yet")
    return tr("late") if report.is_late else tr("in time")
