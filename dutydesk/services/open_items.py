"""Everything that is open, of whatever kind: what the next shift takes over by reference."""

from dutydesk.domain.handover import Item, ItemKind
from dutydesk.domain.log import is_undelivered
from dutydesk.services.followups import open_follow_ups
from dutydesk.services.incidents import running_clocks
from dutydesk.services.instructions import pending_instructions
from dutydesk.services.log import open_entries
from dutydesk.storage.store import Store


def open_items(store: Store) -> tuple[Item, ...]:
    """Running report clocks, pending instructions, undelivered documents, open entries and follow-ups.

    An entry that a follow-up carries on is not told twice.
    """
    follow_ups = open_follow_ups(store)
    carried = {each.origin for each in follow_ups}
    clocks = [
        Item(
            ItemKind.REPORT_CLOCK, f"{incident.id}/{clock.channel}", incident.number, incident.name, clock.due
        )
        for incident, clock in running_clocks(store)
    ]
    instructions = [
        Item(ItemKind.INSTRUCTION, each.id, 0, f"{each.leader}: {each.content}")
        for each in pending_instructions(store)
        if each.id not in carried
    ]
    entries = [
        Item(
            ItemKind.DOCUMENT if is_undelivered(each) else ItemKind.ENTRY,
            each.id,
            each.number,
            each.content or each.detail("document_number"),
        )
        for each in open_entries(store)
        if each.id not in carried
    ]
    matters = [Item(ItemKind.FOLLOW_UP, each.id, each.number, each.content, each.due) for each in follow_ups]
    return (*clocks, *instructions, *entries, *matters)
