"""Which page of the guide belongs to where the user is: by the module of what has the keyboard."""

from PySide6.QtWidgets import QMainWindow, QTabWidget, QWidget

from ui.page import Page

START = "first_roster"
"""Where nothing says more."""

PLACES = {
    "ui.accounts": "accounts",
    "ui.accounts.rules_dialog": "accounts#rules",
    "ui.accounts.secret_dialog": "accounts#pin",
    "ui.audit": "journal",
    "ui.backups": "backups",
    "ui.backups.damage_dialog": "backups#damaged",
    "ui.backups.losses_dialog": "backups#damaged",
    "ui.backups.preview_dialog": "backups#restore",
    "ui.calendar": "calendar",
    "ui.calendar.notice_dialog": "calendar#notice",
    "ui.calendar.sensitive_list": "calendar#sensitive",
    "ui.discipline": "violations",
    "ui.discipline.candidate_tab": "violations#candidates",
    "ui.discipline.check_tab": "checks",
    "ui.discipline.check_form": "checks#record",
    "ui.discipline.sheet_tab": "year",
    "ui.discipline.rest_tab": "overtime",
    "ui.discipline.rules_form": "violations#rules",
    "ui.first_run": "first_roster",
    "ui.followups": "followups",
    "ui.history": "journal#history",
    "ui.imports": "people#import",
    "ui.incidents": "incidents",
    "ui.leave": "leave",
    "ui.leave.approval_list": "leave#rules",
    "ui.leave.credit_list": "leave#accounts",
    "ui.leave.kind_list": "leave#rules",
    "ui.leave.request_dialog": "leave#ask",
    "ui.leave.return_dialog": "leave#back",
    "ui.leave.rules_form": "leave#rules",
    "ui.log": "log",
    "ui.people": "people",
    "ui.people.exemption_list": "people#exemptions",
    "ui.people.pair_list": "people#pairs",
    "ui.people.tally_list": "people#tally",
    "ui.people.wish_list": "people#wishes",
    "ui.roster": "planning",
    "ui.roster.fairness_panel": "fairness",
    "ui.roster.publish_panel": "printing#publish",
    "ui.settling": "leave#settling",
    "ui.shifts": "shifts",
    "ui.shifts.office_form": "shifts#office",
    "ui.shifts.rules_form": "shifts#rules",
    "ui.sign_in": "accounts#pin",
    "ui.statistics": "statistics",
    "ui.swapping": "swaps#ask",
    "ui.swaps": "swaps",
    "ui.today": "today",
    "ui.today.handover_dialog": "handover",
    "ui.today.orders_dialog": "handover#orders",
    "ui.window.start": START,
}


def place_of(widget: QWidget | None) -> str:
    """The page that belongs to a widget, and the place on it: "people#tally"; the start for none."""
    while widget is not None:
        place = _named(widget)
        if place:
            return _turned_to(widget) or place
        if isinstance(widget, QMainWindow):  # the rail, the menus, or nothing has the keyboard
            page = next(filter(_is_seen, widget.findChildren(QWidget)), None)
            return place_of(page)
        widget = widget.parentWidget()
    return START


def _is_seen(widget: QWidget) -> bool:
    return isinstance(widget, Page) and widget.isVisible()


def _named(widget: QWidget) -> str:
    """The place of the widget's own module, else of its package."""
    module = type(widget).__module__
    return PLACES.get(module) or PLACES.get(module.rpartition(".")[0], "")


def _turned_to(widget: QWidget) -> str:
    """What the tab in sight is about, where a whole page has the keyboard."""
    inside = (
        each
        for tabs in widget.findChildren(QTabWidget)
        if tabs.isVisible()
        for each in (tabs.currentWidget(), *tabs.currentWidget().findChildren(QWidget))
    )
    return next((PLACES[module] for each in inside if (module := type(each).__module__) in PLACES), "")
