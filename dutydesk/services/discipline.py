"""What the program noted by itself and nobody has judged yet."""

from dutydesk.domain.discipline import Candidate
from dutydesk.storage.discipline import CANDIDATES
from dutydesk.storage.store import Store


def candidates(store: Store) -> tuple[Candidate, ...]:
    """Everything that may be a violation, by when it came about."""
    return store.all(CANDIDATES)
