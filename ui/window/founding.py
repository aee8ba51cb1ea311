"""A new file in the user's language: an empty office, or the sample office with a roster."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from dutydesk.domain.accounts import Author
from dutydesk.domain.office import Office
from dutydesk.domain.presets import PresetKind, preset
from dutydesk.services import clock_doubt
from dutydesk.services.files import Store, found_file
from dutydesk.services.office import Founding
from dutydesk.services.sample import fill_sample
from dutydesk.services.sample_days import started_before
from ui import clock
from ui.clock import local
from ui.i18n import language, tr
from ui.resources import RESOURCES
from ui.words.planning import preset_word

CALENDAR = RESOURCES / "calendar" / "holidays_2024_2026.csv"
SAMPLES = RESOURCES / "samples"
_FOUNDED_BEFORE = timedelta(hours=2)
"""So long before the first shift that it lived through the sample office is founded."""


def new_file(path: Path, name: str, kind: PresetKind, *, by: Author) -> None:
    """Make a file for an office of which nothing but the name is known; refuses to overwrite one."""
    office_file(path, Office(name=name), kind, by=by)


def office_file(path: Path, office: Office, kind: PresetKind, *, by: Author) -> None:
    """Make a file for an office with its letterhead and the usual notes; refuses to overwrite one."""
    whole = replace(office, notes=_notes(), preset=kind.value)
    found_file(path, _founding(whole, kind), CALENDAR, by=by, fill=partial(_mark_rehearsal, by=by))


def sample_file(path: Path, *, by: Author) -> None:
    """Make the sample office: its staff, its leave, a roster of two months, and its last two shifts."""
    now = by.at
    by = replace(by, at=started_before(now, local(now)) - _FOUNDED_BEFORE)
    office = Office(
        name=tr("Qingshi County Government Office"),
        duty_phone="0570-0000110",
        fax="0570-0000119",
        place=tr("General duty room"),
        notes=_notes(),
        preset=PresetKind.FULL_DAY.value,
    )

    fill = partial(
        fill_sample,
        staff=SAMPLES / "staff.csv",
        leave=SAMPLES / "leave.csv",
        days=SAMPLES / f"days.{language()}.json",
        today=local(now).date(),
        now=now,
        by=by,
    )

    def filled(store: Store) -> None:
        fill(store)
        _mark_rehearsal(store, by=replace(by, at=now))

    found_file(path, _founding(office, PresetKind.FULL_DAY), CALENDAR, by=by, fill=filled)


def _founding(office: Office, kind: PresetKind) -> Founding:
    return Founding(office, preset(kind, preset_word))


def _mark_rehearsal(store: Store, *, by: Author) -> None:
    """Let a file that is made on a set time say so in its own journal, from its first entry to its last."""
    if clock.is_set():
        clock_doubt.begin_rehearsal(store, clock.true_now(), by=by)


def _notes() -> str:
    """The lines under a new office's weekly roster (domain.md §3.2, §4.7, §6.3)."""
    return "\n".join(
        (
            tr("1. Hand over face to face in the duty room; nobody leaves before the relief has arrived."),
            tr("2. Answer the duty phone within three rings; keep the log; report urgent matters at once."),
            tr(
                "3. No private swaps: a swap needs the duty leader's consent and is filed with the duty room."
            ),
        )
    )
