"""Who should have reported back, as it stands above the page."""

from collections.abc import Callable

from dutydesk.services.leave import returning
from ui.i18n import tr
from ui.leave.ground import Ground
from ui.session import Session
from ui.widgets.banner import Notice


def overdue_notice(session: Session, ground: Ground, show: Callable[[], None]) -> dict[str, Notice]:
    """One notice that names them all, with a way to their leave; nothing while nobody is late."""
    late = session.read(returning.overdue, ground.today)
    if not late:
        return {}
    names = [tr("{name} ({days} days)", name=ground.name(each.leave.person), days=each.days) for each in late]
    words = tr("Not reported back from leave in time: {names}.", names=tr(", ").join(names))
    return {"overdue": Notice("error", words, tr("Show"), show)}
