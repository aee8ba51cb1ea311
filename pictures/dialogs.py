"""Every dialog of the pages, as a user comes to it in the sample office."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog, QMessageBox

from dutydesk.domain.leave import Half
from dutydesk.services import people
from dutydesk.services.today import today
from pictures.scene import Scene, Shot
from ui.calendar.notice_dialog import NoticeDialog
from ui.calendar.page import CalendarPage
from ui.discipline.charge_form import ChargeForm
from ui.discipline.check_form import CheckForm
from ui.discipline.circular_dialog import CircularDialog
from ui.discipline.form_dialog import FormDialog
from ui.discipline.page import TABS as DISCIPLINE
from ui.discipline.page import DisciplinePage
from ui.discipline.rules_form import RulesDialog
from ui.editing.facts_dialog import FactsDialog
from ui.followups.page import FollowUpsPage
from ui.imports.dialog import ImportDialog
from ui.imports.kinds import opening_tally, staff_list
from ui.incidents.page import IncidentsPage
from ui.leave.deeds import LeaveDeeds
from ui.leave.page import LeavePage
from ui.leave.request_dialog import RequestDialog
from ui.leave.return_dialog import MomentDialog
from ui.log.page import LogPage
from ui.people.confirm_dialog import ConfirmDialog
from ui.people.page import PeoplePage
from ui.roster.candidates_popup import CandidatesPopup
from ui.roster.page import RosterPage
from ui.shifts.page import ShiftsPage
from ui.shifts.preset_dialog import PresetDialog
from ui.swapping.dialog import SwapDialog
from ui.swaps.page import SwapsPage
from ui.swaps.word_dialog import WordDialog
from ui.today.arrival_dialog import ArrivalDialog
from ui.today.board import Board
from ui.today.handover_dialog import HandoverDialog
from ui.today.orders_dialog import OrdersDialog
from ui.today.page import TodayPage
from ui.window.founding import CALENDAR, SAMPLES

if TYPE_CHECKING:
    from ui.discipline.course_pane import CoursePane

NOTICE = (
    "春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。"
    "2月14日（周六）、2月28日（周六）上班。"
)
"""Of the official notice of 2026: what somebody pastes."""


def room() -> tuple[Shot, ...]:
    """Of the pages on which the shift works."""
    return (
        Shot("today-arrival", ArrivalDialog, _arrive),
        Shot("today-early-leave", QInputDialog, _leave_early),
        Shot("today-handover", HandoverDialog, lambda s: _today(s).hand_over()),
        Shot("today-handover-follow-up", FactsDialog, _follow_up_handover),
        Shot("today-board", Board, lambda s: _today(s).show_board()),
        Shot("today-orders", OrdersDialog, lambda s: _today(s).more.show_orders()),
        Shot("today-order", FactsDialog, _order),
        Shot("today-rules", FactsDialog, lambda s: _today(s).more.show_rules()),
        Shot("today-word", FactsDialog, lambda s: _today(s).more.ask_word()),
        Shot("log-incident", FactsDialog, lambda s: s.page(LogPage, "log").report_up()),
        Shot("log-follow-up", FactsDialog, lambda s: s.page(LogPage, "log").follow_up()),
        Shot("log-template", QInputDialog, lambda s: s.page(LogPage, "log").templates.ask_name()),
        Shot("incident-new", FactsDialog, lambda s: _incidents(s).begin()),
        Shot("incident-told", FactsDialog, lambda s: _incidents(s).tell()),
        Shot("incident-report", FactsDialog, _report),
        Shot("incident-which-report", FactsDialog, _which_report),
        Shot("incident-instruction", FactsDialog, lambda s: _incidents(s).instruct()),
        Shot("incident-pass-on", FactsDialog, _pass_on),
        Shot("followup-new", FactsDialog, lambda s: _matters(s).begin()),
        Shot("followup-progress", FactsDialog, lambda s: _matters(s).progress()),
        Shot("followup-more-time", FactsDialog, lambda s: _matters(s).extend()),
        Shot("followup-next-stage", FactsDialog, lambda s: _matters(s).escalate()),
        Shot("followup-close", FactsDialog, lambda s: _matters(s).close_matter()),
    )


def planning() -> tuple[Shot, ...]:
    """Of the pages on which the roster is planned."""
    return (
        Shot("roster-candidates", CandidatesPopup, lambda s: _roster(s).cells.who()),
        Shot("roster-note", QInputDialog, lambda s: _roster(s).cells.write_note()),
        Shot("roster-swap", SwapDialog, lambda s: _roster(s).cells.ask_swap()),
        Shot("swap-consent", WordDialog, lambda s: s.page(SwapsPage, "swaps").agree()),
        Shot("swap-approval", WordDialog, lambda s: s.page(SwapsPage, "swaps").approve()),
        Shot("swap-refusal", QInputDialog, lambda s: s.page(SwapsPage, "swaps").refuse()),
        Shot("leave-new", RequestDialog, lambda s: s.page(LeavePage, "leave").ask()),
        Shot("leave-settling", RequestDialog, _request_with_duties),
        Shot("leave-back", MomentDialog, partial(_on_leave, deed="report_back")),
        Shot("leave-extend", MomentDialog, partial(_on_leave, deed="extend")),
        Shot("leave-call-off", QInputDialog, partial(_on_leave, deed="call_off")),
        Shot("leave-import", ImportDialog, _import_leave),
        Shot("people-import", ImportDialog, _import_staff),
        Shot("people-tally", ImportDialog, _import_tally),
        Shot("people-confirm", ConfirmDialog, _confirm_exemptions),
        Shot("calendar-notice", NoticeDialog, _paste_notice),
        Shot("calendar-import", ImportDialog, lambda s: s.page(CalendarPage, "calendar").preview(CALENDAR)),
        Shot("shifts-preset", PresetDialog, lambda s: s.page(ShiftsPage, "shifts").pattern.ask_preset()),
    )


def discipline() -> tuple[Shot, ...]:
    """Of the page of discipline."""
    return (
        Shot("candidate-report", FormDialog, lambda s: _discipline(s, "candidates").candidates.ask_report()),
        Shot("candidate-aside", QInputDialog, lambda s: _discipline(s, "candidates").candidates.ask_reason()),
        Shot("charge", ChargeForm, lambda s: _discipline(s, "violations").violations.ask_charge()),
        Shot("circular", CircularDialog, lambda s: _discipline(s, "violations").violations.ask_circular()),
        Shot("course-confirm", FormDialog, lambda s: _course(s).ask_confirm()),
        Shot("course-decision", FormDialog, lambda s: _course(s).ask_decision()),
        Shot("course-heard", FormDialog, lambda s: _course(s).steps["hear"].trigger()),
        Shot("course-excuse", QInputDialog, lambda s: _course(s).steps["excuse"].trigger()),
        Shot("sheet-points", FormDialog, lambda s: _discipline(s, "sheets").sheets.ask_points()),
        Shot("sheet-close", QMessageBox, lambda s: _discipline(s, "sheets").sheets.ask_close()),
        Shot("sheet-rules", RulesDialog, lambda s: _discipline(s, "sheets").sheets.ask_rules()),
        Shot("check", CheckForm, lambda s: _discipline(s, "checks").checks.ask_check()),
        Shot("overtime-ask", FormDialog, lambda s: _discipline(s, "rest").rest.ask_overtime()),
        Shot("overtime-record", FormDialog, lambda s: _discipline(s, "rest").rest.ask_record()),
        Shot("overtime-refuse", QInputDialog, lambda s: _discipline(s, "rest").rest.ask_reason()),
    )


def _today(scene: Scene) -> TodayPage:
    return scene.page(TodayPage, "today")


def _incidents(scene: Scene) -> IncidentsPage:
    return scene.page(IncidentsPage, "incidents")


def _matters(scene: Scene) -> FollowUpsPage:
    return scene.page(FollowUpsPage, "followups")


def _roster(scene: Scene) -> RosterPage:
    page = scene.page(RosterPage, "roster")
    page.go_to((scene.now.date()).isoformat())
    return page


def _discipline(scene: Scene, tab: str) -> DisciplinePage:
    return scene.page(DisciplinePage, "discipline", DISCIPLINE.index(tab))


def _course(scene: Scene) -> CoursePane:
    """The pane of a violation that runs, with every step enabled."""
    course = _discipline(scene, "violations").violations.course
    for step in course.steps.values():
        step.setEnabled(True)
    return course


def _arrive(scene: Scene) -> None:
    _today(scene).arrive(scene.session.read(today, scene.now).on_duty[0])


def _leave_early(scene: Scene) -> None:
    _today(scene).leave(scene.session.read(today, scene.now).on_duty[0])


def _follow_up_handover(scene: Scene) -> None:
    page = _today(scene)
    page.hand_over()
    page.findChildren(HandoverDialog)[-1].follow_up()


def _order(scene: Scene) -> None:
    _today(scene).more.show_orders()
    scene.window.findChildren(OrdersDialog)[-1].ask()


def _report(scene: Scene) -> None:
    """The first report of an incident that is entered for it."""
    page = _incidents(scene)
    page.begin()
    asked = page.findChildren(FactsDialog)[-1]
    asked.put(name="G56高速多车追尾", place="G56高速青石段", source="县交警大队")
    asked.hand_over()
    page.report()


def _which_report(scene: Scene) -> None:
    """The question after the first report, in which everything is being verified yet."""
    page = _incidents(scene)
    page.report()
    asked = page.findChildren(FactsDialog)[-1]
    asked.put(**{name: "正在核实" for name, said in asked.answers().items() if not said})
    asked.hand_over()
    page.report()


def _pass_on(scene: Scene) -> None:
    """An instruction is taken down first, so that there is one to be passed on."""
    page = _incidents(scene)
    page.instruct()
    asked = page.findChildren(FactsDialog)[-1]
    asked.put(leader="陆怀谷", content="请全力扑救，确保人员安全。", read_back=True)
    asked.hand_over()
    page.answer()


def _on_leave(scene: Scene, deed: str) -> None:
    page = scene.page(LeavePage, "leave")
    leave = page.requests.chosen()
    if leave is not None:
        getattr(LeaveDeeds(page, scene.session), deed)(leave, f"{leave.period.first} – {leave.period.last}")


def _request_with_duties(scene: Scene) -> None:
    """Leave over the week to come for somebody who stands a duty in it."""
    page = scene.page(LeavePage, "leave")
    on_duty = next(each for each in scene.session.read(today, scene.now).on_duty if each.person)
    page.go_to(f"rest {on_duty.person.id if on_duty.person else ''}")
    form = page.findChildren(RequestDialog)[-1].form
    form.begins.set_value(scene.now.date() + timedelta(days=1), Half.MORNING)
    form.ends.set_value(scene.now.date() + timedelta(days=14), Half.AFTERNOON)


def _import_leave(scene: Scene) -> None:
    scene.page(LeavePage, "leave").preview(SAMPLES / "leave.csv")


def _import_staff(scene: Scene) -> None:
    """A list in which somebody has another number."""
    text = (SAMPLES / "staff.csv").read_text(encoding="utf-8-sig")
    changed = scene.place / "staff.csv"
    changed.write_text(text.replace("19900002174", "18800002174"), encoding="utf-8-sig")
    scene.page(PeoplePage, "people").preview(staff_list(), changed)


def _import_tally(scene: Scene) -> None:
    names = [each.name for each in scene.session.read(people.staff).people[:6]]
    lines = ["姓名,值班次数,夜班,节假日", *(f"{name},{at + 3},{at},1" for at, name in enumerate(names))]
    tally = scene.place / "tally.csv"
    tally.write_text("\n".join(lines), encoding="utf-8-sig")
    scene.page(PeoplePage, "people", 5).preview(opening_tally(), tally)


def _confirm_exemptions(scene: Scene) -> None:
    scene.page(PeoplePage, "people", 1).exemptions.confirming.trigger()


def _paste_notice(scene: Scene) -> None:
    scene.page(CalendarPage, "calendar").paste_notice().text.setPlainText(NOTICE)
