"""The journal as a long table: one change a line, in words."""

from collections.abc import Iterable

from dutydesk.domain.history import Event, Names
from dutydesk.domain.seals import SHORT_DEVICE
from dutydesk.exports.ledger import Ledger
from ui.clock import local
from ui.i18n import tr
from ui.words.deeds import deed_text
from ui.words.entries import change_text, record_text


def audit_ledger(events: Iterable[Event], names: Names) -> Ledger:
    """The changes with who, when, for whom, why and what; the entry is named as the anchors on paper are."""
    return Ledger(
        title=tr("Journal"),
        columns=(
            (tr("Entry"), 12),
            (tr("When"), 20),
            (tr("Who"), 12),
            (tr("For whom"), 16),
            (tr("Deed"), 18),
            (tr("Why"), 24),
            (tr("Record"), 36),
            (tr("What became what"), 80),
        ),
        rows=(audit_line(event, names) for event in events),
    )


def audit_line(event: Event, names: Names) -> tuple[str, ...]:
    """One change as a line of the table."""
    return (
        f"{event.device[:SHORT_DEVICE]}:{event.seq}",
        f"{local(event.at):%Y-%m-%d %H:%M:%S}",
        event.actor,
        event.on_behalf_of,
        deed_text(event.deed),
        event.reason,
        record_text(event, names),
        change_text(event, names),
    )
