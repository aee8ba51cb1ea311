"""Words for spot checks: the ways, the items, and what was found of people."""

from dutydesk.domain.spot_checks import Item, Method, Presence
from ui.i18n import marked, tr

_METHODS = {
    Method.PHONE: marked("by telephone"),
    Method.SITE: marked("on site"),
    Method.VIDEO: marked("by video"),
    Method.LOG: marked("by the records"),
}
_PRESENCES = {
    Presence.ON_POST: marked("on post"),
    Presence.ABSENT: marked("absent from post"),
    Presence.LATE: marked("late"),
    Presence.UNANSWERED: marked("call unanswered"),
    Presence.REPLACED: marked("replaced without approval"),
}
_ITEMS = {
    Item.LEADER_ON_POST: marked("leader on post"),
    Item.PHONE_WORKS: marked("duty phone works"),
    Item.EQUIPMENT_WORKS: marked("equipment works"),
    Item.PLAN_AT_HAND: marked("emergency plan at hand"),
    Item.LOG_FILLED: marked("log filled in"),
    Item.ROSTER_POSTED: marked("roster posted with phones"),
}


def method_text(method: Method) -> str:
    """How a check is made."""
    return tr(_METHODS[method])


def presence_text(presence: Presence) -> str:
    """What was found of a person."""
    return tr(_PRESENCES[presence])


def item_text(item: Item) -> str:
    """What is looked at beside the people."""
    return tr(_ITEMS[item])
