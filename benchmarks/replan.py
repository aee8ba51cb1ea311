"""Take somebody away for fourteen days and print how little of the plan had to change, with CP-SAT beside it.

    python -m benchmarks.replan [--ortools PYTHON] [--leaves 10] [--seconds 20]

First comes one leave in a published year of sixty people as the program settles it, against its lower
bound, the duties inside the leave; then the planner alone. CP-SAT may move everything within 21 days of the
lost duties; compared are (lost places left empty, changes), among the places that somebody stood before.
"""

from __future__ import annotations

import argparse
import json
import pickle
import subprocess
import sys
from dataclasses import dataclass, replace
from random import Random
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.offices import LOOSE, START, TIGHT, Size, Temper, office
from benchmarks.published_year import Settled, published_year, settle_leaves
from dutydesk.domain.planner.check import violations
from dutydesk.domain.planner.excerpt import excerpt
from dutydesk.domain.planner.lost import lost_slots
from dutydesk.domain.planner.repair import DAYS_AROUND, repair
from dutydesk.domain.planner.solve import solve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dutydesk.domain.planner.problem import Problem

LEAVE = 14
OFFICES = (
    (Size(60, 365, 3), LOOSE),
    (Size(60, 365, 3), TIGHT),
    (Size(120, 365, 4), TIGHT),
    (Size(30, 91, 3), TIGHT),
)
Chosen = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one leave did to a plan."""

    lost: int
    merit: tuple[int, int]
    """Lost places left empty, places changed."""
    milliseconds: float
    other: tuple[int, int] | None
    """The same of CP-SAT, where it was asked."""


def main() -> None:
    """Print the published year, then a line for each office."""
    options = _options()
    _print_year(settle_leaves(published_year(), options.leaves, LEAVE))
    asked = [options.ortools, "-c", "import ortools"]
    theirs = subprocess.run(asked, capture_output=True, check=False).returncode == 0  # noqa: S603 - our option
    if not theirs:
        print(f"No CP-SAT column: {options.ortools} cannot import ortools.")
    print(
        "people x days x posts         leaves  lost  changes  one each  median ms  worst ms  beaten by CP-SAT"
    )
    for size, temper in OFFICES:
        problem = office(size, temper, 0)
        plan = solve(problem).chosen
        outcomes = [
            _outcome(left, plan, options if theirs else None)
            for left in _leaves(problem, plan, size, options.leaves)
        ]
        _print(size, temper, outcomes)


def _print_year(settled: Sequence[Settled]) -> None:
    changed = sum(each.changed for each in settled)
    print(
        f"60 people, 365 days published, {len(settled)} leaves of {LEAVE} days:"
        f" {sum(each.least for each in settled)} duties inside, {changed} changed,"
        f" {sum(each.unsettled for each in settled)} not covered;"
        f" proposed in {median(each.proposing for each in settled):.0f} ms"
        f" (worst {max(each.proposing for each in settled):.0f}),"
        f" adopted with a new version in {median(each.adopting for each in settled):.0f} ms"
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Mend plans after a leave and measure it.")
    parser.add_argument("--leaves", type=int, default=10, help="leaves tried in each office")
    parser.add_argument("--seconds", type=int, default=20, help="seconds for CP-SAT on each")
    parser.add_argument("--ortools", default=sys.executable, help="interpreter that has ortools")
    return parser.parse_args()


def _leaves(problem: Problem, plan: Chosen, size: Size, count: int) -> Iterator[Problem]:
    """Yield the problem with one more leave, for somebody who is on duty during it."""
    dice = Random(str(size))
    stood = [slot for slot, person in enumerate(plan) if person is not None]
    for _ in range(count):
        slot = dice.choice(stood)
        first = problem.slots[slot].day - dice.randrange(LEAVE)
        yield _without(problem, plan[slot] or 0, max(first, START))


def _without(problem: Problem, person: int, first: int) -> Problem:
    mask = ~(1 << person)
    return replace(
        problem,
        slots=tuple(
            replace(slot, eligible=slot.eligible & mask) if first <= slot.day < first + LEAVE else slot
            for slot in problem.slots
        ),
    )


def _outcome(problem: Problem, plan: Chosen, options: argparse.Namespace | None) -> Outcome:
    lost = set(lost_slots(problem, plan)) - {slot for slot, person in enumerate(plan) if person is None}
    begun = perf_counter()
    mended = repair(problem, plan)
    took = perf_counter() - begun
    if violations(problem, mended.chosen):
        message = "a hard rule is broken"
        raise SystemExit(message)
    return Outcome(
        lost=len(lost),
        merit=_merit(plan, mended.chosen),
        milliseconds=took * 1000,
        other=_cpsat(problem, plan, sorted(lost), options) if options else None,
    )


def _merit(plan: Sequence[int | None], chosen: Sequence[int | None]) -> tuple[int, int]:
    """Return the places left empty and those changed, of those that somebody stood."""
    stood = [(was, now) for was, now in zip(plan, chosen, strict=True) if was is not None]
    return sum(now is None for _, now in stood), sum(was != now for was, now in stood)


def _cpsat(
    problem: Problem, plan: Chosen, lost: Sequence[int], options: argparse.Namespace
) -> tuple[int, int]:
    days = [problem.slots[slot].day for slot in lost]
    part = excerpt(problem, plan, min(days) - DAYS_AROUND, max(days) + DAYS_AROUND)
    done = subprocess.run(  # noqa: S603 - our option
        [options.ortools, "-m", "benchmarks.cpsat"],
        input=pickle.dumps((part.problem, options.seconds, part.chosen)),
        capture_output=True,
        check=True,
    )
    return _merit(part.chosen, json.loads(done.stdout)["chosen"])


def _print(size: Size, temper: Temper, outcomes: Sequence[Outcome]) -> None:
    times = [outcome.milliseconds for outcome in outcomes]
    compared = [outcome for outcome in outcomes if outcome.other is not None]
    worse = sum(outcome.other < outcome.merit for outcome in compared if outcome.other)
    print(
        f"{size!s:21} {temper.name:8} {len(outcomes):6d} {sum(outcome.lost for outcome in outcomes):5d}"
        f" {sum(outcome.merit[1] for outcome in outcomes):8d}"
        f" {sum(outcome.merit == (0, outcome.lost) for outcome in outcomes):8d} of {len(outcomes):<4d}"
        f" {median(times):9.2f} {max(times):9.2f}   {f'{worse} of {len(compared)}' if compared else '-'}",
        flush=True,
    )


if __name__ == "__main__":
    main()
