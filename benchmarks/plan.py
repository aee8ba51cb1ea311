"""Plan generated offices and print how good, how fast and how large it was, with CP-SAT beside it.

    python -m benchmarks.plan                       both tables; CP-SAT where ortools can be imported
    python -m benchmarks.plan --ortools PYTHON      the interpreter that has ortools
    python -m benchmarks.plan --only loose --seeds 3

Each run has a process of its own, one after the other, so that time and memory are its own.
"""

from __future__ import annotations

import argparse
import json
import pickle
import subprocess
import sys
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any

from typing_extensions import override

from benchmarks.offices import LOOSE, TIGHT, Size, Temper, office
from benchmarks.peak import peak_megabytes, resident_megabytes
from dutydesk.domain.fairness import CLOSE
from dutydesk.domain.planner.check import violations
from dutydesk.domain.planner.cost import cost_of, fairest, spreads
from dutydesk.domain.planner.solve import improve, solve

SIZES = (Size(30, 91, 3), Size(60, 365, 3), Size(120, 365, 4))
TEMPERS = {temper.name: temper for temper in (LOOSE, TIGHT)}


@dataclass(frozen=True, slots=True)
class Result:
    """What one planner made of one office."""

    empty: int
    broken: int
    unfair: int
    fairest: int
    """The lower bound of `unfair`."""
    at_bound: bool
    """Whether every queue's spread is the smallest possible."""
    seconds: float
    megabytes: float
    """Peak memory over the start of the process."""

    @property
    def rank(self) -> tuple[int, int, int]:
        """The order in which tight offices are compared."""
        return self.empty, self.broken, self.unfair

    @override
    def __str__(self) -> str:
        proven = "=" if self.unfair == self.fairest else " "
        return (
            f"{self.empty:5d} {self.broken:6d} {self.unfair / 10_000:8.2f}{proven}"
            f"{self.seconds:7.2f} {self.megabytes:7.1f}"
        )


def main() -> None:
    """Print the tables that were asked for."""
    options = _options()
    if options.child:
        people, days, posts, seed, think = (int(part) for part in options.child[1:])
        print(json.dumps(_plan_here(Size(people, days, posts), TEMPERS[options.child[0]], seed, think)))
        return
    if options.only in (None, "loose"):
        _loose(options.seeds)
    if options.only in (None, "tight"):
        _tight(options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Plan generated offices and measure it.")
    parser.add_argument("--only", choices=sorted(TEMPERS))
    parser.add_argument("--seeds", type=int, default=10, help="loose offices of each size")
    parser.add_argument("--tight-seeds", type=int, default=3, help="tight offices of each size")
    parser.add_argument("--think", type=int, default=5, help="seconds for us on a tight office")
    parser.add_argument("--seconds", type=int, default=60, help="seconds for CP-SAT on a tight office")
    parser.add_argument("--ortools", default=sys.executable, help="interpreter that has ortools")
    parser.add_argument("--child", nargs=6, help=argparse.SUPPRESS)
    return parser.parse_args()


def _loose(seeds: int) -> None:
    print(f"Loose offices, {seeds} seeds each, one ordinary run")
    print("people x days x posts   empty   at the bound   seconds: median   worst   MB over the start")
    for size in SIZES:
        results = [_ours(size, LOOSE, seed, 0) for seed in range(seeds)]
        times = [result.seconds for result in results]
        print(
            f"{size!s:21} {sum(result.empty for result in results):7d}"
            f" {sum(result.at_bound for result in results):8d} of {seeds:<2d}"
            f" {median(times):17.2f} {max(times):7.2f} {max(result.megabytes for result in results):12.1f}",
            flush=True,
        )
    print()


def _tight(options: argparse.Namespace) -> None:
    theirs = _has_ortools(options.ortools)
    print(f"Tight offices: ours after {options.think} s, CP-SAT after {options.seconds} s with 8 workers")
    if not theirs:
        print(f"No CP-SAT column: {options.ortools} cannot import ortools.")
    columns = "empty  wishes  unfair seconds     MB"
    print(f"people x days x posts  seed   {columns}   {columns if theirs else ''}")
    for size in SIZES:
        for seed in range(options.tight_seeds):
            ours = _ours(size, TIGHT, seed, options.think)
            print(f"{size!s:21} {seed:5d}   {ours}", end="", flush=True)
            if theirs:
                other = _cpsat(options.ortools, size, seed, options.seconds)
                verdict = "not worse" if ours.rank <= other.rank else "WORSE"
                print(f"   {other}  {verdict}", end="")
            print(flush=True)
    print("unfair: sum of squared deviations from due; = is the water-filled lower bound, nothing is fairer")


def _has_ortools(interpreter: str) -> bool:
    asked = [interpreter, "-c", "import ortools"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0  # noqa: S603 - our option


def _ours(size: Size, temper: Temper, seed: int, think: int) -> Result:
    """Plan in a fresh process, so that memory is counted from its start."""
    numbers = map(str, (size.people, size.days, size.posts, seed, think))
    asked = [sys.executable, "-m", "benchmarks.plan", "--child", temper.name, *numbers]
    done = subprocess.run(asked, capture_output=True, check=True)  # noqa: S603 - ourselves
    return Result(**json.loads(done.stdout))


def _plan_here(size: Size, temper: Temper, seed: int, think: int) -> dict[str, Any]:
    start = resident_megabytes()
    problem = office(size, temper, seed)
    begun = perf_counter()
    plan = solve(problem)
    if think:
        for better in improve(problem, plan):
            plan = better
            if perf_counter() - begun >= think:
                break
    seconds = perf_counter() - begun
    return _measured(problem, plan.chosen, seconds, peak_megabytes() - start)


def _cpsat(interpreter: str, size: Size, seed: int, seconds: int) -> Result:
    problem = office(size, TIGHT, seed)
    asked = [interpreter, "-m", "benchmarks.cpsat"]
    done = subprocess.run(  # noqa: S603 - our option
        asked, input=pickle.dumps((problem, seconds, None)), capture_output=True, check=True
    )
    answer = json.loads(done.stdout)
    return Result(**_measured(problem, answer["chosen"], answer["seconds"], answer["megabytes"]))


def _measured(problem: Any, chosen: Any, seconds: float, megabytes: float) -> dict[str, Any]:
    """Weigh a plan anew, whoever made it; one that breaks a hard rule is no plan."""
    broken = violations(problem, chosen)
    if broken:
        message = f"breaks {len(broken)} hard rules: {broken[0]}"
        raise SystemExit(message)
    cost = cost_of(problem, chosen)
    return {
        "empty": cost.empty,
        "broken": cost.broken_wishes,
        "unfair": cost.unfair,
        "fairest": fairest(problem),
        "at_bound": all(found <= bound + CLOSE for found, bound in spreads(problem, chosen)),
        "seconds": seconds,
        "megabytes": megabytes,
    }


if __name__ == "__main__":
    main()
