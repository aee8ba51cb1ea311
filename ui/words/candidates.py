"""The ranked people for one duty as lines of a list, with what stands in the way in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dutydesk.domain.candidates import Candidate
from dutydesk.domain.people import Person
from ui.i18n import long_day, tr
from ui.widgets.table_model import RIGHT, Column
from ui.words.planning import obstacle_text


@dataclass(frozen=True)
class CandidateLine:
    """One candidate with the words for it."""

    candidate: Candidate
    person: Person
    name: str
    section: str


def candidate_lines(
    people: Mapping[str, Person],
    names: Mapping[str, str],
    sections: Mapping[str, str],
    candidates: Sequence[Candidate],
) -> list[CandidateLine]:
    """The candidates in their order; the maps give people, their names and sections by id."""
    return [
        CandidateLine(each, person, names[person.id], sections.get(person.section, ""))
        for each in candidates
        if (person := people.get(each.person))
    ]


def candidate_columns() -> list[Column[CandidateLine]]:
    """Who, how much is due and had, when last, and what is in the way."""
    return [
        Column("person", tr("Person"), lambda line: line.name, lambda line: line.person.sort, ink=_name_ink),
        Column("section", tr("Section"), lambda line: line.section, ink=lambda _: "dim"),
        Column(
            "due",
            tr("Due"),
            lambda line: f"{line.candidate.due:.1f}",
            lambda line: line.candidate.due,
            align=RIGHT,
        ),
        Column(
            "had",
            tr("Had"),
            lambda line: str(line.candidate.count),
            lambda line: line.candidate.count,
            align=RIGHT,
        ),
        Column("last", tr("Last"), _last, lambda line: str(line.candidate.last or "")),
        Column("obstacles", tr("In the way"), _words, ink=_words_ink, tip=_words),
    ]


def _name_ink(line: CandidateLine) -> str:
    return "dim" if line.candidate.obstacles else ""


def _last(line: CandidateLine) -> str:
    return long_day(line.candidate.last) if line.candidate.last else ""


def _words(line: CandidateLine) -> str:
    """What stands in somebody's way, or that they are free."""
    return tr("; ").join(map(obstacle_text, line.candidate.obstacles)) or tr("free")


def _words_ink(line: CandidateLine) -> str:
    return "error" if line.candidate.obstacles else "good"
