"""Fusion in our own light and dark: two palettes, and every colour of a cell derived from them."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.resources import RESOURCES

LIGHT, DARK, SYSTEM = "light", "dark", "system"
SMALLEST_TEXT, LARGEST_TEXT = 90, 175
_POINTS = 10.0  # at 100 %; large enough to read at three in the morning
_SYSTEM_FONTS = (
    "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC",
    "Noto Sans SC", "WenQuanYi Micro Hei",
)  # fmt: skip
_BUNDLED_FONT = RESOURCES / "fonts" / "DutyDeskSansSC-Regular.ttf"

Role = QPalette.ColorRole
_LIGHT = {
    Role.Window: "#eef1f4",
    Role.Base: "#ffffff",
    Role.AlternateBase: "#f6f8fa",
    Role.Button: "#f7f9fb",
    Role.ToolTipBase: "#fffbe8",
    Role.WindowText: "#1a2330",
    Role.PlaceholderText: "#5a6675",
    Role.Highlight: "#1c5b9e",
    Role.HighlightedText: "#ffffff",
    Role.Link: "#14569c",
    Role.LinkVisited: "#6a3d8f",
    Role.BrightText: "#ffffff",
    Role.Light: "#ffffff",
    Role.Midlight: "#e3e8ed",
    Role.Mid: "#c3cbd4",
    Role.Dark: "#9aa5b1",
    Role.Shadow: "#6b7683",
}
_DARK = {
    Role.Window: "#1b1f25",
    Role.Base: "#242a32",
    Role.AlternateBase: "#282f38",
    Role.Button: "#2f3640",
    Role.ToolTipBase: "#38414d",
    Role.WindowText: "#e3e8ee",
    Role.PlaceholderText: "#a4b0be",
    Role.Highlight: "#2f66a6",
    Role.HighlightedText: "#ffffff",
    Role.Link: "#85bbf5",
    Role.LinkVisited: "#c5a3e8",
    Role.BrightText: "#ffffff",
    Role.Light: "#434d59",
    Role.Midlight: "#38414c",
    Role.Mid: "#46505d",
    Role.Dark: "#14171b",
    Role.Shadow: "#0c0e11",
}
_BOX_WINDOW = {LIGHT: "#a8b0ba", DARK: "#c3ccd6"}  # Fusion frames a box in a darker tone of its window's
_BOXES = ("QCheckBox", "QRadioButton", "TickList")
_LINES = ("QLineEdit",)
_LINE_WINDOW = {LIGHT: "#eef1f4", DARK: "#627082"}  # nor is an empty line to be lost in the dark
_HUES = {
    "error": "#c62f23",
    "warning": "#b57a00",
    "good": "#2a8a4a",
    "holiday": "#d9482f",
    "changed": "#d9701a",
    "locked": "#7f6bb5",
}
READABLE = 4.5


@dataclass(frozen=True, slots=True)
class Colours:
    """What cells, banners and bars are painted with: inks for text and lines, grounds to write on.

    Every ink is legible (4.5:1) on every ground; `over` fills a bar that is too long, `grid` and `frame` are
    lines.
    """

    text: QColor
    dim: QColor
    accent: QColor
    festival: QColor
    changed: QColor
    locked: QColor
    error: QColor
    warning: QColor
    note: QColor
    good: QColor
    workday: QColor
    restday: QColor
    holiday: QColor
    today: QColor
    selection: QColor
    hover: QColor
    changed_ground: QColor
    locked_ground: QColor
    error_ground: QColor
    warning_ground: QColor
    note_ground: QColor
    good_ground: QColor
    over: QColor
    grid: QColor
    frame: QColor

    def inks(self) -> tuple[QColor, ...]:
        """The colours for text."""
        return (
            self.text, self.dim, self.accent, self.festival, self.changed, self.locked,
            self.error, self.warning, self.note, self.good,
        )  # fmt: skip

    def grounds(self) -> tuple[QColor, ...]:
        """The colours behind text."""
        return (
            self.workday, self.restday, self.holiday, self.today, self.selection, self.hover,
            self.changed_ground, self.locked_ground, self.error_ground, self.warning_ground, self.note_ground,
            self.good_ground,
        )  # fmt: skip


def palette_of(name: str) -> QPalette:
    """Our light or dark palette."""
    tones = _DARK if name == DARK else _LIGHT
    palette = QPalette()
    for role, tone in tones.items():
        palette.setColor(role, QColor(tone))
    text = QColor(tones[Role.WindowText])
    for role in (Role.Text, Role.ButtonText, Role.ToolTipText):
        palette.setColor(role, text)
    palette.setColor(Role.Accent, QColor(tones[Role.Highlight]))
    faint = mixed(text, QColor(tones[Role.Window]), 0.5)
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    palette.setColor(QPalette.ColorGroup.Disabled, Role.Highlight, QColor(tones[Role.Mid]))
    return palette


def palette_of_boxes(name: str) -> QPalette:
    """That of what can be ticked: the frame of an empty box stands out (3:1) in light and dark."""
    palette = palette_of(name)
    palette.setColor(Role.Window, QColor(_BOX_WINDOW[name]))
    return palette


def palette_of_lines(name: str) -> QPalette:
    """That of what is typed into: its frame is lighter than a dark window."""
    palette = palette_of(name)
    palette.setColor(Role.Window, QColor(_LINE_WINDOW[name]))
    return palette


def chosen(name: str) -> str:
    """Light or dark: what the user chose, or what the system shows now."""
    if name in {LIGHT, DARK}:
        return name
    return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT


def dress(app: QApplication, palette: str, text_percent: int) -> None:
    """Give the application its style, palette and text size; windows follow at once."""
    app.setStyle("Fusion")
    name = chosen(palette)
    app.setPalette(palette_of(name))
    for kinds, tones in ((_BOXES, palette_of_boxes(name)), (_LINES, palette_of_lines(name))):
        for kind in kinds:
            app.setPalette(tones, kind)  # type: ignore[arg-type]  # the stub wants bytes, Qt a text
    font = QFont(_family())
    font.setPointSizeF(_POINTS * min(max(text_percent, SMALLEST_TEXT), LARGEST_TEXT) / 100)
    app.setFont(font)


@lru_cache(maxsize=1)
def _family() -> str:
    """The system's Chinese interface font, else the bundled one."""
    present = set(QFontDatabase.families())
    found = next((each for each in _SYSTEM_FONTS if each in present), "")
    if found:
        return found
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(_BUNDLED_FONT)))
    return families[0] if families else QFont().defaultFamily()


