"""Figures of discipline: who came late to the desk, and violations by kind and section."""

from dutydesk.domain.statistics import Cases
from dutydesk.services import statistics
from dutydesk.services.files import Store
from ui.figures.figure import Asked, Figure, Heading
from ui.i18n import tr
from ui.widgets.charts import Bar, HeatChart, Panel, PanelChart
from ui.words.discipline import kind_text, points_text


def late_reliefs(store: Store, asked: Asked) -> Figure:
    """Who relieved others too late: how often, and for how many minutes."""
    found = {each.person: each for each in statistics.late_reliefs(store, asked.year, asked.viewer)}
    known = {each.id: each for each in asked.people(found)}
    people = [known[each] for each in found if each in known]

    def panel(title: str, numbers: list[int]) -> Panel:
        return Panel(title, tuple(Bar(each, None, str(each)) for each in numbers))

    late = [found[each.id] for each in people]
    return Figure(
        tr("Late reliefs by person"),
        tr("Arrivals after the start of the shift; what was put aside with a reason is left out."),
        PanelChart(
            tuple(map(asked.name, people)),
            (
                panel(tr("minutes in all"), [each.minutes for each in late]),
                panel(tr("times"), [each.times for each in late]),
                panel(tr("longest (minutes)"), [each.longest for each in late]),
            ),
            tr("late arrivals"),
        ),
        (
            Heading(tr("Name")), Heading(tr("Section")), Heading(tr("Times"), number=True),
            Heading(tr("Minutes in all"), number=True), Heading(tr("Longest (minutes)"), number=True),
        ),
        tuple(
            (asked.name(one), asked.section_of(one), str(each.times), str(each.minutes), str(each.longest))
            for one, each in zip(people, late, strict=True)
        ),
    )  # fmt: skip


def violations(store: Store, asked: Asked) -> Figure:
    """Violations by kind and section."""
    found = [
        each
        for each in statistics.cases(store, asked.year, asked.viewer)
        if asked.section in {"", each.section}
    ]
    sections = [each for each in asked.staff.sections if asked.section in {"", each.id}]
    kinds = list(dict.fromkeys(each.kind for each in found))
    count = {(each.kind, each.section): each.brought for each in found}
    return Figure(
        tr("Violations by kind and section"),
        tr("What was brought; the table says how many of it count, and what they took."),
        HeatChart(
            tuple(map(kind_text, kinds)),
            tuple(each.name for each in sections),
            tuple(tuple(count.get((kind, each.id), 0) for each in sections) for kind in kinds),
            tr("violations"),
        ),
        (
            Heading(tr("Kind"), width=1.6), Heading(tr("Section"), width=1.4),
            Heading(tr("Brought"), number=True), Heading(tr("Of these confirmed"), number=True),
            Heading(tr("Points taken"), number=True),
        ),
        tuple(_row(each, {one.id: one.name for one in sections}) for each in found),
    )  # fmt: skip


def _row(each: Cases, sections: dict[str, str]) -> tuple[str, ...]:
    section = sections.get(each.section, "")
    return (kind_text(each.kind), section, str(each.brought), str(each.counting), points_text(each.points))
