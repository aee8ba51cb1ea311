"""What the desk refuses at night, in sentences: signing in, the log, reports, follow-ups and handovers."""

from typing import Final

from dutydesk import errors
from dutydesk.errors import DutyDeskError
from ui.i18n import marked

DESK_SENTENCES: Final[dict[type[DutyDeskError], str]] = {
    errors.NotOnRosterError: marked(
        "{name} is not down for this place but {rostered} is. Name the leader who approved the cover,"
        " or record it as an unauthorised swap."
    ),
    errors.TooEarlyError: marked(
        "The shift starts at {starts}. Sign in at most {minutes} minutes before it."
    ),
    errors.ShiftOverError: marked("The shift ended at {ends}. Sign in for the present one."),
    errors.AlreadySignedInError: marked("{name} has signed in at this place already."),
    errors.NotRelievedError: marked(
        "{name} may not leave: the relief has not signed in, {minutes} minutes after the end of the shift."
        " Call the relief or the duty leader."
    ),
    errors.EarlyLeaveError: marked(
        "The shift of {name} lasts until {ends}. Give the reason to leave before, or wait for the relief."
    ),
    errors.NotSignedInError: marked("{name} has signed out already."),
    errors.NoSuchPlaceError: marked("The roster has no such place on {day}. Look at the roster again."),
    errors.ClassifiedContentError: marked(
        "Nothing of what a classified document says may be kept here. Enter only its number, its level, and"
        " to whom and when it was handed, as a received document."
    ),
    errors.EmptyEntryError: marked("The entry says nothing. Write down what was said or done."),
    errors.FutureEntryError: marked("That time has not come yet. Enter when it happened."),
    errors.AlreadyCorrectedError: marked(
        "Entry {number} was corrected before. Correct the entry that corrects it."
    ),
    errors.NotOpenError: marked(
        "Nothing is open in entry {number} any more. Look at what was done about it."
    ),
    errors.IncompleteReportError: marked(
        "The report is not complete. Say something of: {fields}. What is not known yet is written as "
        "being verified."
    ),
    errors.ReportOrderError: marked(
        "The initial report comes first and only once, and nothing comes after the final one. Choose "
        "another kind of report."
    ),
    errors.NotReadBackError: marked(
        "The spoken instruction of {leader} must be read back. Read it back and tick it."
    ),
    errors.AlreadyPassedOnError: marked(
        "This was entered for the instruction of {leader} before. Write a new log entry about what "
        "came since."
    ),
    errors.NotPassedOnError: marked(
        "The instruction of {leader} was not passed on yet. Enter first to whom and when."
    ),
    errors.ClosedFollowUpError: marked(
        "Follow-up {number} is closed. Register a new one if something came up since."
    ),
    errors.LateExtensionAskedError: marked(
        "The deadline of follow-up {number} has passed, so it cannot be extended. Take it to the next stage."
    ),
    errors.NotOverdueError: marked(
        "The deadline of follow-up {number} has not passed yet. The next stage comes after it."
    ),
    errors.LastStageError: marked(
        "Follow-up {number} is in the circular already, the last stage. A leader closes it with an answer."
    ),
    errors.PastDueError: marked(
        "The deadline must lie ahead, and later than the present one. Choose another time."
    ),
    errors.AlreadyHandedOverError: marked(
        "The shift {shift} was handed over and is sealed. What comes now belongs to the next shift."
    ),
    errors.NotOfferedError: marked(
        "The outgoing officer of the shift {shift} has not signed the sheet yet. Sign it first."
    ),
    errors.UnseenItemsError: marked(
        "{count} open items or standing orders were not looked at. Go through each before signing."
    ),
    errors.UncheckedEquipmentError: marked(
        "Not everything was checked: {equipment}. Tick what is in order, or write what is wrong."
    ),
    errors.NoReliefError: marked(
        "{name} has not signed in as the relief. The relief signs in before the handover."
    ),
    errors.AlreadyReviewedError: marked("{leader} has signed this handover already."),
}
