"""One clear sentence for every error: what, why, and what to do."""

from collections.abc import Callable

from dutydesk import errors
from dutydesk.errors import DutyDeskError
from ui.i18n import marked, tr
from ui.words.deeds import deed_text
from ui.words.desk_refusals import DESK_SENTENCES
from ui.words.discipline import overtime_text
from ui.words.discipline import state_text as stage_text
from ui.words.discipline_refusals import DISCIPLINE_FIELDS, DISCIPLINE_SENTENCES
from ui.words.handover import equipment_list
from ui.words.incidents import facts_text
from ui.words.roles import roles_text
from ui.words.source_refusals import SOURCE_SENTENCES
from ui.words.swaps import SWAP_SENTENCES, broken_text, state_text

_SENTENCES: dict[type[DutyDeskError], str] = {
    **SWAP_SENTENCES,
    **DESK_SENTENCES,
    **DISCIPLINE_SENTENCES,
    **SOURCE_SENTENCES,
    errors.NotADayError: marked(
        "“{text}” is no day of the calendar between 2000 and 2099. Write it like 2026-11-16."
    ),
    errors.NotAWeekError: marked("“{text}” is no week between 2000 and 2099. Write it like 2026-W47."),
    errors.NotAMonthError: marked("“{text}” is no month between 2000 and 2099. Write it like 2026-11."),
    errors.NotATimeError: marked("“{text}” is no time of day. Write it like 08:30."),
    errors.ReversedPeriodError: marked(
        "The period is reversed: it ends on {last}, before it starts on {first}. Exchange the two days."
    ),
    errors.TooLongPeriodError: marked(
        "{days} days are too many at once. Take at most {limit} days and do the rest in a second step."
    ),
    errors.UnknownPersonError: marked(
        "Nobody of the staff is called “{name}”. Check the name, or add the person to the staff first."
    ),
    errors.AmbiguousPersonError: marked(
        "Several people are called {name} ({sections}). Add the section, like {name}(section)."
    ),
    errors.UnknownPostError: marked(
        "The office has no post “{name}”. Check the word, or add the post first."
    ),
    errors.UnknownSectionError: marked(
        "The office has no section “{name}”. Check the word, or add the section first."
    ),
    errors.UnknownWordError: marked("“{text}” is not understood here. Use one of: {known}."),
    errors.NotFoundError: marked("The record was removed meanwhile. Look at the list again."),
    errors.NoSuchNumberError: marked("No single record fits “{text}”. Take its number from the list."),
    errors.MissingFieldError: marked("The field “{field}” must not be empty. Fill it in and try again."),
    errors.StillUsedError: marked(
        "“{name}” is named by {uses} other records and cannot be removed. Give it a last day instead."
    ),
    errors.NameTakenError: marked("The name “{name}” is taken already. Choose another one."),
    errors.ReversedHalvesError: marked(
        "The leave would end on the morning of {day}, after it begins. Exchange the two halves."
    ),
    errors.TooLongLeaveError: marked(
        "{days} days are more than the {limit} that may be asked for at once. Check the two days."
    ),
    errors.NoDaysError: marked(
        "From {first} to {last} there is no working day, so no leave is needed. Choose other days."
    ),
    errors.OverlappingLeaveError: marked(
        "{name} has leave from {first} to {last} already. Choose other days, or call that leave off first."
    ),
    errors.StandInAwayError: marked(
        "{name} is away from {first} to {last} and cannot stand in. Name somebody who is there."
    ),
    errors.StandsInError: marked(
        "{name} stands in for {other} from {first} to {last}. Name another stand-in for {other} first."
    ),
    errors.PairAwayError: marked(
        "{name} and {other} are an A/B pair, and {other} is away from {first} to {last}. Choose other days."
    ),
    errors.HeadsAwayError: marked(
        "{name} and {other} may not both be away; {other} is, from {first} to {last}. Choose other days."
    ),
    errors.NotServingError: marked(
        "{name} does not belong to the office on all of these days. Check the days, or the person’s record."
    ),
    errors.NotEnoughLeaveError: marked(
        "{asked} days of {kind} are asked for and {left} are left. Take fewer days, or enter what was earned."
    ),
    errors.CertificateMissingError: marked(
        "{kind} of {days} days needs a certificate. Note which one was handed in."
    ),
    errors.NoApprovalRuleError: marked(
        "The table of approval has no line for {days} days of {name}. Add one under “Approval”."
    ),
    errors.LeaveStateError: marked(
        "The request stands at “{state}”, so this cannot be done with it. Look at the list again."
    ),
    errors.NotEntitledError: marked("This step is not {name}’s to decide. It is for: {others}."),
    errors.NotDutyLeaderError: marked(
        "{name} leads no duty and cannot waive one. Ask a duty leader to do it."
    ),
    errors.UnsettledDutiesError: marked(
        "{name} has {count} duties inside the leave ({days}). Swap, cover or waive each first."
    ),
    errors.LateExtensionError: marked(
        "The leave ended on {last}; an extension is asked for before the end. Hand in a new request."
    ),
    errors.LeaveBegunError: marked(
        "The leave began on {first} and cannot be called off. Report back instead; the rest is given back."
    ),
    errors.LeaveNotBegunError: marked(
        "The leave begins on {first} only. Call it off instead of reporting back."
    ),
    errors.NothingToUndoError: marked("There is nothing to undo, or the rows were changed since."),
    errors.NothingToRedoError: marked("There is nothing to redo."),
    errors.SituationChangedError: marked(
        "The file was changed while the plan was being made, so the plan was not adopted. Plan again."
    ),
    errors.PlanCancelledError: marked("Planning was stopped; nothing was changed."),
    errors.NoShiftsError: marked("There is no shift to plan. Choose a shift pattern first."),
    errors.NoStaffError: marked("There is nobody to plan with. Import the staff list first."),
    errors.NoHeadsError: marked("The shift “{shift}” needs nobody on any day. Enter at least one head."),
    errors.NothingPlannedError: marked("Nothing is planned from {first} to {last}. Plan that period first."),
    errors.SamePersonTwiceError: marked("{name} cannot stand for {name}. Name somebody else."),
    errors.NotANameError: marked("“{text}” is no name. Enter the person's name."),
    errors.NotAPhoneError: marked("“{text}” is no phone number. Use digits only, 3 to 15 of them."),
    errors.NotANumberError: marked("“{text}” is no number from {least} to {most}."),
    errors.NotACountError: marked("“{text}” is no count. Enter a whole number, 0 or more."),
    errors.UnclearAnswerError: marked("“{text}” is neither yes nor no. Write 是 or 否."),
    errors.ForeignYearError: marked("{day} is not in {year}. Enter the notice year by year."),
    errors.NoticeTextError: marked(
        "No days were found in “{text}”. Paste the sentences of the notice, or import a CSV."
    ),
    errors.NoSuchFileError: marked("There is no file {path}. Check the name and the folder."),
    errors.FileExistsAlreadyError: marked("{path} exists already and was left alone. Choose another name."),
    errors.NotOurFileError: marked("{path} is not a DutyDesk file. Choose a file made by DutyDesk."),
    errors.NewerFileError: marked(
        "{path} was written by a newer DutyDesk and was left alone. Install the newer version."
    ),
    errors.DamagedFileError: marked(
        "{path} is damaged and was left alone. Restore the newest good backup (dutydesk restore BACKUP FILE),"
        " or salvage what can be read (dutydesk salvage FILE NEW)."
    ),
    errors.LockedFileError: marked("{path} is held by another program. Close that program and try again."),
    errors.HeldFileError: marked(
        "{path} is open in DutyDesk on the computer {host} (process {pid}). Close it there, or work on there."
    ),
    errors.TrueTimeFileError: marked(
        "{path} keeps true time, and --now would put false times into its journal. Make a file for trying out"
        " under the same --now, with “new” or “demo”."
    ),
    errors.ReadOnlyFileError: marked(
        "{path} may not be written to, so nothing was changed. Ask for the right to write, or copy the file."
    ),
    errors.AlreadyDoneError: marked("This was entered already; nothing was written a second time."),
    errors.SameFolderError: marked(
        "The backups lie in {path} already. Choose a folder on another disk or on a share."
    ),
    errors.NoDisplayError: marked(
        "There is no display here for a window. The commands work without one; see “dutydesk --help”."
    ),
    errors.NotAnAnchorError: marked(
        "“{text}” is no anchor. Type it as it stands at the foot of the page,"
        " like a3f9:1042:9f31-c0de-1234-abcd."
    ),
    errors.SilentPrinterError: marked(
        "The printer did not take the page. See that it is switched on and connected, then print again."
    ),
    errors.NotAllowedError: marked(
        "{actor} may not do this: {deed}. It may be done by: {roles}. Ask one of them to sign in."
    ),
    errors.NobodySignedInError: marked("Nobody is signed in, so this was not done: {deed}. Sign in first."),
    errors.OwnMatterError: marked(
        "{actor} cannot decide a matter of their own. Somebody else who has the right must do it."
    ),
    errors.ForeignDeedError: marked(
        "{name} did this: {deed}. Only they take it back or do it again; enter what is to be changed instead."
    ),
    errors.ShortSecretError: marked(
        "This is too short. A PIN has at least {digits} digits, a passphrase at least {letters} characters."
    ),
    errors.TrivialSecretError: marked(
        "This is guessed first: a row like 123456, the same sign again and again, one's own name or phone. "
        "Choose another one."
    ),
    errors.UnlikeSecretsError: marked("The two entries differ. Type the new one twice alike."),
    errors.NeedsPhraseError: marked(
        "{name} approves or administers, and a PIN is not enough for that. Choose a passphrase of at least "
        "{letters} characters that are not digits only."
    ),
    errors.WrongSecretError: marked(
        "This is not the PIN or passphrase of {name}; the entry was written down. Try again in "
        "{minutes} min, or let a supervisor or the printed code open."
    ),
    errors.TooSoonError: marked(
        "Too soon after a wrong entry: {name} must wait {minutes} min more. What was entered was not looked "
        "at. A supervisor or the printed code can open at once."
    ),
    errors.NoAccountError: marked(
        "{name} has no account to sign in with. An administrator can give one: Setup, Accounts."
    ),
    errors.WrongCodeError: marked(
        "This is not the code that was printed last, or it was used already; the entry was written down. "
        "Look at the printed page again."
    ),
    errors.NotASupervisorError: marked(
        "{name} cannot open for somebody else. A duty leader or an administrator can."
    ),
    errors.LastAdministratorError: marked(
        "One administrator must be left. Make somebody else administrator first."
    ),
    errors.DiskFullError: marked(
        "The disk of {path} is full, so nothing was changed. Make room and try again."
    ),
    errors.DiskFailedError: marked(
        "The disk failed at {path} ({message}); nothing was changed. Check the disk and try again."
    ),
}


