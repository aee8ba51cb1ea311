"""The figure of accounts: what everybody has left of annual leave and of compensatory rest."""

from dutydesk.domain.leave.days import days_text
from dutydesk.domain.statistics import Account
from dutydesk.services import statistics
from dutydesk.services.files import Store
from ui.figures.figure import Asked, Figure, Heading
from ui.i18n import long_day, tr
from ui.widgets.charts import Bar, Panel, PanelChart


def balances(store: Store, asked: Asked) -> Figure:
    """Leave and rest of everybody as of the day."""
    found = {each.person: each for each in statistics.accounts(store, asked.day)}
    people = asked.people(found)
    own = [found[each.id] for each in people]
    panels = (
        Panel(tr("annual leave left (days)"), tuple(map(_annual, own))),
        Panel(tr("rest left (days)"), tuple(_days(each.rest_left) for each in own)),
        Panel(tr("of it expiring soon"), tuple(_days(each.soon) if each.soon else None for each in own)),
    )
    return Figure(
        tr("Balances of leave and rest"),
        tr("As of {day}; what is asked for counts as taken.", day=long_day(asked.day)),
        PanelChart(tuple(map(asked.name, people)), panels, tr("days left"), tr("days due in the year")),
        (
            Heading(tr("Name")), Heading(tr("Section")), Heading(tr("Annual leave due"), number=True),
            Heading(tr("Annual leave left"), number=True), Heading(tr("Rest earned"), number=True),
            Heading(tr("Rest left"), number=True), Heading(tr("Expiring soon"), number=True),
        ),
        tuple(
            (asked.name(one), asked.section_of(one), *_row(each))
            for one, each in zip(people, own, strict=True)
        ),
    )  # fmt: skip


def _annual(account: Account) -> Bar | None:
    if account.annual_left is None or account.annual_due is None:
        return None
    left = account.annual_left / 2
    return Bar(max(left, 0.0), account.annual_due / 2, f"{left:g}")


def _days(halves: int) -> Bar:
    return Bar(max(halves / 2, 0.0), None, f"{halves / 2:g}")


def _row(account: Account) -> tuple[str, ...]:
    known = (account.annual_due, account.annual_left)
    annual = ("" if each is None else f"{each / 2:g}" for each in known)
    return (*annual, days_text(account.rest_earned), f"{account.rest_left / 2:g}", f"{account.soon / 2:g}")
