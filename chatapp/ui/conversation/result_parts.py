"""What a tool brought, in the transcript: words or JSON, pictures, and cards of all else.

Everything comes from strangers: text is plain, nothing is fetched, opened or played by itself.
"""

import json
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from chatapp.domain.json_reading import read_json
from chatapp.domain.json_value import JsonObject, JsonValue, as_object, as_text
from chatapp.domain.messages import Message
from chatapp.domain.tool_calls import ToolResult, block_text
from chatapp.domain.tool_files import FileProblem, ToolFile, file_of, text_in
from chatapp.domain.visible_text import visible_text
from chatapp.ui.attachments.wording import size_words
from chatapp.ui.conversation.parts.bar_part import BarPart, Button, Words
from chatapp.ui.conversation.parts.code_part import CodePart
from chatapp.ui.conversation.parts.file_part import FilePart
from chatapp.ui.conversation.parts.image_part import ImagePart
from chatapp.ui.conversation.parts.note_part import NotePart, Tone
from chatapp.ui.conversation.parts.part import Part
from chatapp.ui.conversation.parts.plain_text import plain_parts
from chatapp.ui.conversation.wishes import Wish, WishKind

LONGEST_SHOWN = 20_000
"""Characters of a result that are laid out; *Copy* has all of them."""

MOST_BLOCKS = 60
"""Blocks of a result that are shown."""

TALLEST_UNITS = 52
_LONGEST_NAME = 200


def _say(words: str) -> str:
    return QCoreApplication.translate("ToolResult", words)


def result_parts(message: Message, structured: JsonValue = None) -> Iterator[Part]:
    """Yield the parts of what a call brought: block by block, or its words as they are now if
    they are not those of its blocks."""
    result = ToolResult(message.parts, structured)
    if not message.parts or result.text != message.content:
        yield from _things(message.parts)
        yield from _words(message.content, "result", LONGEST_SHOWN)
        yield from _hidden(len(message.content) - LONGEST_SHOWN)
        return
    left, gap = LONGEST_SHOWN, 1
    for at, block in enumerate(message.parts[:MOST_BLOCKS]):
        words = _words_of(block)
        if words is None:
            yield from _thing(block, at)
        else:
            yield from _named_words(block, words, at, max(left, 0), gap)
            left -= len(words)
        gap = 2 if words is None else 1
    if untold := result.untold:
        yield from _words(untold, "structured", max(left, 0), gap=2)
        left -= len(untold)
    yield from _hidden(-left)
    if (more := len(message.parts) - MOST_BLOCKS) > 0:
        yield NotePart(Tone.QUIET, _say("{count} more parts are not shown.").format(count=more))


def _things(blocks: Sequence[JsonObject]) -> Iterator[Part]:
    for at, block in enumerate(blocks[:MOST_BLOCKS]):
        if _words_of(block) is None:
            yield from _thing(block, at)


def _hidden(characters: int) -> Iterator[Part]:
    """Say how many characters are not shown."""
    if characters > 0:
        words = _say("{count} more characters are not shown; Copy has all of them.")
        yield NotePart(Tone.QUIET, words.format(count=QLocale().toString(characters)))


def _words_of(block: JsonObject) -> str | None:
    """Return the words of a block; ``None`` if it has a card or a picture."""
    if block.get("type") == "resource_link" or file_of(block) is not None:
        return None
    return block_text(block)


def _named_words(block: JsonObject, words: str, at: int, longest: int, gap: int) -> Iterator[Part]:
    """Yield the words of a block, those of a resource under its address."""
    if uri := as_text(as_object(block.get("resource")).get("uri")):
        yield BarPart([Words(visible_text(uri[:_LONGEST_NAME]))], gap=gap)
        gap = 1
    yield from _words(words, f"result {at}", longest, gap)


def _thing(block: JsonObject, at: int) -> Iterator[Part]:
    file = file_of(block, at)
    if file is None:
        yield _link_card(block)
    elif file.is_picture:
        address = f"data:{file.media_type};base64,{file.encoded}"
        yield ImagePart(file.name, address, gap=2, tallest=TALLEST_UNITS)
        save = Button(_say("Save as…"), Wish(WishKind.SAVE_FILE, file.address), quiet=True)
        yield BarPart([Words(f"{file.name} · {size_words(file.size)}"), save])
    else:
        yield _card(file)


def _card(file: ToolFile) -> FilePart:
    buttons = []
    if file.is_sound:
        buttons.append(Button(_say("Play"), Wish(WishKind.PLAY_SOUND, file.address)))
    if file.can_be_saved:
        buttons.append(Button(_say("Save as…"), Wish(WishKind.SAVE_FILE, file.address)))
    return FilePart(drawing_of(file), file.name, file_words(file), buttons, gap=2)


def drawing_of(file: ToolFile) -> str:
    """Return the drawing that stands for a file."""
    if file.problem is not None:
        return "warning"
    kind = file.media_type.partition("/")[0]
    return {"image": "picture", "audio": "sound"}.get(kind, "file")


def file_words(file: ToolFile) -> str:
    """Return what is known of a file beside its name: of one with a problem, that first."""
    kind = visible_text(file.media_type)
    if file.problem is not None:
        return f"{problem_words(file.problem)} · {kind}"
    facts = [kind, size_words(file.size)]
    is_told = file.is_sent or bool(text_in(file))
    return " · ".join(facts if is_told else [*facts, _say("not sent")])


def problem_words(problem: FileProblem) -> str:
    """Return what is wrong with a file; the model is told as well."""
    return {
        FileProblem.EMPTY: _say("No data; not sent"),
        FileProblem.NOT_BASE64: _say("Cannot be decoded; not sent"),
        FileProblem.OTHER_KIND: _say("Data of another kind; not sent"),
    }[problem]


def _link_card(block: JsonObject) -> FilePart:
    """Return the card of a resource that was only named: its address can be copied."""
    uri = as_text(block.get("uri"))
    shown = visible_text(uri[:_LONGEST_NAME])
    name = visible_text((as_text(block.get("title")) or as_text(block.get("name")))[:_LONGEST_NAME])
    copy = Button(_say("Copy the address"), Wish(WishKind.COPY_ADDRESS, uri))
    return FilePart("globe", name or shown, shown if name else "", [copy], gap=2)


def _words(words: str, name: str, longest: int, gap: int = 1) -> Iterator[Part]:
    """Yield words as words, and JSON indented; no more of them than ``longest``."""
    shown = words[:longest]
    as_json = indented(shown)
    if as_json is not None:
        yield CodePart(name, "json", as_json, closed=True, gap=gap)
    elif shown:
        yield from plain_parts(visible_text(shown), quiet=True, gap=gap)


def indented(text: str) -> str | None:
    """Return a JSON object or list indented; ``None`` for any other text."""
    try:
        value = read_json(text)
    except ValueError:
        return None
    if not isinstance(value, (dict, list)):
        return None
    return visible_text(json.dumps(value, indent=2, ensure_ascii=False))
