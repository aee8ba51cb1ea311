"""The words of what is lost when a damaged file is salvaged."""

from dutydesk.services.salvage import Fate, Loss
from ui.i18n import marked, tr

_WORDS = {
    Fate.ENTRY_LOST: marked("Journal entries that cannot be read: {where}"),
    Fate.ENTRY_UNCHAINED: marked("Journal entry {where} follows upon a gap and is no evidence: {told}"),
    Fate.ROW_PERHAPS_OLD: marked("Taken from the journal, perhaps not the newest state: {where} {told}"),
    Fate.ROW_UNTOLD: marked("Otherwise than the journal says, and left out: {where} {told}"),
    Fate.ROW_LOST: marked("Lost, because what it names is lost or it is there twice: {where} {told}"),
}


def loss_text(loss: Loss) -> str:
    """One loss in a line."""
    return tr(_WORDS[loss.fate], where=loss.where, told=loss.told)
