"""Words for what a handover knows by a code."""

from collections.abc import Iterable

from dutydesk.domain.followups import Colour, Urgency
from dutydesk.domain.handover import ItemKind
from ui.i18n import marked, tr

_EQUIPMENT = {
    "phone_lines": marked("duty phones and lines"),
    "fax": marked("fax machine"),
    "computer": marked("computer"),
    "video": marked("video conference system"),
    "satellite_phone": marked("satellite phone"),
    "keys": marked("keys"),
    "seals": marked("seals"),
    "vehicles": marked("duty vehicles"),
    "room": marked("duty room tidy"),
}
_ITEMS = {
    ItemKind.FOLLOW_UP: marked("follow-up item"),
    ItemKind.INSTRUCTION: marked("instruction to pass on or answer"),
    ItemKind.DOCUMENT: marked("document not delivered"),
    ItemKind.ENTRY: marked("open entry"),
    ItemKind.REPORT_CLOCK: marked("report due"),
}
_COLOURS = {
    Colour.BLUE: marked("blue, talk"),
    Colour.ORANGE: marked("orange, written notice"),
    Colour.RED: marked("red, circular"),
}
_URGENCIES = {
    Urgency.IN_TIME: marked("within its time"),
    Urgency.NEAR: marked("due soon"),
    Urgency.OVERDUE: marked("past its deadline"),
}


def equipment_text(name: str) -> str:
    """One thing on the equipment list; the office's own words stay as they are."""
    return tr(_EQUIPMENT[name]) if name in _EQUIPMENT else name


def equipment_list(names: Iterable[str]) -> str:
    """Several things in a row."""
    return tr(", ").join(map(equipment_text, names))


def item_text(kind: ItemKind) -> str:
    """What kind of thing is open."""
    return tr(_ITEMS[kind])


def colour_text(colour: Colour) -> str:
    """The colour of a follow-up and the stage it stands for."""
    return tr(_COLOURS[colour])


def urgency_text(urgency: Urgency) -> str:
    """How near a deadline is."""
    return tr(_URGENCIES[urgency])
