"""Words for what a check of the file found, and for what it says to an anchor from paper."""

from dutydesk.domain.seals import Match
from dutydesk.services.files import Check, Fault
from ui.i18n import marked, tr

_CHECKS = {
    Check.INTEGRITY: marked("Damaged: {where}."),
    Check.FOREIGN_KEYS: marked("A row of {where} names another one that is not there."),
    Check.GUARDS: marked("The guard {where} of the journal was taken away or changed."),
    Check.CHAIN: marked("Entry {where} of the journal was changed, or entries before it are gone."),
    Check.SEALS: marked("The seal {where} does not hold: it is forged, or what was sealed was rewritten."),
    Check.WITNESS: marked(
        "Entry {where} was sealed on this computer and is not in the file: its end was cut off, or an older"
        " copy lies in its place."
    ),
    Check.REPLAY: marked("Not as the journal says: {where}"),
}
_MATCHES = {
    Match.SAME: marked("Found and equal: everything up to {anchor} is as it was when it was printed."),
    Match.REWRITTEN: marked("Rewritten: {anchor} is another entry now than the one that was printed."),
    Match.CUT_OFF: marked(
        "Missing: the file ends before {anchor}. Its end was cut off, or it is an older copy."
    ),
    Match.UNKNOWN: marked("Unknown: no entry of this file was made on the device of {anchor}."),
}


def fault_text(fault: Fault) -> str:
    """One thing that is not as it must be, as a sentence."""
    return tr(_CHECKS[fault.check], where=fault.where)


def missing_text(anchor: str) -> str:
    """That what was sealed here is not in the file any more."""
    return tr(_CHECKS[Check.WITNESS], where=anchor)


def match_text(match: Match, anchor: str) -> str:
    """What the file says to an anchor."""
    return tr(_MATCHES[match], anchor=anchor)
