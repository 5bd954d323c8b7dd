"""``python -m chatapp.markdown [FILE]``: Markdown in (a file or stdin), a message's HTML out."""

from __future__ import annotations

import sys
from pathlib import Path

from chatapp.markdown import render_html


def main(arguments: list[str]) -> int:
    """Print the HTML of the finished message; return the exit status."""
    if len(arguments) > 1 or arguments[:1] in (["-h"], ["--help"]):
        sys.stderr.write("usage: python -m chatapp.markdown [FILE]\n")
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        content = Path(arguments[0]).read_bytes() if arguments else sys.stdin.buffer.read()
    except OSError as error:
        sys.stderr.write(f"{arguments[0]}: {error.strerror}\n")
        return 1
    html = render_html(content.decode("utf-8", "replace"))
    sys.stdout.buffer.write(f"{html}\n".encode() if html else b"")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
