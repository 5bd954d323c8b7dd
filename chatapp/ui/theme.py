"""The look: one set of design tokens, light or dark, for palette, style sheet and painting."""

import json
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from chatapp.domain.quick_dataclass import dataclass
from chatapp.resources import resources_folder
from chatapp.ui.theme_style import style_sheet

_HEATS = 16
"""How many steps the scale of warmth has."""


@cache
def _tokens() -> dict[str, Any]:
    path = resources_folder() / "theme" / "tokens.json"
    tokens: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return tokens


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours in force, by token name."""

    name: str
    colours: dict[str, str]
    code: dict[str, str]

    def colour(self, token: str) -> QColor:
        """Return a colour; a token kind of code falls back to plain text."""
        return QColor(self.colours.get(token) or self.code.get(token) or self.colours["text"])


@cache
def theme_named(name: str) -> Theme:
    """Return the ``light`` or the ``dark`` theme."""
    colours = dict(_tokens()[name])
    code = colours.pop("code")
    return Theme(name, colours, code)


class ThemeKeeper(QObject):
    """Applies the theme that the person or the system wants, and says when it changes."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wish = "system"
        self.theme = theme_named("light")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply)

    def set_wish(self, wish: str) -> None:
        """Follow the ``system``, or be ``light`` or ``dark`` whatever it says; titles and small
        words are made for the app's font as it is now."""
        self._wish = wish
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        QGuiApplication.styleHints().setColorScheme(schemes.get(wish, Qt.ColorScheme.Unknown))
        self._apply()

    def _wanted(self) -> str:
        if self._wish in ("light", "dark"):
            return self._wish
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _apply(self) -> None:
        app = QApplication.instance()
        theme = theme_named(self._wanted())
        if not isinstance(app, QApplication):
            return
        points = app.font().pointSizeF()
        if (theme.name, points) == (app.property("theme"), app.property("themePoints")):
            return
        self.theme = theme
        app.setProperty("theme", theme.name)
        app.setProperty("themePoints", points)
        app.setPalette(palette_of(theme))
        icons = (resources_folder() / "icons").as_posix()
        sheet = style_sheet(
            theme.colours, name=theme.name, radius=_tokens()["radius"], icons=icons, points=points
        )
        app.setStyleSheet(sheet)
        self.changed.emit()


def current_theme() -> Theme:
    """Return the theme in force."""
    app = QApplication.instance()
    name = app.property("theme") if app is not None else None
    return theme_named(name or "light")


def heat_colour(heat: float) -> QColor | None:
    """Return the colour behind a token that is so warm, from 0 to 1; ``None`` for none.

    Lightness alone changes steadily along the scale, so that it needs no colour vision.
    """
    return _heat_colours(current_theme().name)[min(max(round(heat * _HEATS), 0), _HEATS)]


@cache
def _heat_colours(name: str) -> tuple[QColor | None, ...]:
    theme = theme_named(name)
    low, middle, high = (theme.colour(f"heat_{end}") for end in ("low", "middle", "high"))
    colours: list[QColor | None] = [None]
    for step in range(1, _HEATS + 1):
        share = 2 * step / _HEATS
        first, second = (low, middle) if share <= 1 else (middle, high)
        colours.append(_mixed(first, second, share - (share > 1)))
    return tuple(colours)


def _mixed(first: QColor, second: QColor, share: float) -> QColor:
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )


def palette_of(theme: Theme) -> QPalette:
    """Return Qt's palette for a theme."""
    palette = QPalette()
    role = QPalette.ColorRole
    for roles, token in (
        ((role.Window,), "window"),
        ((role.Base, role.ToolTipBase), "surface"),
        ((role.AlternateBase,), "sunken"),
        ((role.Button,), "raised"),
        ((role.Text, role.WindowText, role.ButtonText, role.ToolTipText), "text"),
        ((role.PlaceholderText,), "muted"),
        ((role.Highlight, role.Accent), "accent"),
        ((role.HighlightedText,), "on_accent"),
        ((role.Link, role.LinkVisited), "link"),
        ((role.Mid, role.Dark, role.Midlight), "border"),
        ((role.Light,), "surface"),
    ):
        for one in roles:
            palette.setColor(one, theme.colour(token))
    for one in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, theme.colour("muted"))
    return palette
