"""Words to start an entry with: chosen from a menu, or kept from what is being typed."""

from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from dutydesk.domain.log import LogTemplate
from dutydesk.services import log
from dutydesk.services.ids import new_id
from ui.dialogs import ask_text
from ui.i18n import tr
from ui.log.entry_form import EntryForm
from ui.session import Session
from ui.words.log import kind_text


class TemplateButton(QToolButton):
    """Its menu has the templates of the form's kind first; one chosen is put into the form."""

    def __init__(self, parent: QWidget, session: Session, form: EntryForm) -> None:
        super().__init__(parent)
        self._session, self._form = session, form
        self.setText(tr("Templates"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self.fill)
        opening = QAction(self)
        opening.setShortcut(QKeySequence("Ctrl+T"))
        opening.triggered.connect(self.showMenu)
        self.addAction(opening)
        keys = opening.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(tr("Start the entry with words that are often needed ({keys})", keys=keys))

    def fill(self) -> None:
        """Bring the menu up to date."""
        menu, kind = self.menu(), self._form.kind.currentData()
        menu.clear()
        known = sorted(self._session.read(log.templates), key=lambda each: each.kind.value != kind)
        for each in known:
            menu.addAction(_title(each)).triggered.connect(partial(self.use, each))
        if known:
            menu.addSeparator()
        keeping = menu.addAction(tr("Keep what is typed as a template…"))
        keeping.setEnabled(bool(self._form.content.toPlainText().strip()))
        keeping.triggered.connect(self.ask_name)
        removing = menu.addMenu(tr("Remove a template"))
        removing.setEnabled(bool(known))
        for each in known:
            removing.addAction(_title(each)).triggered.connect(partial(self.remove, each))

    def use(self, template: LogTemplate) -> None:
        """Start an entry with a template; what was typed before it stays."""
        self._form.begin(template.kind)
        typed = self._form.content.toPlainText()
        self._form.content.setPlainText("\n".join(filter(None, (typed, template.content))))
        if not self._form.lines["proposal"].text():
            self._form.lines["proposal"].setText(template.proposal)

    def ask_name(self) -> None:
        """Keep the words of the form under a name."""
        ask_text(self, tr("New template"), tr("What is it called?"), self.keep)

    def keep(self, name: str) -> None:
        """Keep the words of the form under this name."""
        by, entry = self._session.author(), self._form.entry("")
        made = LogTemplate(new_id(by.at), entry.kind, name, entry.content, entry.proposal)
        self._session.perform(log.save_templates, [made], by=by)

    def remove(self, template: LogTemplate) -> None:
        """Remove a template; undo brings it back."""
        self._session.perform(log.remove_templates, [template.id], by=self._session.author())


def _title(template: LogTemplate) -> str:
    return f"{kind_text(template.kind)}　{template.name}".replace("&", "&&")
