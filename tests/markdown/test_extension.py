"""The extension works the way Python-Markdown's own parts do."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from chatapp.markdown.gfm import OUTPUT_FORMAT, GfmExtension
from chatapp.markdown.options import MESSAGES, SPECIFICATION, GfmOptions
from chatapp.markdown.render import render_html


def reader(*extensions: Extension, options: GfmOptions = MESSAGES) -> Markdown:
    return Markdown(
        output_format=OUTPUT_FORMAT,  # type: ignore[arg-type]
        extensions=[GfmExtension(options), *extensions],
    )


class Shouting(Extension):
    """Writes emphasised words in capitals, in the finished tree."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Shout(md), "shout", 5)


class _Shout(Treeprocessor):
    def run(self, root: ET.Element) -> None:
        for element in root.iter("em"):
            element.text = (element.text or "").upper()


def test_python_markdown_drives_it() -> None:
    assert reader().convert("# Hi *there*") == "<h1>Hi <em>there</em></h1>"


def test_tree_processors_of_others_work_on_the_finished_tree() -> None:
    assert reader(Shouting()).convert("- so *loud*") == ("<ul>\n<li>so <em>LOUD</em></li>\n</ul>")


def test_definitions_do_not_outlive_their_text() -> None:
    markdown = reader()
    assert "href" in markdown.convert("[a]\n\n[a]: https://b.c")
    assert "href" not in markdown.reset().convert("[a]")


def test_an_empty_text_is_empty_html() -> None:
    assert render_html("") == ""
    assert render_html(" \n\t\n") == ""


def test_cjk_emphasis_can_be_switched_off() -> None:
    text = "**注意：**这里"
    assert render_html(text) == "<p><strong>注意：</strong>这里</p>"
    assert render_html(text, replace(MESSAGES, cjk=False)) == f"<p>{text}</p>"


def test_math_can_be_switched_off() -> None:
    text = "$x^2$ and $$\\pi$$"
    assert 'class="math"' in render_html(text)
    assert render_html(text, replace(MESSAGES, math=False)) == f"<p>{text}</p>"


def test_lenient_nesting_can_be_switched_off() -> None:
    text = "10. a\n   - b\n     - c\n11. d"
    assert render_html(text).count("<ol") == 1
    assert render_html(text, replace(MESSAGES, lenient_nesting=False)).count("<ol") == 2


def test_html_can_be_let_through() -> None:
    text = "<p class=x>a</p>\n\nb <i class=y>c</i>"
    assert render_html(text, SPECIFICATION) == "<p class=x>a</p>\n<p>b <i class=y>c</i></p>"


def test_addresses_and_images_can_be_let_through() -> None:
    html = render_html("[a](b) ![c](d 'e')", SPECIFICATION)
    assert html == '<p><a href="b">a</a> <img src="d" alt="c" title="e" /></p>'
