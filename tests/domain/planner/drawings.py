"""Planning problems as drawings: a row a person, a column a day.

`.` may stand, `x` is away, `#` is held there, `o` may stand and did so in the plan before.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from hypothesis import strategies as st

from dutydesk.domain.fairness import water_fill
from dutydesk.domain.planner.check import violations
from dutydesk.domain.planner.cost import cost_of
from dutydesk.domain.planner.problem import Outside, Pair, Problem, Queue, Rules, Slot, Wish

MONDAY = 1  # date.toordinal() of a Monday
DAY = 24 * 60
FREE = Rules(rest_minutes=0, consecutive_days_allowed=True)
"""Only one duty a day, and nothing else."""
CLASSES = "wrh"


def drawn(text, *, classes="", heads=1, rules=FREE, **others):
    """Return the problem of a drawing, `heads` places a day; `classes` has w, r or h for each day."""
    rows = [line.split()[-1] for line in text.split("\n") if line.strip()]
    days = len(rows[0])
    classes = classes or "w" * days
    kinds = sorted(set(classes), key=CLASSES.index)
    slots = tuple(
        a_slot(
            day,
            queue=kinds.index(classes[day]),
            eligible=sum(1 << person for person, row in enumerate(rows) if row[day] != "x"),
            restday=classes[day] != "w",
            held=next((person for person, row in enumerate(rows) if row[day] == "#"), None)
            if head == 0
            else None,
        )
        for day in range(days)
        for head in range(heads)
    )
    problem = {"people": len(rows), "sections": (-1,) * len(rows), **others}
    return Problem(slots=slots, queues=queues_for(slots, len(rows), len(kinds)), rules=rules, **problem)


def before(text):
    """Return by day who stands it in a drawing of the plan before, one place a day."""
    rows = [line.split()[-1] for line in text.split("\n") if line.strip()]
    return tuple(
        next((person for person, row in enumerate(rows) if row[day] == "o"), None)
        for day in range(len(rows[0]))
    )


def a_slot(day, **others):
    """Return a duty of 24 hours from 8:00."""
    start = day * DAY + 480
    return Slot(
        **{"day": MONDAY + day, "starts": start, "ends": start + DAY, "queue": 0, "eligible": 0, **others}
    )


def queues_for(slots, people, queues):
    """Return queues in which everybody eligible owes the same."""
    found = []
    for index in range(queues):
        own = [slot for slot in slots if slot.queue == index]
        able = [sum(slot.eligible >> person & 1 for slot in own) for person in range(people)]
        weights = [float(count > 0) for count in able]
        total = len({(slot.block, slot.day if slot.block is None else 0) for slot in own})
        total = len(own) if all(slot.block is None for slot in own) else total
        members = sum(1 << person for person in range(people) if able[person])
        due = water_fill(total, weights, [0.0] * people, able)
        found.append(Queue(due, members, (None,) * people, tuple(range(people))))
    return tuple(found)


def picture(problem, chosen):
    """Return a plan as rows of people and columns of days, `*` where they stand."""
    days = sorted({slot.day for slot in problem.slots})
    rows = []
    for person in range(problem.people):
        own = {slot.day for slot, who in zip(problem.slots, chosen, strict=True) if who == person}
        rows.append("".join("*" if day in own else "." for day in days))
    return "\n".join(rows)


def every_plan(problem):
    """Yield every plan of a tiny problem that breaks no hard rule."""
    choices = []
    for slot in problem.slots:
        able = [person for person in range(problem.people) if slot.eligible >> person & 1]
        choices.append([slot.held] if slot.held is not None else [None, *able])
    for chosen in product(*choices):
        if not violations(problem, chosen):
            yield chosen


def best_rank(problem):
    """Return the upper goals of the best plan there is."""
    return min(upper(problem, cost_of(problem, chosen)) for chosen in every_plan(problem))


def upper(problem, cost):
    """Return the goals that the search itself weighs: empty places, unfairness, wishes if they come first."""
    return cost.rank(problem.rules)[: 3 if problem.rules.wishes_first else 2]


@st.composite
def offices(draw, people=4, days=6, heads=1):
    """Draw a small office with every kind of rule in it."""
    count = draw(st.integers(2, people))
    persons = st.integers(0, count - 1)
    slots = tuple(_one_queue_a_block(draw(_places(count, draw(st.integers(1, days)), heads))))
    outside = Outside(draw(persons), MONDAY - 1, -DAY + 480, 480)
    wishes = st.builds(Wish, persons, st.integers(0, len(slots) - 1), st.sampled_from((1, -1)))
    return Problem(
        people=count,
        sections=tuple(draw(st.lists(st.integers(-1, 1), min_size=count, max_size=count))),
        slots=slots,
        queues=queues_for(slots, count, 2),
        rules=draw(_rules()),
        pairs=tuple(draw(st.lists(_pairs(days), max_size=2))),
        outside=(outside,) if draw(st.booleans()) else (),
        wishes=tuple(draw(st.lists(wishes, max_size=2))),
    )


def _pairs(days):
    """The first two are a pair for good, or on some of the days."""
    some = st.integers(MONDAY, MONDAY + days - 1)
    return st.just(Pair(0, 1)) | st.builds(Pair, st.just(0), st.just(1), some, some)


def _rules():
    return st.builds(
        Rules,
        rest_minutes=st.sampled_from((0, 720)),
        consecutive_days_allowed=st.booleans(),
        week_limit=st.sampled_from((None, 1, 2)),
        sections_apart=st.booleans(),
        wishes_first=st.booleans(),
    )


@st.composite
def _places(draw, people, days, heads):
    """Draw the places; three days may be a block, which is not held in its middle."""
    everyone = (1 << people) - 1
    places = []
    blocks = [draw(st.booleans()) for _ in range(days)]
    for day in range(days):
        restday = draw(st.booleans())
        for head in range(draw(st.integers(1, heads))):
            block = day // 3 if head == 0 and blocks[day // 3] else None
            held = draw(st.sampled_from((None, None, None, *range(people))))
            places.append(
                a_slot(
                    day,
                    queue=draw(st.sampled_from((int(restday), int(restday), -1))),
                    eligible=draw(st.integers(0, everyone)) | draw(st.integers(0, everyone)),
                    restday=restday,
                    rest_after=draw(st.sampled_from((0, 0, 2 * DAY))),
                    held=held if block is None or day % 3 != 1 else None,
                    block=block,
                )
            )
    return places


def _one_queue_a_block(slots):
    queues = {}
    for slot in slots:
        if slot.block is None:
            yield slot
        else:
            yield replace(slot, queue=queues.setdefault(slot.block, slot.queue))
