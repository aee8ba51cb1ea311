"""F10, the circular: counts, findings, points and demands, in the words of an official paper."""

from collections.abc import Iterable

from dutydesk.domain.circulars import Circular, Counts, Entry, Matter
from dutydesk.exports.letter import Grid, Heading, Letter, Paragraph, Part
from dutydesk.services.people import Staff
from ui.i18n import full_day, language, long_day, tr, tr_n
from ui.sheets.parts import Letterhead
from ui.words.discipline import kind_text, points_text, state_text


def circular_letter(circular: Circular, staff: Staff, head: Letterhead) -> Letter:
    """The circular as it is sent round; unnamed, it tells sections in place of persons."""
    title = tr("Circular on duty discipline") + (
        tr(" (No. {number} of {year})", number=circular.number, year=circular.period.last.year)
        if circular.number
        else tr(" (draft)")
    )
    parts = (
        Paragraph(
            tr(
                "From {first} to {last} duty discipline was checked; this is what was found.",
                first=full_day(circular.period.first),
                last=full_day(circular.period.last),
            )
        ),
        *_overall(circular.counts),
        *_problems(circular, staff),
        *_points(circular, staff),
        *_demands(circular),
    )
    day = full_day(head.printed_at.date())
    return Letter(
        language=language(),
        title=title,
        parts=parts,
        closing=(head.office.name, day),
        imprint=head.imprint(circular.number),
    )


def _overall(counts: Counts) -> Iterable[Part]:
    yield Heading(tr("1. Overall"))
    if not counts.checks:
        yield Paragraph(tr("No spot check was made in this period."))
        return
    made = tr_n("{n} spot check was made", "{n} spot checks were made", counts.checks)
    met = tr_n("{n} person was checked", "{n} people were checked", counts.people)
    found = [
        (tr("absent from post"), counts.absent),
        (tr("late"), counts.late),
        (tr("call unanswered"), counts.unanswered),
        (tr("replaced without approval"), counts.replaced),
    ]
    told = tr(", ").join(f"{word} {count}" for word, count in found if count)
    rest = tr("found: {told}.", told=told) if told else tr("everybody was on post.")
    yield Paragraph(tr("{made}; {met}; {rest}", made=made, met=met, rest=rest))


def _problems(circular: Circular, staff: Staff) -> Iterable[Part]:
    yield Heading(tr("2. Problems"))
    findings = [_finding(each, staff, named=circular.named) for each in circular.entries if each.points]
    matters = [_matter(each) for each in circular.matters]
    said = [*findings, *circular.problems, *matters]
    for number, text in enumerate(said, start=1):
        yield Paragraph(tr("({number}) {text}", number=number, text=text))
    if not said:
        yield Paragraph(tr("None."))


def _finding(entry: Entry, staff: Staff, *, named: bool) -> str:
    return tr(
        "{who} on {day}: {kind} ({what})",
        who=_who(entry, staff, named=named),
        day=long_day(entry.day),
        kind=kind_text(entry.kind),
        what=entry.what,
    )


def _matter(matter: Matter) -> str:
    return tr(
        "Follow-up {number} “{content}” ({responsible}) was due on {due} and is not done",
        number=matter.number,
        content=matter.content,
        responsible=matter.responsible or tr("nobody named"),
        due=long_day(matter.due),
    )


def _points(circular: Circular, staff: Staff) -> Iterable[Part]:
    yield Heading(tr("3. Points"))
    if not circular.entries:
        yield Paragraph(tr("No points were taken in this period."))
        return
    titles = (
        (tr("Number"), 1.2), (tr("Name") if circular.named else tr("Section"), 1.3), (tr("Kind"), 1.5),
        (tr("Points"), 0.8), (tr("State"), 1.5), (tr("Year so far"), 1.0),
    )  # fmt: skip
    rows = tuple(
        (
            each.number,
            staff.named(each.person) if circular.named else _section(each, staff),
            kind_text(each.kind),
            points_text(each.points),
            state_text(each.state),
            points_text(each.cumulated) if circular.named else "—",
        )
        for each in circular.entries
    )
    yield Grid(titles, rows)


def _demands(circular: Circular) -> Iterable[Part]:
    yield Heading(tr("4. Demands"))
    for number, demand in enumerate(circular.demands, start=1):
        text = tr("{text}, by {until}.", text=demand.text, until=full_day(demand.until))
        yield Paragraph(tr("({number}) {text}", number=number, text=text))
    if not circular.demands:
        yield Paragraph(tr("All sections keep to the discipline of duty."))


def _who(entry: Entry, staff: Staff, *, named: bool) -> str:
    """The person, or where none is to be named their section."""
    return (
        staff.named(entry.person) if named else tr("one person of {section}", section=_section(entry, staff))
    )


def _section(entry: Entry, staff: Staff) -> str:
    person = next((each for each in staff.people if each.id == entry.person), None)
    return staff.section_name(person) if person else ""
