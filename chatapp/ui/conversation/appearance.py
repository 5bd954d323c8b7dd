"""How the conversation looks: fonts, colours and spaces at one zoom, as plain values."""

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette

from chatapp.domain.quick_dataclass import dataclass
from chatapp.markdown import TokenKind
from chatapp.ui.fonts import monospace_font

MEASURE_CHARACTERS = 80
"""The widest comfortable line, in average characters (WCAG 2.2, 1.4.8)."""
_LIGHT_TOKENS = {
    TokenKind.KEYWORD: "#8a3ab9",
    TokenKind.CONSTANT: "#0b67b2",
    TokenKind.STRING: "#1a7a45",
    TokenKind.ESCAPE: "#b3530a",
    TokenKind.NUMBER: "#0b67b2",
    TokenKind.COMMENT: "#6b7280",
    TokenKind.FUNCTION: "#1f5fc4",
    TokenKind.TYPE: "#9a5b00",
    TokenKind.DECORATOR: "#9a5b00",
    TokenKind.VARIABLE: "#b02a5b",
    TokenKind.ATTRIBUTE: "#9a5b00",
    TokenKind.TAG: "#8a3ab9",
    TokenKind.HEADING: "#1f5fc4",
    TokenKind.INSERTED: "#1a7a45",
    TokenKind.DELETED: "#b3261e",
    TokenKind.PROMPT: "#6b7280",
    TokenKind.ERROR: "#b3261e",
}
_DARK_TOKENS = {
    TokenKind.KEYWORD: "#d2a8ff",
    TokenKind.CONSTANT: "#79c0ff",
    TokenKind.STRING: "#8fd6a3",
    TokenKind.ESCAPE: "#ffb77c",
    TokenKind.NUMBER: "#79c0ff",
    TokenKind.COMMENT: "#8b949e",
    TokenKind.FUNCTION: "#8ab4ff",
    TokenKind.TYPE: "#f2cc8c",
    TokenKind.DECORATOR: "#f2cc8c",
    TokenKind.VARIABLE: "#ff9db8",
    TokenKind.ATTRIBUTE: "#f2cc8c",
    TokenKind.TAG: "#d2a8ff",
    TokenKind.HEADING: "#8ab4ff",
    TokenKind.INSERTED: "#8fd6a3",
    TokenKind.DELETED: "#ff8a80",
    TokenKind.PROMPT: "#8b949e",
    TokenKind.ERROR: "#ff8a80",
}


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """Return ``first`` with ``share`` (0 to 1) of ``second`` in it."""
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )


