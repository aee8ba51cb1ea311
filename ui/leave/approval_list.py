"""The table of approval: whose leave of how many days goes to whom, in turn."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from typing_extensions import override

from dutydesk.domain.dates import EARLIEST
from dutydesk.domain.leave.chain import ApprovalRule, Approver, Level
from dutydesk.services.ids import new_id
from dutydesk.services.leave import setup
from ui.editing import reading
from ui.editing.drafts import Field, attribute
from ui.editing.edited_list import Deeds, EditedList, Wording
from ui.i18n import tr
from ui.leave.ground import Ground
from ui.session import Session
from ui.widgets.table_model import RIGHT
from ui.words.leave import approver_text, level_text

_MOST = 999  # days


class ApprovalList(EditedList[ApprovalRule]):
    """One line for each level and span of days; the usual table until something is changed."""

    def __init__(self, session: Session, ground: Callable[[], Ground]) -> None:
        self._ground = ground
        wording = Wording(
            tr("Table of approval"),
            tr("Add a line"),
            "check",
            tr("No table of approval"),
            tr("Without any line the usual table holds."),
        )
        deeds = Deeds(setup.save_approval_rules, setup.remove_approval_rules, "approval_rule")
        super().__init__(session, wording, self._fields(), deeds)

    def reload(self) -> None:
        """Show the table as it holds now, from the staff up and from few days to many."""
        levels = list(Level)
        rules = sorted(self._ground().book.approval, key=lambda each: (levels.index(each.level), each.over))
        self.drafts.set_values(rules)

    @override
    def new_row(self) -> ApprovalRule:
        return ApprovalRule(new_id(self._session.now()), Level.STAFF, 0, None, ())

    def _fields(self) -> list[Field[ApprovalRule]]:
        levels = {each: level_text(each) for each in Level}
        return [
            attribute(
                "steps",
                tr("Approvers in turn"),
                read=_take_steps,
                show=lambda steps: "、".join(approver_text(each) for each in steps),
                needed=True,
                width=34,
            ),
            attribute(
                "level",
                tr("Whose leave"),
                read=lambda text: reading.one_of(text, levels),
                show=level_text,
                choices=lambda: list(levels.values()),
                words=tuple(levels.values()),
            ),
            Field("over", tr("More than (days)"), _over_text, _take_over, align=RIGHT),
            Field("up_to", tr("Up to (days)"), _up_to_text, _take_up_to, align=RIGHT),
            Field(
                "kind",
                tr("Only this kind"),
                lambda each: self._ground().book.kind(each.kind).name if each.kind else "",
                self._take_kind,
                choices=lambda: [each.name for each in self._ground().book.kinds],
            ),
            attribute("filed_with", tr("Filed with")),
            attribute("valid_from", tr("In force from"), read=_take_day, show=reading.day_text),
        ]

    def _take_kind(self, rule: ApprovalRule, text: str) -> ApprovalRule:
        known = {each.id: each.name for each in self._ground().book.kinds}
        return replace(rule, kind=reading.one_of(text, known) if text.strip() else "")


def _take_day(text: str) -> date:
    """From when on a line holds; without a day it always did."""
    return reading.day(text) or EARLIEST


def _take_steps(text: str) -> tuple[Approver, ...]:
    known = {each: approver_text(each) for each in Approver}
    return tuple(reading.one_of(word, known) for word in reading.words(text))


def _over_text(rule: ApprovalRule) -> str:
    return reading.halves_text(max(rule.over, 0)) if rule.over > 0 else ""


def _take_over(rule: ApprovalRule, text: str) -> ApprovalRule:
    return replace(rule, over=reading.halves(text, _MOST) or -1)


def _up_to_text(rule: ApprovalRule) -> str:
    return "" if rule.up_to is None else reading.halves_text(rule.up_to)


def _take_up_to(rule: ApprovalRule, text: str) -> ApprovalRule:
    return replace(rule, up_to=reading.halves(text, _MOST) if text.strip() else None)
