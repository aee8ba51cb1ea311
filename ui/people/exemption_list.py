"""Who is spared what: those read from a list's notes first, until somebody confirms them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from typing_extensions import override

from dutydesk.domain.people import Exemption, ExemptionScope
from dutydesk.services import people
from dutydesk.services.ids import new_id
from ui.editing import reading
from ui.editing.cell_editors import NameDelegate
from ui.editing.drafts import Field, attribute
from ui.editing.edited_list import Deeds, EditedList, Wording
from ui.i18n import tr
from ui.icons import icon
from ui.people.confirm_dialog import ConfirmDialog
from ui.people.ground import Ground, found_by
from ui.session import Session
from ui.window.page_actions import DeedAction
from ui.words.planning import scope_text


class ExemptionList(EditedList[Exemption]):
    """All exemptions; one that is not confirmed does not count."""

    def __init__(self, session: Session, ground: Callable[[], Ground]) -> None:
        self._ground = ground
        self.confirming = DeedAction(tr("Confirm…"), None, "confirm_exemptions")
        self.confirming.setIcon(icon("check"))
        self.confirming.triggered.connect(self._on_confirm)
        wording = Wording(
            tr("Exemptions"),
            tr("Add an exemption"),
            "exemption",
            tr("Nobody is exempt"),
            tr("Whoever is spared nights, holidays, a post or all duties stands here, with reason and days."),
        )
        super().__init__(
            session,
            wording,
            self._fields(),
            Deeds(people.save_exemptions, people.remove_exemptions, "exemption"),
            also=lambda each: found_by(ground().person(each.person)),
            actions=(self.confirming,),
        )
        self.confirming.setParent(self)
        self._names = NameDelegate(self, lambda: ground().names())
        self.edit_with("person", self._names)
        self.list.chosen_changed.connect(self._on_chosen)
        self._on_chosen()

    def reload(self) -> None:
        """Show the exemptions as they are kept now."""
        exemptions = self._ground().staff.exemptions
        self.drafts.set_values(sorted(exemptions, key=self._order))

    def unconfirmed(self) -> list[Exemption]:
        """Those that wait for somebody's word."""
        return [each for each in self._ground().staff.exemptions if not each.confirmed]

    @override
    def new_row(self) -> Exemption:
        return Exemption(new_id(self._session.now()), "", ExemptionScope.NIGHT, "")

    def _order(self, exemption: Exemption) -> tuple[bool, int, str]:
        return exemption.confirmed, self._ground().place(exemption.person), reading.day_text(exemption.first)

    def _on_confirm(self) -> None:
        waiting = self._to_confirm()
        if waiting:
            lines = [self._line(each) for each in waiting]
            ConfirmDialog(self, lines, self._ground().names(), partial(self._do_confirm, waiting)).open()

    def _to_confirm(self) -> list[Exemption]:
        """The selected ones that wait, or all that wait where none of them is selected."""
        return [each for each in self.list.chosen() if not each.confirmed] or self.unconfirmed()

    def _do_confirm(self, waiting: Sequence[Exemption], approved_by: str) -> bool:
        ids = [each.id for each in waiting]
        by = self._session.author(on_behalf_of=approved_by)
        kept = self._session.perform(people.confirm_exemptions, ids, approved_by=approved_by, by=by)
        return kept is not None

    def _line(self, exemption: Exemption) -> str:
        name = self._ground().staff.named(exemption.person)
        return tr(
            "{name}: {scope} — {reason}", name=name, scope=self._scope(exemption), reason=exemption.reason
        )

    def _scope(self, exemption: Exemption) -> str:
        post = self._ground().pattern.post_name(exemption.post) if exemption.post else ""
        return post or scope_text(exemption.scope)

    def _on_chosen(self) -> None:
        waiting = len(self._to_confirm())
        self.confirming.setEnabled(bool(waiting))
        self.confirming.setText(tr("Confirm {count}…", count=waiting) if waiting else tr("Confirm…"))

    def _fields(self) -> list[Field[Exemption]]:
        scopes = {each: scope_text(each) for each in ExemptionScope}
        fields = [
            Field("state", tr("State"), _state, ink=self._state_ink),
            attribute("person", tr("Name"), read=self._person, show=self._name, needed=True),
            attribute(
                "scope",
                tr("Spared"),
                read=lambda text: reading.one_of(text, scopes),
                show=scope_text,
                choices=lambda: list(scopes.values()),
                words=tuple(scopes.values()),
                needed=True,
            ),
            self._post_field(),
            attribute("first", tr("From"), read=reading.day, show=reading.day_text),
            attribute("last", tr("To"), read=_last, show=reading.day_text),
            attribute(
                "reason", tr("Reason (never printed)"), needed=True, tip=lambda each: each.reason, width=34
            ),
            attribute("approved_by", tr("Approved by")),
        ]
        return [each if each.ink else replace(each, ink=self._ink) for each in fields]

    def _post_field(self) -> Field[Exemption]:
        return Field(
            "post",
            tr("Post"),
            lambda each: self._ground().pattern.post_name(each.post) if each.post else "",
            self._take_post,
            choices=lambda: [each.name for each in self._ground().pattern.posts],
        )

    def _take_post(self, exemption: Exemption, text: str) -> Exemption:
        """A post makes the exemption one from that post; without it, it cannot be one."""
        known = {each.id: each.name for each in self._ground().pattern.posts}
        if text:
            return replace(exemption, post=reading.one_of(text, known), scope=ExemptionScope.POST)
        return replace(exemption, post="")

    def _person(self, text: str) -> str:
        return self._ground().named(text)

    def _name(self, person_id: str) -> str:
        return self._ground().staff.named(person_id)

    def _ink(self, exemption: Exemption) -> str:
        """Dim once it is over."""
        over = exemption.last is not None and exemption.last < self._ground().today
        return "dim" if over else ""

    def _state_ink(self, exemption: Exemption) -> str:
        return self._ink(exemption) if exemption.confirmed else "warning"


def _reason(exemption: Exemption) -> str:
    return exemption.reason


def _state(exemption: Exemption) -> str:
    return tr("in force") if exemption.confirmed else tr("to confirm")


def _last(text: str) -> date | None:
    """The last day; a month means its last."""
    return reading.day(text, end=True)
