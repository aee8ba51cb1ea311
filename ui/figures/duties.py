"""Figures of the roster: who had how many duties against due, in which month, and which days were busy."""

from datetime import date, timedelta

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.statistics import Had, Load, busiest
from dutydesk.services import statistics
from dutydesk.services.files import Store
from ui.figures.figure import Asked, Figure, Heading, number
from ui.i18n import long_day, tr, tr_in
from ui.widgets.charts import Bar, HeatChart, Panel, PanelChart
from ui.words.planning import class_text

_MONTHS = range(1, 13)
_DAYS = range(1, 32)
_NEAR = 0.95  # a whole duty is the unit: smaller differences are rounding


def duties(store: Store, asked: Asked) -> Figure:
    """Duties by class per person against due."""
    loads = {each.person: each for each in statistics.loads(store, asked.year, asked.today)}
    people = asked.people(loads)
    panels = [
        Panel(class_text(each), tuple(_bar(loads[one.id].of(each)) for one in people))
        for each in RotationClass
        if any(load.of(each).due or load.of(each).count for load in loads.values())
    ]
    panels.append(Panel(tr("all duties"), tuple(_bar(loads[each.id].whole) for each in people)))
    return Figure(
        tr("Duties against due"),
        tr("Up to {day}. Orange is a whole duty or more above due.", day=long_day(asked.day)),
        PanelChart(tuple(map(asked.name, people)), tuple(panels), tr("duties had"), tr("duties due")),
        _duty_columns(),
        tuple((asked.name(each), asked.section_of(each), *_row(loads[each.id])) for each in people),
    )


def _duty_columns() -> tuple[Heading, ...]:
    classes = (
        Heading(title, number=True)
        for each in RotationClass
        for title in (
            tr("{rotation}: had", rotation=class_text(each)),
            tr("{rotation}: due", rotation=class_text(each)),
        )
    )  # fmt: skip
    whole = (tr("All: had"), tr("All: due"), tr("+/−"))
    rest = (Heading(each, number=True) for each in whole)
    return (Heading(tr("Name"), width=1.2), Heading(tr("Section"), width=1.4), *classes, *rest)


def _row(load: Load) -> tuple[str, ...]:
    numbers = [text for each in RotationClass for text in _numbers(load.of(each))]
    whole = load.whole
    return (*numbers, *_numbers(whole), f"{whole.count - whole.due:+.1f}")


def _numbers(had: Had) -> tuple[str, str]:
    return str(had.count), number(had.due)


def _bar(had: Had) -> Bar | None:
    if not had.count and not had.due:
        return None
    over = had.count - had.due > _NEAR
    return Bar(had.count, had.due, tr("{had} / {due}", had=had.count, due=number(had.due)), over)


def months(store: Store, asked: Asked) -> Figure:
    """Everybody's duties in each month of the year."""
    counts = statistics.by_month(store, asked.year)
    people = asked.people(counts)
    titles = tuple(tr_in("calendar", "{month}", month=each) for each in _MONTHS)
    return Figure(
        tr("Duties by month"),
        tr("Duties stood or planned in each month; the stronger the colour, the more."),
        HeatChart(
            tuple(map(asked.name, people)), titles, tuple(counts[each.id] for each in people), tr("duties")
        ),
        (
            Heading(tr("Name"), width=1.2), Heading(tr("Section"), width=1.4),
            *(Heading(each, number=True, width=0.6) for each in titles), Heading(tr("Sum"), number=True),
        ),
        tuple(
            (asked.name(each), asked.section_of(each), *map(str, counts[each.id]), str(sum(counts[each.id])))
            for each in people
        ),
    )  # fmt: skip


def days(store: Store, asked: Asked) -> Figure:
    """How many entries the log has of each day of the year."""
    found = statistics.busy_days(store, asked.year)
    titles = tuple(tr_in("calendar", "{month}", month=each) for each in _MONTHS)
    cells = tuple(
        tuple(found.get(day, 0) if (day := _day(asked.year, month, at)) else None for at in _DAYS)
        for month in _MONTHS
    )
    rows = []
    for month, title in zip(_MONTHS, titles, strict=True):
        own = {day: count for day, count in found.items() if day.month == month}
        busy = busiest(own)
        told = (long_day(busy[0]), str(busy[1])) if busy else ("", "")
        rows.append((title, str(sum(own.values())), *told))
    return Figure(
        tr("Log entries by day"),
        tr("Entries of the duty log on each day; the stronger the colour, the busier."),
        HeatChart(titles, tuple(map(str, _DAYS)), cells, tr("entries")),
        (
            Heading(tr("Month")), Heading(tr("Entries"), number=True), Heading(tr("Busiest day")),
            Heading(tr("Entries on it"), number=True),
        ),
        tuple(rows) if found else (),
    )  # fmt: skip


def _day(year: int, month: int, at: int) -> date | None:
    """A day of a month; None where it has fewer."""
    day = date(year, month, 1) + timedelta(days=at - 1)
    return day if day.month == month else None
