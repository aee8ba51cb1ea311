"""Duties put into other hands within a deed, and what refuses it."""

from collections.abc import Iterable

from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.roster import Duty
from dutydesk.domain.rules import Finding
from dutydesk.errors import SwapBreaksRuleError
from dutydesk.services.changes import Deed
from dutydesk.services.ids import new_id
from dutydesk.services.people import staff
from dutydesk.storage.roster import DUTIES
from dutydesk.storage.store import Store


def hand_over(store: Store, act: Deed, cells: Iterable[tuple[PlaceKey, str | None]]) -> None:
    """Let others stand places within a deed; whose turn it was stays."""
    for place, person in cells:
        duty = duty_at(store, place) or Duty(new_id(act.writing.author.at), place)
        act.writing.put(DUTIES, duty.handed_to(person))


def refuse_broken(store: Store, found: Iterable[Finding]) -> None:
    """Refuse what would break a rule, naming the first."""
    for each in found:
        name = name_of(store, each.people[0]) if each.people else ""
        raise SwapBreaksRuleError(name, each.day.isoformat(), each.rule.value)


def duty_at(store: Store, place: PlaceKey) -> Duty | None:
    """The duty of a place, or None where nothing was ever entered."""
    key = (place.day.isoformat(), place.shift, place.post, place.seat)
    return next(iter(store.all(DUTIES, "day = ? and shift = ? and post = ? and seat = ?", key)), None)


def name_of(store: Store, person: str) -> str:
    """A person's name as refusals say it, with the section where somebody has the same."""
    return staff(store).named(person)
