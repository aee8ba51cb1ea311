"""What the window says about the file's safety: one banner a matter, each with what to do."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from dutydesk import errors
from dutydesk.domain.clock_doubt import ClockDoubt
from dutydesk.errors import StoreError
from dutydesk.services.backups import Good
from ui.clock import local
from ui.i18n import marked, tr
from ui.keeping.safekeeping import Safekeeping
from ui.session import Session
from ui.widgets.banner import Notice
from ui.words.told import refusal_text

Ways = Mapping[str, Callable[[], None]]
"""The ways on by name: back_up, backups, rescue, trust_clock."""
_WORST_FIRST = ("damage", "trouble", "read_only", "clock", "mended", "backup", "places")

_TROUBLES: Mapping[type[StoreError], str] = {
    errors.DiskFullError: marked(
        "The disk is full: nothing can be saved now. What you typed stays on the screen. Make room on the "
        "disk of {path}; this goes away by itself."
    ),
    errors.ReadOnlyFileError: marked(
        "The file can only be read: {path} or its folder may not be written to. Nothing you do is kept. "
        "Ask for the right to write; this goes away by itself."
    ),
    errors.LockedFileError: marked(
        "Another program holds the file: nothing can be saved now. Close that program, such as a "
        "synchronising or scanning one; this goes away by itself."
    ),
    errors.NoSuchFileError: marked(
        "The file is not there any more: {path}. Nothing can be saved now; what you typed stays on the "
        "screen. Put the stick or disk back; this goes away by itself."
    ),
}
_OTHER_TROUBLE = marked(
    "The disk fails: nothing can be saved now. What you typed stays on the screen. Check the cable and the "
    "disk of {path}; this goes away by itself."
)


def keeping_notices(session: Session, keeper: Safekeeping, ways: Ways) -> dict[str, Notice]:
    """The banners that hold now, by their keys, the worst first."""
    found = dict(_notices(session, keeper, ways))
    return {key: found[key] for key in _WORST_FIRST if key in found}


def _notices(session: Session, keeper: Safekeeping, ways: Ways) -> Iterator[tuple[str, Notice]]:
    if keeper.is_damaged():
        yield "damage", _damaged(keeper, ways)
    elif session.trouble.error is not None:
        yield "trouble", Notice("error", trouble_text(session.trouble.error))
    elif session.read_only:
        path = str(session.path)
        yield "read_only", Notice("error", trouble_text(errors.ReadOnlyFileError(path)))
    if keeper.doubt is not None:
        yield "clock", _doubtful(keeper.doubt, ways)
    if session.mended:
        yield "mended", Notice("warning", _mended_text(session.mended), dismissable=True)
    yield from _backup(keeper, ways)


def checked_text() -> str:
    """That nothing is wrong."""
    return tr("The file was checked: it is whole and unaltered.")


def trouble_text(error: StoreError) -> str:
    """What is wrong with the file's disk, and what to do."""
    return tr(_TROUBLES.get(type(error), _OTHER_TROUBLE), path=vars(error).get("path", ""))


def _damaged(keeper: Safekeeping, ways: Ways) -> Notice:
    faults = keeper.verdict.faults if keeper.verdict else ()
    where = tr(", ").join(each.where for each in faults[:3])
    words = tr(
        "The file is damaged or was changed behind the program ({where}). It can only be looked at now, "
        "and nothing of it is deleted. Go back to a good backup, or salvage what can be read.",
        where=where,
    )
    return Notice("error", words, tr("What to do…"), ways["rescue"])


def _doubtful(doubt: ClockDoubt, ways: Ways) -> Notice:
    if doubt.is_rehearsal:
        return Notice(
            "warning",
            tr("A file for trying out, begun on a set time: every entry is marked, and none is evidence."),
        )
    words = tr(
        "The clock cannot be right: it shows {shown} where {right} or later was expected. What is entered "
        "now is marked. Set the clock of this computer, or say that it is right.",
        shown=instant_text(doubt.shown),
        right=instant_text(doubt.right),
    )
    return Notice("warning", words, tr("The clock is right"), ways["trust_clock"])


def _mended_text(mended: tuple[str, ...]) -> str:
    return tr(
        "The guards of the journal were missing and were put back ({names}). Somebody may have changed the "
        "file with another tool: have it verified.",
        names=tr(", ").join(mended),
    )


def _backup(keeper: Safekeeping, ways: Ways) -> Iterator[tuple[str, Notice]]:
    if keeper.is_old() and not keeper.is_damaged():
        yield "backup", Notice("warning", _old_text(keeper.last), tr("Back up now"), ways["back_up"])
    if keeper.failures:
        told = " ".join(_failure_text(each) for each in keeper.failures)
        yield "places", Notice("warning", told, tr("Backups…"), ways["backups"])


def _failure_text(error: StoreError) -> str:
    if isinstance(error, errors.NoSuchFileError):
        return tr(
            "The folder for backups {path} cannot be reached, so no copy went there. Connect its disk or "
            "share, or choose another folder.",
            path=error.path,
        )
    return tr("A backup failed: {why}", why=refusal_text(error))


def _old_text(last: Good | None) -> str:
    if last is None:
        return tr("There is no good backup of this file yet.")
    return tr("The last good backup is from {day}.", day=f"{last.at:%Y-%m-%d %H:%M}")


def instant_text(instant: datetime) -> str:
    """An instant on the office's clock, to the minute."""
    return f"{local(instant):%Y-%m-%d %H:%M}"


def remark(keeper: Safekeeping, today: date) -> tuple[str, str]:
    """The kind and the words of when the last good backup was; nothing while it is being looked for."""
    if not keeper.is_known:
        return "", ""
    kind = "warning" if keeper.is_old() else "good"
    if keeper.last is None:
        return kind, tr("No backup yet")
    at = keeper.last.at
    if at.date() == today:
        return kind, tr("Backed up today {time}", time=f"{at:%H:%M}")
    return kind, tr("Backed up {day}", day=f"{at:%Y-%m-%d %H:%M}")
