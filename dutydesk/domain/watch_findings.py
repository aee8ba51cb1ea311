"""What coming and going at the desk brings up by itself, for somebody to judge: late, early, unauthorised."""

from collections.abc import Iterator
from datetime import datetime

from dutydesk.domain.discipline import Candidate, ViolationKind, candidate_id
from dutydesk.domain.watch import Attendance, Standing, Stint, WatchRules, lateness, whole_minutes


def at_sign_in(stint: Stint, there: Attendance, rules: WatchRules) -> Iterator[Candidate]:
    """Late arrival, and a private swap, which both parties answer for."""
    records = (("attendance", there.id),)
    late = lateness(there.came_at, stint, rules)
    if late:
        kind = ViolationKind.LATE
        yield Candidate(
            candidate_id(kind, there.id), kind, there.person, there.came_at, late, there.place, records
        )
    if there.standing is Standing.UNAUTHORISED:
        kind = ViolationKind.UNAUTHORISED_SWAP
        for person in filter(None, (there.person, stint.person)):
            key = candidate_id(kind, there.id, person)
            yield Candidate(key, kind, person, there.came_at, 0, there.place, records)


def at_early_leave(there: Attendance, stint: Stint, at: datetime) -> Candidate:
    """Leaving before the end without a relief."""
    kind = ViolationKind.EARLY_LEAVE
    minutes = whole_minutes(at, stint.ends)
    records = (("attendance", there.id),)
    return Candidate(candidate_id(kind, there.id), kind, there.person, at, minutes, there.place, records)