_FIELDS = {
    **DISCIPLINE_FIELDS,
    "name": marked("name"),
    "section": marked("section"),
    "reason": marked("reason"),
    "person": marked("person"),
    "post": marked("post"),
    "approved_by": marked("approved by"),
    "days": marked("date"),
    "day": marked("date"),
    "paper": marked("number of the paper"),
    "secret": marked("PIN or passphrase"),
    "waits": marked("minutes to wait"),
    "supervisor": marked("supervisor"),
    "type": marked("kind of leave"),
    "leave_type": marked("kind of leave"),
    "first": marked("from"),
    "last": marked("to"),
    "stand_in": marked("stand-in"),
    "handed_over": marked("what is handed over"),
    "steps": marked("approvers"),
    "destination": marked("destination"),
    "phone": marked("telephone meanwhile"),
    "acting": marked("in charge meanwhile"),
    "certificate": marked("certificate"),
}
_STATES = {
    "draft": marked("draft"),
    "pending": marked("to be decided"),
    "sent_back": marked("sent back"),
    "approved": marked("approved"),
    "refused": marked("refused"),
    "reported_back": marked("reported back"),
    "cancelled": marked("called off"),
}


def refusal_text(error: DutyDeskError) -> str:
    """The sentence for an error, in the language in force."""
    facts = {name: _worded(name, value) for name, value in vars(error).items()}
    return tr(_SENTENCES[type(error)], **facts)


def _worded(name: str, value: object) -> object:
    """A fact as it is told: codes by their words, everything else as it is."""
    read = _READERS.get(name)
    return read(value) if read and isinstance(value, str) else value


def _leave_or_swap(state: str) -> str:
    return tr(_STATES[state]) if state in _STATES else state_text(state)


def field_text(field: str) -> str:
    """What a field is called on screen."""
    return tr(_FIELDS.get(field, field))


def worded() -> frozenset[type[DutyDeskError]]:
    """The errors that have a sentence."""
    return frozenset(_SENTENCES)


_READERS: dict[str, Callable[[str], str]] = {
    "field": field_text,
    "wanted": field_text,
    "deed": deed_text,
    "state": _leave_or_swap,
    "stage": stage_text,
    "overtime": overtime_text,
    "rule": broken_text,
    "roles": lambda text: roles_text(text.split()),
    "fields": lambda text: facts_text(text.split()),
    "equipment": lambda text: equipment_list(text.split()),
}
"""How the facts that are codes are told, by their names."""
