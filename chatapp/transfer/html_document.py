"""Conversations as one HTML file that needs nothing else: no scripts, nothing fetched.

Light or dark as the reader's system wishes. Whatever messages hold, the page's own policy
forbids scripts and remote content as well.
"""

from collections.abc import Callable, Iterator, Sequence
from html import escape

from chatapp.domain.conversation import Conversation
from chatapp.domain.messages import Message, Role
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.transfer.transcript import Said, Say, day, shown_messages, title_of

_STYLE = """
:root { color-scheme: light dark; --back: #ffffff; --text: #1d1d1f; --muted: #5f6368;
  --line: #d9dce1; --user: #eef3fb; --code: #f4f5f7; --link: #0b57d0; }
@media (prefers-color-scheme: dark) {
  :root { --back: #17181b; --text: #e6e7ea; --muted: #a3a8b0; --line: #3a3d43;
    --user: #232a36; --code: #202227; --link: #8ab4f8; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px 16px 64px; max-width: 46rem; background: var(--back);
  color: var(--text); font: 16px/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 2.5rem 0 .25rem; }
h2 { font-size: .9rem; margin: 0 0 .25rem; color: var(--muted); }
a { color: var(--link); }
article { margin: 1rem 0; padding: .75rem 1rem; border: 1px solid var(--line);
  border-radius: 10px; }
article.user { background: var(--user); }
article .text h1, article .text h2 { font-size: 1.15rem; margin: 1rem 0 .5rem;
  color: inherit; }
.facts { color: var(--muted); font-size: .85rem; margin: .25rem 0 0; }
pre { background: var(--code); padding: .75rem; border-radius: 8px; overflow-x: auto; }
code { background: var(--code); border-radius: 4px; font: .9em ui-monospace, monospace; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: start; }
blockquote { margin: .5rem 0; padding-inline-start: 1rem;
  border-inline-start: 3px solid var(--line); color: var(--muted); }
img { max-width: 100%; border-radius: 8px; }
details { margin: .5rem 0; }
summary { cursor: pointer; color: var(--muted); }
""".strip()


class HtmlDocument:
    """``render`` makes safe HTML of Markdown, ``say`` puts our own words into the person's
    language."""

    def __init__(self, render: Callable[[str], str], say: Say) -> None:
        self._render = render
        self._say = say
        self._count = 0

    def begin(self, titles: Sequence[str]) -> Iterator[str]:
        """Yield the head, and a list of the conversations if there are several."""
        several = text("Transfer", QT_TRANSLATE_NOOP("Transfer", "Conversations"))
        name = titles[0] if len(titles) == 1 else self._say(several)
        yield (
            '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            "style-src 'unsafe-inline'; img-src data:\">\n"
            '<meta name="referrer" content="no-referrer">\n'
            f"<title>{escape(name)}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n"
        )
        if len(titles) > 1:
            yield "<nav><ol>\n"
            for number, title in enumerate(titles, start=1):
                yield f'<li><a href="#c{number}">{escape(title)}</a></li>\n'
            yield "</ol></nav>\n"

    def add(self, conversation: Conversation, messages: list[Message]) -> Iterator[str]:
        """Yield a conversation as a section."""
        self._count += 1
        facts = " · ".join(filter(None, (conversation.model, day(conversation.created_at))))
        title = escape(title_of(conversation, self._say))
        yield f'<section id="c{self._count}">\n<h1>{title}</h1>\n'
        yield f'<p class="facts">{escape(facts)}</p>\n' if facts else ""
        for said in shown_messages(conversation, messages, self._say):
            yield from self._message(said)
        yield "</section>\n"

    def _message(self, said: Said) -> Iterator[str]:
        yield f'<article class="{said.role.value}">\n<h2>{escape(said.speaker)}</h2>\n'
        for folded in said.folded:
            words = folded.text
            body = self._render(words) if folded.is_markdown else f"<pre>{escape(words)}</pre>"
            yield f"<details><summary>{escape(folded.caption)}</summary>\n{body}\n</details>\n"
        for picture in said.pictures:
            yield f'<img alt="{escape(picture.name)}" src="{picture.url}">\n'
        if said.text:
            yield f'<div class="text" dir="auto">{self._text(said)}</div>\n'
        if said.role is Role.ASSISTANT and said.footer:
            yield f'<p class="facts">{escape(said.footer)}</p>\n'
        yield "</article>\n"

    def _text(self, said: Said) -> str:
        if said.role is Role.TOOL:
            return f"<pre>{escape(said.text)}</pre>"
        return self._render(said.text)

    def end(self) -> Iterator[str]:
        """Yield the end of the page."""
        yield "</body>\n</html>\n"
