"""What was asked of the journal, in words: it stands in the entry that says that somebody took it out."""

from dutydesk.domain.history import Names, Search
from ui.clock import local
from ui.i18n import full_day, tr
from ui.words.deeds import deed_text
from ui.words.records import table_text


def search_text(search: Search, names: Names) -> str:
    """The filters that were set; everything where none was."""
    told = []
    if search.since:
        told.append(tr("from {day}", day=full_day(local(search.since).date())))
    if search.until:
        told.append(tr("before {day}", day=full_day(local(search.until).date())))
    if search.actor:
        told.append(tr("by {name}", name=search.actor))
    if search.deed:
        told.append(tr("deed: {deed}", deed=deed_text(search.deed)))
    told += [table_text(each) for each in sorted(search.tables)]
    if search.about:
        told.append(tr("about {name}", name=names.anywhere(search.about) or search.about))
    return tr("; ").join(told) or tr("everything")