@dataclass(frozen=True, slots=True)
class Appearance:
    """Everything that painting a message needs to know; lengths in device-independent pixels.

    ``unit`` is the basic space, a quarter of a line; ``measure`` the widest text column.
    """

    body: QFont
    small: QFont
    strong: QFont
    mono: QFont
    unit: int
    measure: int
    dark: bool
    background: QColor
    text: QColor
    muted: QColor
    faint: QColor
    surface: QColor
    code_surface: QColor
    line: QColor
    accent: QColor
    danger: QColor
    warning: QColor
    selection: QColor
    selected_text: QColor
    mark: QColor
    current_mark: QColor
    tokens: Mapping[TokenKind, QColor]
    sheets: dict[tuple[bool, ...], str] = field(default_factory=dict, compare=False)
    """The style sheets that were made so far, by what is in their texts."""

    @classmethod
    def of(cls, palette: QPalette, font: QFont, zoom: float) -> "Appearance":
        """Derive the looks from the window's palette and font; ``zoom`` 1.0 is normal size."""
        text = palette.color(QPalette.ColorRole.Text)
        base = palette.color(QPalette.ColorRole.Base)
        dark = base.lightnessF() < text.lightnessF()
        body = _scaled(font, zoom * 1.06)
        metrics = QFontMetricsF(body)
        names = _DARK_TOKENS if dark else _LIGHT_TOKENS
        return cls(
            body=body,
            small=_scaled(font, zoom * 0.9),
            strong=_bold(_scaled(font, zoom)),
            mono=monospace_font(body.pointSizeF() / QGuiApplication.font().pointSizeF() * 0.92),
            unit=max(2, round(metrics.lineSpacing() / 4.4)),
            measure=round(metrics.averageCharWidth() * MEASURE_CHARACTERS),
            dark=dark,
            background=base,
            text=text,
            muted=mixed(base, text, 0.62),
            faint=mixed(base, text, 0.40),
            surface=mixed(base, text, 0.055),
            code_surface=mixed(base, text, 0.04 if not dark else 0.07),
            line=mixed(base, text, 0.14),
            accent=palette.color(QPalette.ColorRole.Link),
            danger=QColor("#ff8a80" if dark else "#b3261e"),
            warning=QColor("#f2b866" if dark else "#8a5300"),
            selection=palette.color(QPalette.ColorRole.Highlight),
            selected_text=palette.color(QPalette.ColorRole.HighlightedText),
            mark=QColor("#6b5b1e" if dark else "#fff1a8"),
            current_mark=QColor("#a8741a" if dark else "#ffc94d"),
            tokens=MappingProxyType({kind: QColor(name) for kind, name in names.items()}),
        )

    @property
    def line_height(self) -> int:
        """A line of body text with its leading."""
        return round(QFontMetricsF(self.body).lineSpacing() * LINE_SPACING)

    def style_sheet(self, html: str) -> str:
        """Return the rules that a text document with ``html`` needs; reading rules costs Qt more
        than laying out a paragraph."""
        needed = tuple(tag in html for tag in _STYLED)
        sheet = self.sheets.get(needed)
        if sheet is None:
            rules = self._rules()
            sheet = "".join(rules[tag] for tag, is_in in zip(_STYLED, needed, strict=True) if is_in)
            self.sheets[needed] = sheet
        return sheet

    def _rules(self) -> dict[str, str]:
        mono = ", ".join(f"'{family}'" for family in self.mono.families())
        headings = "".join(
            f"h{level} {{ font-weight: 600; margin-top: {above}px; margin-bottom: {self.unit}px; }}"
            for level, above in enumerate(_HEADING_ABOVE, 1)
        )
        code = f"font-family: {mono}; font-size: {self.mono.pointSizeF():.1f}pt;"
        surface = f" background-color: {self.code_surface.name()};"
        return {
            "<p": f"p {{ margin-top: 0px; margin-bottom: {self.unit * 2}px; }}",
            "<li": "ul, ol { margin-top: 0px; margin-bottom: 0px; }"
            f"li {{ margin-bottom: {self.unit // 2}px; }}",
            "<code": f"code {{ {code}{surface} }}",
            "<kbd": f"kbd {{ {code}{surface} }}",
            "<pre": f"pre {{ {code} }}",
            "<mark": f"mark {{ background-color: {self.mark.name()}; }}",
            "<ins": "ins { text-decoration: underline; }",
            "<a ": f"a {{ color: {self.accent.name()}; text-decoration: none; }}",
            "<th": f"th {{ font-weight: 600; background-color: {self.surface.name()}; }}",
            "<h": headings,
        }


_STYLED = ("<p", "<li", "<code", "<kbd", "<pre", "<mark", "<ins", "<a ", "<th", "<h")
LINE_SPACING = 1.36
HEADING_SIZES = (1.5, 1.3, 1.15, 1.05, 1.0, 0.95)
"""Of the six levels, in sizes of the body."""
_HEADING_ABOVE = (10, 8, 6, 4, 4, 4)


def _scaled(font: QFont, factor: float) -> QFont:
    scaled = QFont(font)
    size = font.pointSizeF() if font.pointSizeF() > 0 else font.pixelSize() * 0.75
    scaled.setPointSizeF(max(4.0, size * factor))
    return scaled


def _bold(font: QFont) -> QFont:
    font.setWeight(QFont.Weight.DemiBold)
    return font
