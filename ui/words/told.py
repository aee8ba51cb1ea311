"""The sentence of a refusal; all of them are loaded with the first one that is told, not with the window."""

from dutydesk.errors import DutyDeskError


def refusal_text(error: DutyDeskError) -> str:
    """What was refused, why, and what to do."""
    from ui.words import refusals  # noqa: PLC0415 - see above

    return refusals.refusal_text(error)
