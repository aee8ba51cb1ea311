"""Spot checks: a plan by chance that is even over the shifts, and what was found (domain.md §9.4)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random
from typing import Final

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.dates import Period
from dutydesk.domain.discipline import Candidate, ViolationKind, candidate_id
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.rulebook import Family


class Method(StrEnum):
    """How a shift is checked: 电话抽查, 实地查岗, 视频点名, 查阅记录."""

    PHONE = "phone"
    SITE = "site"
    VIDEO = "video"
    LOG = "log"


class Presence(StrEnum):
    """What was found of somebody who should have been on post."""

    ON_POST = "on_post"
    ABSENT = "absent"
    LATE = "late"
    UNANSWERED = "unanswered"
    REPLACED = "replaced"


class Item(StrEnum):
    """What else is looked at (domain.md §9.4)."""

    LEADER_ON_POST = "leader_on_post"
    PHONE_WORKS = "phone_works"
    EQUIPMENT_WORKS = "equipment_works"
    PLAN_AT_HAND = "plan_at_hand"
    LOG_FILLED = "log_filled"
    ROSTER_POSTED = "roster_posted"


NOTED: Final = {
    Presence.ABSENT: ViolationKind.ABSENT_FROM_POST,
    Presence.LATE: ViolationKind.LATE,
    Presence.UNANSWERED: ViolationKind.UNANSWERED_CALL,
    Presence.REPLACED: ViolationKind.UNAUTHORISED_SWAP,
}
"""As what a finding about a person is put before those who judge."""


@dataclass(frozen=True, slots=True)
class SpotCheckRules:
    """How many checks are planned for each week, by which ways, and how far from a change of shifts."""

    a_week: int = 3
    methods: tuple[str, ...] = ("phone", "site", "log")
    margin_minutes: int = 30


SPOT_CHECKS: Final = Family("spot_checks", SpotCheckRules())


@dataclass(frozen=True, slots=True)
class Watch:
    """A shift of a day that may be checked; `shift` is its id, `kind` that of its shift type; UTC."""

    shift: str
    kind: str
    rotation: RotationClass
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class PlannedCheck:
    """One check to be made: when (UTC), of which shift, how."""

    at: datetime
    shift: str
    method: Method


@dataclass(frozen=True, slots=True)
class CheckPlan:
    """The checks of a period, and the seed from which they came, so that anybody can draw them again."""

    id: str
    period: Period
    seed: int
    made_at: datetime
    made_by: str
    checks: tuple[PlannedCheck, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one person who was down for a place; `note` says more."""

    place: PlaceKey
    person: str
    presence: Presence
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotCheck:
    """One check as it was made; `at` in UTC, `shift` the checked shift's id, `inspector` a name.

    `items` are those that were looked at and whether they were in order. `seconds` are those until the call
    was answered. `evidence` says what proves it: a photo's name, a call's number, words heard.
    """

    id: str
    at: datetime
    method: Method
    shift: str
    inspector: str
    found: tuple[Found, ...] = ()
    items: tuple[tuple[Item, bool], ...] = ()
    seconds: int | None = None
    problem: str = ""
    handling: str = ""
    evidence: str = ""
    acknowledged: str = ""

    def candidates(self) -> tuple[Candidate, ...]:
        """What somebody has yet to judge."""
        return tuple(self._candidate(each) for each in self.found if each.presence in NOTED)

    def _candidate(self, found: Found) -> Candidate:
        kind, records = NOTED[found.presence], (("spot_check", self.id),)
        key = candidate_id(kind, self.id, found.person)
        return Candidate(key, kind, found.person, self.at, 0, found.place, records)


def drawn(watches: Iterable[Watch], count: int, seed: int, rules: SpotCheckRules) -> tuple[PlannedCheck, ...]:
    """So many checks by chance, even over the kinds of shift and day.

    A shift is checked twice only when every other one of its kind is checked once.
    """
    chance = Random(seed)  # noqa: S311 - kept, so that the draw can be repeated; whoever calls makes it secretly
    groups = defaultdict[tuple[str, str], list[Watch]](list)
    for each in sorted(watches, key=lambda watch: (watch.starts, watch.shift)):
        groups[each.kind, each.rotation.value].append(each)
    chosen = [
        each
        for key, heads in _quotas(groups, count, chance).items()
        for each in _sample(groups[key], heads, chance)
    ]
    return tuple(sorted((_check(each, rules, chance) for each in chosen), key=lambda check: check.at))


def _quotas(
    groups: dict[tuple[str, str], list[Watch]], count: int, chance: Random
) -> dict[tuple[str, str], int]:
    """How many of each group: by its size, and what is left over by chance, weighted by the remainders."""
    total = sum(map(len, groups.values()))
    quotas = {key: count * len(found) // total for key, found in groups.items()}
    open_keys = [key for key in groups if count * len(groups[key]) % total]
    while sum(quotas.values()) < count and open_keys:
        weights = [count * len(groups[key]) % total for key in open_keys]
        key = chance.choices(open_keys, weights)[0]
        quotas[key] += 1
        open_keys.remove(key)
    return quotas


def _sample(watches: Sequence[Watch], count: int, chance: Random) -> list[Watch]:
    rounds, rest = divmod(count, len(watches))
    return [*watches] * rounds + chance.sample(watches, rest)


def _check(watch: Watch, rules: SpotCheckRules, chance: Random) -> PlannedCheck:
    minutes = int((watch.ends - watch.starts) / timedelta(minutes=1))
    margin = min(rules.margin_minutes, (minutes - 1) // 2)
    at = watch.starts + timedelta(minutes=chance.randrange(margin, minutes - margin))
    return PlannedCheck(at, watch.shift, Method(chance.choice(rules.methods)))
