"""The three kinds of error."""


class DutyDeskError(Exception):
    """Anything that is to be told in one clear sentence."""


class DomainError(DutyDeskError):
    """A rule refused the deed; nothing was changed."""


class StoreError(DutyDeskError):
    """The file or the disk failed; nothing half done was kept."""
