"""Sentences for lists that cannot be read or taken in."""

from dutydesk import errors
from dutydesk.errors import DutyDeskError
from ui.i18n import marked

SOURCE_SENTENCES: dict[type[DutyDeskError], str] = {
    errors.UnreadableSourceError: marked(
        "{path} cannot be read as a table. Save it as an Excel workbook (.xlsx) or as CSV and try again."
    ),
    errors.OldExcelError: marked(
        "{path} is in the old Excel format. Save it as .xlsx in Excel or WPS and try again."
    ),
    errors.ProtectedSourceError: marked(
        "{path} is protected by a password. Save it without the password and try again."
    ),
    errors.TooLargeSourceError: marked("{path} has too many rows. Keep only the list and try again."),
    errors.EmptySourceError: marked("{path} is empty. Choose the file in which the list is."),
    errors.OpenQuoteError: marked(
        "In line {line} of {path} a quotation mark is never closed. Close or delete it and try again."
    ),
    errors.NoHeaderError: marked(
        "{path} has no header row that was expected. It must have the column {wanted}."
    ),
    errors.RefusedRowsError: marked(
        "Rows refused: {count}. Nothing was imported. Correct them in the source and import it again."
    ),
}
