from datetime import date

from dutydesk.domain.circulars import Circular, Counts, Demand, Entry, Matter
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.violations import State
from dutydesk.exports.letter import Grid, Heading, Paragraph
from dutydesk.services.people import staff
from tests.builders import NOW, day
from tests.ui.sheets.conftest import WEEK
from ui.sheets.circular import circular_letter


def a_circular(**facts):
    plain = {
        "id": "c", "period": WEEK, "named": True, "made_at": NOW, "made_by": "王敏",
        "counts": Counts(3, 9, 1),
        "problems": ("Log not filled in",), "matters": (Matter(3, "Drain", "李堃", day("2026-11-18")),),
        "entries": (
            Entry("2026-001", "li", ViolationKind.ABSENT_FROM_POST, date(2026, 11, 16), "nobody there",
                  State.CONFIRMED, 500, 500),
        ),
        "demands": (Demand("Fill in the log", day("2026-11-27")),), "number": 2,
    }  # fmt: skip
    return Circular(**{**plain, **facts})


def texts(letter):
    return [each.text for each in letter.parts if isinstance(each, Heading | Paragraph)]


def test_a_circular_tells_counts_findings_points_and_demands(store, head):
    letter = circular_letter(a_circular(), staff(store), head)
    assert letter.title == "Circular on duty discipline (No. 2 of 2026)"
    assert texts(letter) == [
        "From 16 Nov 2026 to 22 Nov 2026 duty discipline was checked; this is what was found.",
        "1. Overall",
        "3 spot checks were made; 9 people were checked; found: absent from post 1.",
        "2. Problems",
        "(1) 李堃 on 16 Nov: absent from post (nobody there)",
        "(2) Log not filled in",
        "(3) Follow-up 3 “Drain” (李堃) was due on 18 Nov and is not done",
        "3. Points",
        "4. Demands",
        "(1) Fill in the log, by 27 Nov 2026.",
    ]
    (grid,) = [each for each in letter.parts if isinstance(each, Grid)]
    assert grid.rows == (("2026-001", "李堃", "absent from post", "5", "confirmed, points taken", "5"),)
    assert letter.closing == ("云溪市人民政府办公室", "18 Nov 2026")


def test_an_unnamed_circular_names_no_person_anywhere(store, head):
    letter = circular_letter(a_circular(named=False, matters=()), staff(store), head)
    (grid,) = [each for each in letter.parts if isinstance(each, Grid)]
    words = " ".join((*texts(letter), *(text for row in grid.rows for text in row)))
    assert "李堃" not in words
    assert "one person of 秘书科" in words


def test_a_quiet_week_is_told_too(store, head):
    quiet = a_circular(counts=Counts(), problems=(), entries=(), matters=(), demands=(), number=0)
    told = texts(circular_letter(quiet, staff(store), head))
    assert "No spot check was made in this period." in told
    assert "None." in told
    assert circular_letter(quiet, staff(store), head).title.endswith("(draft)")
