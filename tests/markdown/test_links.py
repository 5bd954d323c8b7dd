"""No link leads to another program, and no image is ever named to be loaded."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatapp.markdown import StreamRenderer, render_html
from tests.support.html_shape import shape

SCHEMES = [
    "http:",
    "https:",
    "mailto:",
    "javascript:",
    "data:",
    "file:",
    "smb:",
    "vbscript:",
    "foo:",
]
FRAGMENTS = [
    *SCHEMES,
    "//",
    "\\\\",
    "a.b",
    "x@y.zz",
    "www.a.com",
    "/p",
    "?q=1",
    "#f",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "!",
    "![a]",
    "[a]",
    "[a](",
    "](",
    '"t"',
    "'",
    "\n",
    "\n\n",
    "[a]: ",
    "&#106;",
    "&colon;",
    "\t",
    " ",
    "%6a",
    "\u202e",
    "`",
    "**",
    "|",
    "\n|-|\n",
    "<a href=",
    "<img src=",
    "<img src=x onerror=y>",
    "<base href=x>",
    "<svg/onload=",
    "<b>",
    "</b>",
]
LINK = re.compile(r"https?://[^/?#]|mailto:.|(?![/\\\\]{2})[^:/?#]*(?:[/?#]|$)", re.IGNORECASE)
"""The last is an address without scheme and host."""
TAGS = re.compile(
    r"a|span|p|div|br|hr|h[1-6]|ul|ol|li|blockquote|pre|code|em|strong|del|table|thead|tbody"
    r"|tr|th|td|input|sub|sup|kbd|u|mark|b|i|s|ins|small"
)
ATTRIBUTES = {"href", "title", "class", "start", "type", "checked", "disabled", "align"}


def assert_is_safe(html: str) -> None:
    """Hold that nothing in *html* loads, runs or leads anywhere unexpected."""
    for kind, name, *attributes in shape(html):
        if kind == "words":
            continue
        assert kind in {"start", "end"}
        assert TAGS.fullmatch(name)
        pairs = dict(pair.split("=", 1) for pair in attributes)
        assert pairs.keys() <= ATTRIBUTES
        if "href" in pairs:
            assert LINK.match(unescape(pairs["href"]))


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=20).map("".join))
def test_only_allowed_links_and_tags_come_out(text: str) -> None:
    assert_is_safe(render_html(text))
    renderer = StreamRenderer()
    renderer.append(text)
    renderer.update()
    for block in renderer.blocks:
        assert_is_safe(getattr(block, "html", ""))


@pytest.mark.parametrize("scheme", SCHEMES[3:])
@pytest.mark.parametrize(
    "form", ["[a]({}//b.c)", "<{}//b.c>", "[a]\n\n[a]: {}//b.c", "[a](<{}//b.c>)", "![a]({}//b.c)"]
)
def test_other_schemes_are_never_links(form: str, scheme: str) -> None:
    html = render_html(form.format(scheme))
    assert "href" not in html
    assert "src" not in html


@pytest.mark.parametrize(
    "address", ["java&#115;cript:alert(1)", "&#x6A;avascript:x", "java\\script:x", "JaVaScRiPt:x"]
)
def test_disguised_schemes_are_never_links(address: str) -> None:
    assert "href" not in render_html(f"[click]({address})")


@pytest.mark.parametrize(
    "address", ["//host/share", "<\\\\\\\\host>", "http:///x", "a:b/c", "c:/d"]
)
def test_addresses_that_may_lead_elsewhere_are_words(address: str) -> None:
    assert render_html(f"[a]({address})") == "<p><span>a</span></p>"


@pytest.mark.parametrize("address", ["./a.md", "/etc/passwd", "#part", "src/a.py?b=c:d", "a%5Cb"])
def test_addresses_without_scheme_and_host_say_where_they_lead(address: str) -> None:
    assert render_html(f"[a]({address})") == f'<p><a href="{address}">a</a></p>'


def test_an_image_is_a_placeholder_with_its_words() -> None:
    html = render_html("see ![a *big* chart](https://example.com/c.png) here")
    assert html == '<p>see <span class="image">a big chart</span> here</p>'


def test_html_is_shown_and_not_obeyed() -> None:
    html = render_html("<script>alert(1)</script>\n\nx <img src=y> <b onclick=z>w</b>")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "x &lt;img src=y&gt; &lt;b onclick=z&gt;w&lt;/b&gt;" in html
