"""Reporting back from leave (销假), and whoever should have (domain.md §5.2)."""

from dataclasses import dataclass, replace
from datetime import date

from dutydesk.domain.accounts import Author
from dutydesk.domain.leave import Half, Leave, LeaveState
from dutydesk.domain.leave.book import LeaveBook
from dutydesk.domain.leave.course import due_back, overdue_days
from dutydesk.domain.leave.days import days_text
from dutydesk.domain.leave.rules import LEAVE
from dutydesk.errors import CertificateMissingError, LeaveNotBegunError, LeaveStateError
from dutydesk.services.calendar import calendar
from dutydesk.services.changes import Changes, deed
from dutydesk.services.leave.asking import refuse_stranger
from dutydesk.services.leave.book import leave_book
from dutydesk.services.rulebook import in_force
from dutydesk.storage.leave import LEAVES
from dutydesk.storage.store import Store


def report_back(
    store: Store, leave_id: str, day: date, half: Half, *, certificate: str = "", by: Author
) -> Changes:
    """Enter that somebody was at work again from half a day on; its extensions end with the leave.

    Whoever is back early gets the rest back. Refuses it before the leave has begun, and while a certificate
    is due that nobody noted.
    """
    leave = store.get(LEAVES, leave_id)
    refuse_stranger(store, by, leave)
    with deed(store, by, "report_back") as act:
        if leave.state is not LeaveState.APPROVED:
            raise LeaveStateError(leave.state.value)
        book = leave_book(store, leave.period.first)
        approved = [each for each in book.family(leave) if each.state is LeaveState.APPROVED]
        ended = [
            replace(each, back=(day, half), certificate=certificate or each.certificate) for each in approved
        ]
        if (first := ended[0]).span()[0] >= first.span()[1]:
            raise LeaveNotBegunError(first.period.first.isoformat())
        for each in ended:
            act.writing.put(LEAVES, _ended(book, each))
    return act.changes


def _ended(book: LeaveBook, leave: Leave) -> Leave:
    begins, ends = leave.span()
    if begins >= ends:  # an extension that was not needed after all
        return replace(leave, state=LeaveState.CANCELLED, back=None)
    refuse_without_certificate(book, leave)
    return replace(leave, state=LeaveState.REPORTED_BACK)


def refuse_without_certificate(book: LeaveBook, leave: Leave) -> None:
    """Refuse a leave whose kind and length need a certificate that nobody noted."""
    kind, halves = book.kind(leave.type), book.half_days(leave)
    if 0 < 2 * kind.certificate_days <= halves and not leave.certificate.strip():
        raise CertificateMissingError(kind.name, days_text(halves))


@dataclass(frozen=True, slots=True)
class Overdue:
    """A leave from which nobody reported back: until when they should have, and the working days since."""

    leave: Leave
    due: date
    days: int


def overdue(store: Store, today: date) -> tuple[Overdue, ...]:
    """Whoever should have reported back before today; also a candidate for what the inspector looks at."""
    known, grace = calendar(store), in_force(store, LEAVE, today).grace_days
    late = store.all(LEAVES, "state = ? and last < ?", (LeaveState.APPROVED.value, today.isoformat()))
    extended = {each.extends for each in store.all(LEAVES, "extends <> ''") if each.is_away}
    dues = [(each, due_back(each, known, grace)) for each in late if each.id not in extended]
    return tuple(Overdue(each, due, overdue_days(due, today, known)) for each, due in dues if due < today)
