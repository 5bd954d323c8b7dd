"""Words in a line: sums of money, formulas, CJK, styling tags, bare addresses."""

from __future__ import annotations

import pytest

from chatapp.markdown import render_html


def inside(text: str) -> str:
    """Return the HTML inside the only paragraph of *text*."""
    return render_html(text).removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 to $10.",
        "$5 and $10, or $15",
        "US$20 and A$30",
        "between $20/mo and $50/mo",
        "$5 million and 10$ more",
        "$HOME and $PATH",
        "$PATH:$HOME",
        "${HOME}/bin:${PATH}",
        "a $ b $ c",
        "$ x $",
        "100$ and 200$",
        "\\$x\\$",
    ],
)
def test_money_and_shell_variables_are_words(text: str) -> None:
    assert "math" not in inside(text)


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("so $x$ is", "$x$"),
        ("the $n$th one", "$n$"),
        ("($a_1 + b$)", "$a_1 + b$"),
        ("\\(a^2\\)", "\\(a^2\\)"),
        ("thus \\[ a = b \\] holds", "\\[ a = b \\]"),
        ("thus $$a*b*c$$ holds", "$$a*b*c$$"),
        ("costs $5, but $x_1$ is", "$x_1$"),
        ("$\\$5 + x$", "$\\$5 + x$"),
        ("其中$a$是", "$a$"),
        ("これは$x^2$です。", "$x^2$"),
    ],
)
def test_a_formula_keeps_its_source(text: str, formula: str) -> None:
    html = inside(text)
    assert f'">{formula}</span>' in html
    assert html.count("<span") == 1


@pytest.mark.parametrize(
    "text",
    [
        "so \\[x\\]",
        "\\[not a link](/x)",
        "so \\[\\\\\\]",
        "\\[not a formula\\] so",
        "`$x$`",
        "$a `b` c$",
    ],
)
def test_escaped_brackets_and_code_are_no_formulas(text: str) -> None:
    assert "math" not in inside(text)


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("$$\nx\n$$", '<div class="math">$$\nx\n$$</div>'),
        (
            "text\n\\[\nx\n\\]\nmore",
            '<p>text</p>\n<div class="math">\\[\nx\n\\]</div>\n<p>more</p>',
        ),
        ("- a\n  $$ x $$", '<ul>\n<li>a\n<div class="math">$$ x $$</div>\n</li>\n</ul>'),
        ("\\[ x\n\nb", "<p>[ x</p>\n<p>b</p>"),
        ("$$ a $$ b", '<p><span class="math display">$$ a $$</span> b</p>'),
    ],
)
def test_a_formula_on_lines_of_its_own_is_a_block(source: str, html: str) -> None:
    assert render_html(source) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**注意：**这里", "<strong>注意：</strong>这里"),
        ("这是**“引用”**的", "这是<strong>“引用”</strong>的"),
        ("**「重要」**な点", "<strong>「重要」</strong>な点"),
        ("他说*（真的）*吗", "他说<em>（真的）</em>吗"),
        ("~~旧的。~~新的", "<del>旧的。</del>新的"),
        ("**파이썬(Python)**은", "<strong>파이썬(Python)</strong>은"),
    ],
)
def test_emphasis_works_beside_cjk_punctuation(text: str, html: str) -> None:
    assert inside(text) == html


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("见https://a.b/c。然后", "https://a.b/c"),
        ("（https://a.b/c）", "https://a.b/c"),
        ("https://zh.wikipedia.org/wiki/中文", "https://zh.wikipedia.org/wiki/%E4%B8%AD%E6%96%87"),
        ("[https://a.b/c]", "https://a.b/c"),
        ("(https://a.b/c_(d))", "https://a.b/c_(d)"),
        ("**https://a.b/c**", "https://a.b/c"),
        ("write to me@a.bc.", "mailto:me@a.bc"),
    ],
)
def test_a_bare_address_ends_where_a_reader_would_end_it(text: str, address: str) -> None:
    assert f'href="{address}"' in inside(text)


@pytest.mark.parametrize(
    "text",
    [
        "H<sub>2</sub>O",
        "x<sup>*2*</sup>",
        "<kbd>Ctrl</kbd>+<kbd>C</kbd>",
        "**a <u>b</u>**",
        "<b>a [c](https://d.e)</b>",
    ],
)
def test_styling_tags_in_pairs_mean_what_they_say(text: str) -> None:
    assert "&lt;" not in inside(text)


@pytest.mark.parametrize(
    "text", ["<sub>2", "2</sub>", "<u>a *b</u> c*", "<b class=x>a</b>", "List<String>"]
)
def test_other_tags_are_words(text: str) -> None:
    html = inside(text)
    assert html.count("&lt;") == text.count("<") or "<u>a *b</u> c*" in html


def test_a_break_tag_breaks_the_line_in_cells_too() -> None:
    assert "<td>a<br />b</td>" in render_html("| x |\n|---|\n| a<br>b |")


def test_combining_marks_do_not_pile_up() -> None:
    assert render_html("a" + "\u0301" * 500) == "<p>a" + "\u0301" * 8 + "</p>"
