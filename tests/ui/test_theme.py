"""Both themes can be read: contrast by the WCAG formula, computed from the tokens."""

import pytest
from PySide6.QtGui import QColor

from chatapp.ui.links import safe_link
from chatapp.ui.theme import Theme, theme_named

PAIRS = [
    ("text", "window"),
    ("text", "surface"),
    ("text", "sunken"),
    ("text", "raised"),
    ("text", "accent_soft"),
    ("text", "selection"),
    ("muted", "window"),
    ("muted", "surface"),
    ("muted", "sunken"),
    ("problem", "window"),
    ("problem", "sunken"),
    ("problem", "surface"),
    ("text", "problem_soft"),
    ("text", "note_soft"),
    ("note", "sunken"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("accent", "window"),
    ("link", "surface"),
    ("text", "lens_own"),
    ("text", "heat_low"),
    ("text", "heat_middle"),
    ("text", "heat_high"),
    ("muted", "sunken"),
]
AA = 4.5


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(p) for p in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: Theme, one: str, other: str) -> float:
    pair = sorted(luminance(theme.colour(t)) for t in (one, other))
    return (pair[1] + 0.05) / (pair[0] + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_text_stands_out_from_every_background(name: str) -> None:
    theme = theme_named(name)
    weak = {p: contrast(theme, *p) for p in PAIRS if contrast(theme, *p) < AA}
    assert weak == {}


@pytest.mark.parametrize("name", ["light", "dark"])
def test_code_can_be_read(name: str) -> None:
    theme = theme_named(name)
    weak = [t for t in theme.code if contrast(theme, t, "code_background") < AA]
    assert weak == []


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "file:///etc/passwd", "smb://h/s", "foo:bar", "ms-msdt:/id", "",
        "http://", "http://user@host/", "http://good.com@evil.com/", "//host/x", "data:text/html,x",
        "mailto:a@b?attach=/etc/passwd", "ftp://h/x", "http://good.com\\@evil.com/", "--flag",
    ],
)  # fmt: skip
def test_addresses_that_hide_something_are_never_opened(address: str) -> None:
    assert safe_link(address) is None


@pytest.mark.parametrize("address", ["https://example.org/a?b=c", "http://x.y", "mailto:a@b.c"])
def test_plain_addresses_may_be_opened(address: str) -> None:
    assert safe_link(address) is not None
