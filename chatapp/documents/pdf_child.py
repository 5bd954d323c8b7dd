"""The child process: a PDF on standard input, its text as JSON on standard output."""

import io
import json
import sys
from contextlib import suppress

MEMORY_BYTES = 1024 * 1024 * 1024
MOST_PAGES = 1_000
MOST_CHARACTERS = 2_000_000


def limit_memory() -> None:
    """Let a hostile file fail with ``MemoryError`` where the system can hold a process to it."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def extracted(data: bytes) -> dict[str, object]:
    """Return ``text`` (pages parted by empty lines), ``pages``, and ``cut`` if some is left out;
    or ``problem``: ``locked`` or ``damaged``."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return {"problem": "locked"}
    pages: list[str] = []
    length = 0
    count = len(reader.pages)
    for number in range(min(count, MOST_PAGES)):
        words = reader.pages[number].extract_text().strip()
        pages.append(words)
        length += len(words)
        if length > MOST_CHARACTERS:
            break
    text = "\n\n".join(filter(None, pages))
    cut = len(pages) < count or length > MOST_CHARACTERS
    return {"text": text[:MOST_CHARACTERS], "pages": count, "cut": cut}


def main() -> int:
    """Answer once."""
    limit_memory()
    try:
        answer = extracted(sys.stdin.buffer.read())
    except Exception as error:  # noqa: BLE001 - whatever a hostile file makes of the parser
        answer = {"problem": "damaged", "detail": f"{type(error).__name__}: {error}"[:600]}
    sys.stdout.buffer.write(json.dumps(answer).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
