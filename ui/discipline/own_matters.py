"""What is brought against whoever is signed in, and until when they may speak: nobody must miss it."""

from collections.abc import Callable, Iterable
from functools import partial

from dutydesk.domain.violations import State
from ui.discipline.violation_lines import ViolationLine
from ui.i18n import full_day, tr
from ui.session import Session
from ui.widgets.banner import Notice
from ui.words.discipline import kind_text, points_text

_MAY_ANSWER = frozenset({State.REPORTED, State.INFORMED, State.HEARD})


def own_notices(
    lines: Iterable[ViolationLine], session: Session, show: Callable[[str], None]
) -> dict[str, Notice]:
    """One notice for each open matter of their own; `show` leads to it by the id."""
    return {
        line.violation.id: Notice("warning", words, tr("Show"), partial(show, line.violation.id))
        for line in lines
        if session.person and line.violation.person == session.person and (words := _words(line, session))
    }


def _words(line: ViolationLine, session: Session) -> str:
    found, last = line.violation, line.appeal_until
    facts = {"number": found.title, "day": full_day(found.day), "kind": kind_text(found.kind)}
    if found.state in _MAY_ANSWER:
        return tr("{number} is brought against you ({day}, {kind}). You may say what happened.", **facts)
    if found.state is State.CONFIRMED and last is not None and session.today() <= last:
        points, until = points_text(found.points), full_day(last)
        return tr(
            "{number} takes {points} points from you ({day}, {kind}). You may appeal until {until}.",
            points=points,
            until=until,
            **facts,
        )
    return ""
