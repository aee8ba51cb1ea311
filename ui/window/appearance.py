"""Language, colours and text size, as the user chose them or as the system has them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.i18n import CHINESE, ENGLISH, set_language, system_language
from ui.settings import Settings

_TEXT_STEP = 10  # per cent


class Appearance(QObject):
    """Dresses the application; after `changed` what is on screen has to be made anew."""

    changed = Signal()

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self._translator = QTranslator(self)
        self._dress()
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def chosen(self) -> Mapping[str, str]:
        """The present values, by the preferences' names."""
        now = self._settings.now
        return {"language": now.language or system_language(), "palette": now.palette}

    def commands(self) -> dict[str, Callable[[], None]]:
        """The commands of `ui.window.actions` that change how things look."""
        return {
            "chinese": partial(self._choose, "language", CHINESE),
            "english": partial(self._choose, "language", ENGLISH),
            "light": partial(self._choose, "palette", theme.LIGHT),
            "dark": partial(self._choose, "palette", theme.DARK),
            "system": partial(self._choose, "palette", theme.SYSTEM),
            "larger": partial(self._resize_text, _TEXT_STEP),
            "smaller": partial(self._resize_text, -_TEXT_STEP),
            "normal_size": partial(self._choose, "text_size", 100),
        }

    def _choose(self, preference: str, value: str | int) -> None:
        self._settings.save(replace(self._settings.now, **{preference: value}))  # type: ignore[arg-type]  # by name
        self._dress()
        self.changed.emit()

    def _resize_text(self, step: int) -> None:
        wanted = self._settings.now.text_size + step
        self._choose("text_size", min(max(wanted, theme.SMALLEST_TEXT), theme.LARGEST_TEXT))

    def _on_scheme_changed(self) -> None:
        if self._settings.now.palette == theme.SYSTEM:
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        language = self.chosen()["language"]
        set_language(language)
        QLocale.setDefault(QLocale(language))
        self._app.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{language}", folder):  # the words of Qt's own menus and buttons
            self._app.installTranslator(self._translator)
        theme.dress(self._app, self._settings.now.palette, self._settings.now.text_size)
