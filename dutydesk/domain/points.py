"""What a violation costs, and what too many of them mean; every number is a rule (domain.md §1, §9.2).

Points are counted in hundredths: 500 are five points.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.office import Rule
from dutydesk.domain.rulebook import Family

PERCENT: Final = "percent"
WHOLE: Final = 100
"""The hundredths of one point, and the percent of a whole."""


@dataclass(frozen=True, slots=True)
class DisciplineRules:
    """The rules of account on one day (defaults: domain.md §1).

    `points` are rows of kind, amount and unit: hundredths of a "point", or "percent" of the year's base; a
    kind without a row costs what "other" does. `joint_percent` is the part of the points for which the
    leader on duty answers too at one of the `joint_kinds`; 0 is none. After `hearing_days` working days
    without a word of the accused the course goes on; for `appeal_days` working days they may appeal.
    `limits` are rows of kind (empty for the points of all), limit (hundredths, or how often) and consequence.
    The year's sheet never falls below `floor`.
    """

    base: int = 100 * WHOLE
    floor: int = 0
    points: tuple[tuple[str, int, str], ...] = (
        ("absent_from_post", 500, "point"),
        ("vacant_post", 500, "point"),
        ("missed_duty", 500, "point"),
        ("late", 100, "point"),
        ("early_leave", 100, "point"),
        ("unauthorised_swap", 300, "point"),
        ("late_report", 300, "point"),
        ("omitted_report", 1000, "point"),
        ("false_report", 1000, "point"),
        ("concealed_report", 1000, "point"),
        ("other", 100, "point"),
    )
    joint_percent: int = 0
    joint_kinds: tuple[str, ...] = ("absent_from_post", "vacant_post", "missed_duty")
    hearing_days: int = 3
    appeal_days: int = 5
    limits: tuple[tuple[str, int, str], ...] = (
        ("", 1000, "merit_lost"),
        ("false_report", 1, "merit_lost"),
        ("concealed_report", 1, "merit_lost"),
    )

    def due(self, kind: ViolationKind) -> int:
        """What a violation of this kind costs."""
        rows = {name: (amount, unit) for name, amount, unit in self.points}
        amount, unit = rows.get(kind, rows.get(ViolationKind.OTHER, (0, "")))
        return self.base * amount // WHOLE if unit == PERCENT else amount

    def joint(self, kind: ViolationKind) -> int:
        """What it costs the leader who was on duty."""
        return self.due(kind) * self.joint_percent // WHOLE if kind in self.joint_kinds else 0

    def consequences(self, taken: int, kinds: Iterable[ViolationKind]) -> tuple[str, ...]:
        """What follows from the points taken in a year and the kinds of its violations, each once."""
        count = Counter(each.value for each in kinds)
        reached = (what for kind, limit, what in self.limits if (count[kind] if kind else taken) >= limit)
        return tuple(dict.fromkeys(reached))


DISCIPLINE: Final = Family("discipline", DisciplineRules())


def points_rule(rules: Iterable[Rule], day: date) -> str:
    """The id of the row that says what violations of a day cost; empty for the default."""
    rows = [each for each in rules if each.name == "discipline.points" and each.valid_from <= day]
    newest = max(rows, key=lambda each: (each.valid_from, each.id), default=None)
    return newest.id if newest else ""
