"""The yardstick: the same rules as a CP-SAT model, run in a process of its own.

Reads a pickled `(problem, seconds, before)` from standard input and writes JSON to standard output;
`before` is None to plan anew, or the plan of which as little as can be is to be changed.
Pickle only ever carries what `benchmarks/plan.py` and `benchmarks/replan.py` made a moment before.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from ortools.sat.python import cp_model

from benchmarks.peak import peak_megabytes, resident_megabytes
from dutydesk.domain.planner.ground import persons_in, survey
from dutydesk.domain.planner.problem import HUNDREDTHS, hundredths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dutydesk.domain.planner.problem import Problem

WORKERS = 8
EMPTY, BROKEN = 10**10, 10**7
"""An empty place outweighs a thousand wishes, and a wish a thousand squared duties."""

CHANGES = 10_000
"""More changes than there are places: an empty place outweighs them all."""
Literals = dict[tuple[int, int], Any]


class Yardstick:
    """One boolean for every unit and person who may stand it, and one for its staying empty."""

    def __init__(self, problem: Problem) -> None:
        self.ground = survey(problem)
        self.model = cp_model.CpModel()
        self.stands: Literals = {}
        self.empty: dict[int, Any] = {}
        for index, unit in enumerate(self.ground.units):
            if unit.held is not None:
                self.stands[index, unit.held] = self.model.new_constant(1)
                continue
            for person in persons_in(unit.eligible):
                self.stands[index, person] = self.model.new_bool_var("")
            self.empty[index] = self.model.new_bool_var("")
            own = [self.stands[index, person] for person in persons_in(unit.eligible)]
            self.model.add_exactly_one([*own, self.empty[index]])
        self._keep_rest()
        self._keep_apart()
        self._keep_weeks()

    def _keep_rest(self) -> None:
        """Of units that bar one another a person stands at most one: as cliques where they are cliques."""
        barred = [set(others) for others in self.ground.barred]
        for index, others in enumerate(barred):
            later = sorted(other for other in others if other > index)
            clique = all(one in barred[two] for one in later for two in later if one < two)
            groups = [later] if clique else [[other] for other in later]
            for person in range(self.ground.problem.people):
                for group in groups:
                    own = [(index, person), *((other, person) for other in group)]
                    self._at_most_one(own)

    def _at_most_one(self, keys: Sequence[tuple[int, int]]) -> None:
        literals = [self.stands[key] for key in keys if key in self.stands]
        if len(literals) > 1:
            self.model.add_at_most_one(literals)

    def _keep_apart(self) -> None:
        """Two of one section, or the two of a pair while it lasts, are never on duty on the same day."""
        problem = self.ground.problem
        pairs = problem.pairs if problem.rules.pairs_apart else ()
        groups: list[list[int]] = []
        if problem.rules.sections_apart:
            sections = set(problem.sections) - {-1}
            groups += [
                [p for p, own in enumerate(problem.sections) if own == section] for section in sections
            ]
        by_day: defaultdict[int, list[int]] = defaultdict(list)
        for index, unit in enumerate(self.ground.units):
            for day in range(unit.first, unit.last + 1):
                by_day[day].append(index)
        for day, units in by_day.items():
            for group in (*groups, *([pair.one, pair.other] for pair in pairs if pair.meets(day, day))):
                self._at_most_one([(unit, person) for unit in units for person in group])

    def _keep_weeks(self) -> None:
        limit = self.ground.problem.rules.week_limit
        if limit is None:
            return
        for units in self.ground.weeks.values():
            for person in range(self.ground.problem.people):
                own = [self.stands[unit, person] for unit in units if (unit, person) in self.stands]
                self.model.add(sum(own) <= limit)

    def empties(self) -> Any:
        """Return the number of slots left empty."""
        return sum(len(self.ground.units[unit].slots) * literal for unit, literal in self.empty.items())

    def broken(self) -> Any:
        """Return the number of broken wishes."""
        total: Any = 0
        unit_of = {slot: index for index, unit in enumerate(self.ground.units) for slot in unit.slots}
        for wish in self.ground.problem.wishes:
            stands = self.stands.get((unit_of[wish.slot], wish.person), 0)
            total += stands if wish.weight < 0 else 1 - stands
        return total

    def unfair(self) -> Any:
        """Return the sum of squared deviations, each a variable above the chords of its square."""
        own: defaultdict[tuple[int, int], list[Any]] = defaultdict(list)
        for (unit, person), literal in self.stands.items():
            own[self.ground.units[unit].queue, person].append(literal)
        return sum(
            self._squared(own[index, person], hundredths(due))
            for index, queue in enumerate(self.ground.problem.queues)
            for person, due in enumerate(queue.due)
            if due or own[index, person]
        )

    def _squared(self, literals: Sequence[Any], due: int) -> Any:
        if not literals:
            return due * due
        most = max(due, HUNDREDTHS * len(literals) - due) ** 2
        square = self.model.new_int_var(0, most, "")
        count = self.model.new_int_var(0, len(literals), "")
        self.model.add(count == sum(literals))
        for low in range(min(len(literals), due // HUNDREDTHS + 8)):
            below, above = (HUNDREDTHS * low - due) ** 2, (HUNDREDTHS * (low + 1) - due) ** 2
            self.model.add(square >= below + (above - below) * (count - low))
        return square

    def changed(self, before: Sequence[int | None]) -> Any:
        """Return the cost of a mended plan: places left empty, then places changed, of those once stood."""
        cost: Any = 0
        for index, empty in self.empty.items():
            person = before[self.ground.units[index].slots[0]]
            if person is not None:
                cost += CHANGES * empty + 1 - self.stands.get((index, person), 0)
        return cost


def main() -> None:
    """Solve what standard input asks for."""
    start = resident_megabytes()
    problem, seconds, before = pickle.load(sys.stdin.buffer)  # noqa: S301 - see the module's words
    yardstick = Yardstick(problem)
    if before is None:
        goal = yardstick.empties() * EMPTY + yardstick.broken() * BROKEN + yardstick.unfair()
    else:
        goal = yardstick.changed(before)
    yardstick.model.minimize(goal)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = WORKERS
    solver.parameters.max_time_in_seconds = seconds
    status = solver.solve(yardstick.model)
    json.dump(_answer(solver, status, yardstick, start), sys.stdout)


def _answer(solver: Any, status: Any, yardstick: Yardstick, start: float) -> dict[str, Any]:
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    chosen: list[int | None] = [None] * len(yardstick.ground.problem.slots)
    for (unit, person), literal in yardstick.stands.items() if found else ():
        if solver.value(literal):
            for slot in yardstick.ground.units[unit].slots:
                chosen[slot] = person
    return {
        "status": solver.status_name(status),
        "seconds": solver.wall_time,
        "megabytes": peak_megabytes() - start,
        "chosen": chosen,
    }


if __name__ == "__main__":
    main()
