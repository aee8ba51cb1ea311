"""The sentences for what the course of a violation refuses."""

from typing import Final

from dutydesk.errors import DutyDeskError
from dutydesk.errors import discipline as refused
from ui.i18n import marked

DISCIPLINE_SENTENCES: Final[dict[type[DutyDeskError], str]] = {
    refused.JudgedAlreadyError: marked("Somebody has judged this candidate already. Look at the list again."),
    refused.SameIncidentError: marked(
        "Violation {number} was brought for the same incident. Put this one aside, or say that it counts"
        " apart."
    ),
    refused.WrongStepError: marked(
        "Violation {number} is at “{stage}”, and this step does not follow. Take the next step of its course."
    ),
    refused.AccuserError: marked(
        "{actor} reported this violation and cannot judge it too. Let somebody else do it."
    ),
    refused.OnlyTheAccusedError: marked(
        "Only {name} answers and appeals here. Let {name} do it, or name the paper on which they did."
    ),
    refused.StoodInError: marked("{actual} stood in for {name} and is the one accountable. Enter {actual}."),
    refused.NotHeardError: marked(
        "The accused of violation {number} may answer until {until}. Keep their answer first, or wait."
    ),
    refused.DoubtfulTimeError: marked(
        "Violation {number} rests on a record made while the clock was in doubt. Say how the time is known,"
        " or find that it is not established."
    ),
    refused.AppealOverError: marked(
        "Violation {number} could be appealed until {until}. A judgement found wrong can still be cancelled."
    ),
    refused.PointsError: marked(
        "A changed deduction lies between 0 and {most} points. Enter it so, or maintain the decision."
    ),
    refused.YearClosedError: marked(
        "The sheets of {year} are closed and final. Enter it under a year that is open."
    ),
    refused.OpenMattersError: marked(
        "{count} violations of {year} are not decided or may still be appealed. Finish them first."
    ),
    refused.YearNotOverError: marked("The year {year} is not over. Close its sheets when it is."),
    refused.PeriodNotOverError: marked(
        "The period lasts until {last}, so its circular is not complete. Issue it when the period is over."
    ),
    refused.OvertimeHoursError: marked(
        "Overtime ends after it starts and lasts at most a day. Check the two times."
    ),
    refused.OvertimeStateError: marked(
        "The overtime is “{overtime}”, and this step does not follow. Look at the list again."
    ),
}
DISCIPLINE_FIELDS: Final = {
    "kind": marked("kind of violation"),
    "what": marked("what was found"),
    "words": marked("what they say"),
    "shift": marked("shift"),
    "inspector": marked("inspector"),
    "done": marked("what was done"),
}
