"""What a view shows of a text: flat blocks, taken out of lists and quotes."""

from __future__ import annotations

from chatapp.markdown import (
    CodeBlock,
    ImageBlock,
    MathBlock,
    RuleBlock,
    StreamRenderer,
    TableBlock,
    TextBlock,
    ViewBlock,
)


def blocks_of(text: str) -> list[ViewBlock]:
    renderer = StreamRenderer()
    renderer.append(text)
    renderer.finish()
    renderer.update()
    return list(renderer.blocks)


def words_of(text: str) -> list[tuple[int, str]]:
    """Return indentation and HTML, without line ends, of the blocks of words."""
    return [
        (block.place.lists, block.html.replace("\n", ""))
        for block in blocks_of(text)
        if isinstance(block, TextBlock)
    ]


def test_paragraphs_and_headings_are_blocks_of_their_own() -> None:
    assert words_of("# a\nb\n\nc") == [(0, "<h1>a</h1>"), (0, "<p>b</p>"), (0, "<p>c</p>")]


def test_a_short_list_is_one_block() -> None:
    assert words_of("- a\n  - b\n- c") == [(0, "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>")]


def test_code_in_a_list_is_a_block_and_the_list_goes_on_after_it() -> None:
    text = "3. a\n   ```py\n   x\n   ```\n   b\n4. c\n   - d"
    assert words_of(text) == [
        (0, '<ol start="3"><li>a</li></ol>'),
        (1, "<p>b</p>"),
        (0, '<ol start="4"><li>c<ul><li>d</li></ul></li></ol>'),
    ]
    (code,) = (block for block in blocks_of(text) if isinstance(block, CodeBlock))
    assert (code.place.lists, code.info, code.text, code.closed) == (1, "py", "x", True)


def test_a_list_deeper_than_code_keeps_its_depth() -> None:
    text = "- a\n\n      code\n\n  - b\n    - c\n- d"
    assert [lists for lists, _ in words_of(text)] == [0, 1, 0]


def test_a_long_list_is_cut_between_items_and_counts_on() -> None:
    blocks = words_of("\n".join(f"{number}. item {number}" for number in range(1, 41)))
    assert len(blocks) > 1
    starts = [html.partition("<li>")[0] for _, html in blocks]
    assert starts[:2] == ["<ol>", '<ol start="9">']
    assert sum(html.count("<li>") for _, html in blocks) == 40


def test_a_tight_list_that_is_cut_joins_what_was_before() -> None:
    tight = blocks_of("\n".join(f"- item {number}" for number in range(40)))
    assert [block.place.joins for block in tight[:3]] == [False, True, True]
    loose = blocks_of("\n\n".join(f"- item {number}" for number in range(40)))
    assert not any(block.place.joins for block in loose)


def test_a_quote_in_an_item_is_shown_with_the_item() -> None:
    assert words_of("- > a") == [
        (0, "<ul><li><blockquote><p>a</p></blockquote></li></ul>"),
    ]


def test_quotes_are_counted() -> None:
    text = "> a\n>\n> > b\n>\n> ---\n> c"
    words = [block for block in blocks_of(text) if isinstance(block, TextBlock)]
    assert [(block.place.quotes, block.html) for block in words] == [
        (1, "<p>a</p>"),
        (2, "<p>b</p>"),
        (1, "<p>c</p>"),
    ]
    (rule,) = (block for block in blocks_of(text) if isinstance(block, RuleBlock))
    assert rule.place.quotes == 1


def test_a_formula_gives_its_latex_without_its_marks() -> None:
    first, second = blocks_of("$$\n\\frac12\n$$\n\n\\[ x \\]")
    assert isinstance(first, MathBlock)
    assert isinstance(second, MathBlock)
    assert (first.latex, first.source) == ("\\frac12", "$$\n\\frac12\n$$")
    assert second.latex == "x"


def test_images_that_stand_alone_are_blocks() -> None:
    first, second, words = blocks_of("![a *b*](https://c.d/e.png)\n![f](g.png)\n\nh ![i](j)")
    assert isinstance(first, ImageBlock)
    assert isinstance(second, ImageBlock)
    assert (first.alt, first.address) == ("a b", "https://c.d/e.png")
    assert (second.alt, second.address) == ("f", "g.png")
    assert isinstance(words, TextBlock)


def test_images_among_words_follow_them() -> None:
    text = (
        "- see ![a](https://b.c/d.png) and [![e](data:image/png;base64,x)](https://f)\n- g ![h](i)"
    )
    words, first, second, rest = blocks_of(text)
    assert isinstance(words, TextBlock)
    assert "see" in words.html
    assert isinstance(first, ImageBlock)
    assert isinstance(second, ImageBlock)
    assert (first.alt, first.address, first.place.lists) == ("a", "https://b.c/d.png", 1)
    assert (second.alt, second.address) == ("e", "data:image/png;base64,x")
    assert isinstance(rest, TextBlock)
    keys = [block.place.key for block in (words, first, second, rest)]
    assert len(set(keys)) == len(keys)


def test_an_image_in_the_text_keeps_its_data_whole() -> None:
    data = "data:image/png;base64," + "iVBORw0KGgo" * 20_000
    (image,) = blocks_of(f"![a]({data})")
    assert isinstance(image, ImageBlock)
    assert image.address == data


def test_a_table_is_a_block_with_its_alignments() -> None:
    (table,) = blocks_of("| a |\n|--:|\n| *b* |")
    assert isinstance(table, TableBlock)
    assert '<td align="right"><em>b</em></td>' in table.html


def test_empty_items_and_quotes_are_shown() -> None:
    assert words_of("-\n- a") == [(0, "<ul><li></li><li>a</li></ul>")]
    assert words_of(">") == [(0, "")]


def test_keys_are_unique_and_stay_while_the_text_grows() -> None:
    text = "# a\n\n- b\n\n```\nc\n```\n\n| d |\n|---|\n\n![e](f)![g](h)\n\nend"
    keys = [block.place.key for block in blocks_of(text)]
    assert len(set(keys)) == len(keys)
    assert [block.place.key for block in blocks_of(text + " and more\n\nstill")][
        : len(keys)
    ] == keys