def colours(palette: QPalette) -> Colours:
    """The colours that belong to a palette; made once for each."""
    roles = (Role.Base, Role.Text, Role.PlaceholderText, Role.Link, Role.Mid)
    return _colours(*(palette.color(role).rgba() for role in roles))


@lru_cache(maxsize=8)
def _colours(base_tone: int, text_tone: int, dim_tone: int, accent_tone: int, frame_tone: int) -> Colours:
    base, text, dim, accent, frame = (
        QColor.fromRgba(tone) for tone in (base_tone, text_tone, dim_tone, accent_tone, frame_tone)
    )
    hue = {name: QColor(tone) for name, tone in _HUES.items()}
    grounds = {
        "workday": base,
        "restday": mixed(accent, base, 0.09),
        "holiday": mixed(hue["holiday"], base, 0.12),
        "today": mixed(hue["warning"], base, 0.16),
        "selection": mixed(accent, base, 0.27),
        "hover": mixed(accent, base, 0.06),
        "changed_ground": mixed(hue["changed"], base, 0.20),
        "locked_ground": mixed(hue["locked"], base, 0.12),
        "error_ground": mixed(hue["error"], base, 0.13),
        "warning_ground": mixed(hue["warning"], base, 0.16),
        "note_ground": mixed(accent, base, 0.12),
        "good_ground": mixed(hue["good"], base, 0.13),
    }
    inks = {"text": text, "dim": dim, "accent": accent, "festival": hue["holiday"], "note": accent}
    inks |= {name: hue[name] for name in ("changed", "locked", "error", "warning", "good")}
    legible_inks = {name: legible(ink, text, tuple(grounds.values())) for name, ink in inks.items()}
    return Colours(**legible_inks, **grounds, over=hue["changed"], grid=mixed(frame, base, 0.6), frame=frame)


def mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """`share` (0-1) of the colour laid over the ground."""

    def part(over: int, under: int) -> int:
        return round(over * share + under * (1 - share))

    return QColor(
        part(colour.red(), ground.red()),
        part(colour.green(), ground.green()),
        part(colour.blue(), ground.blue()),
    )


def legible(ink: QColor, towards: QColor, grounds: tuple[QColor, ...]) -> QColor:
    """The ink, moved towards the text colour as little as makes it readable (4.5:1) on all the grounds."""
    for step in range(21):
        moved = mixed(towards, ink, step / 20)
        if all(contrast(moved, ground) >= READABLE for ground in grounds):
            return moved
    return towards


def contrast(one: QColor, other: QColor) -> float:
    """The WCAG contrast ratio, 1 to 21."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 -- WCAG

    red, green, blue = linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
