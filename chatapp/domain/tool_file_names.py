"""Names for the files of tools: what a server calls them is not trusted."""

import unicodedata

LONGEST_NAME = 80
_LONGEST_ADDRESS = 2000
_UNFIT = frozenset('<>:"/\\|?*')
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)
_SUFFIXES = {
    "application/gzip": ("gz", "tgz"), "application/json": ("json",),
    "application/pdf": ("pdf",), "application/xml": ("xml",), "application/zip": ("zip",),
    "audio/aac": ("aac",), "audio/flac": ("flac",), "audio/mp4": ("m4a", "mp4"),
    "audio/mpeg": ("mp3",), "audio/ogg": ("ogg", "oga", "opus"), "audio/opus": ("opus",),
    "audio/wav": ("wav",), "audio/webm": ("webm",), "image/avif": ("avif",),
    "image/bmp": ("bmp",), "image/gif": ("gif",), "image/jpeg": ("jpg", "jpeg"),
    "image/png": ("png",), "image/svg+xml": ("svg",), "image/tiff": ("tiff", "tif"),
    "image/webp": ("webp",), "text/csv": ("csv",), "text/html": ("html", "htm"),
    "text/markdown": ("md",), "text/plain": ("txt", "log", "md"), "video/mp4": ("mp4",),
    "video/webm": ("webm",),
}  # fmt: skip
"""The suffixes of files by media type, the usual one first."""


def file_name(uri: str, media_type: str) -> str:
    """Return a name for a file from the address that a server gave it: one that every system
    takes, without folders and hidden characters, and with a suffix of its kind."""
    stem = _cleaned(_last_step(uri[:_LONGEST_ADDRESS]))
    if not stem:
        stem = {"image": "picture", "audio": "sound"}.get(media_type.partition("/")[0], "file")
    if stem.partition(".")[0].rstrip().lower() in _RESERVED:
        stem = f"_{stem}"
    suffixes = _SUFFIXES.get(media_type, ())
    if not suffixes or stem.lower().endswith(tuple(f".{s}" for s in suffixes)):
        return stem
    return f"{stem[: LONGEST_NAME - len(suffixes[0]) - 1].rstrip('. ')}.{suffixes[0]}"


def _last_step(uri: str) -> str:
    """Return the last step of an address's path; of one that carries its data, nothing."""
    from urllib.parse import unquote

    scheme, colon, rest = uri.partition(":")
    if scheme.lower() == "data":
        return ""
    path = (rest if colon else uri).partition("#")[0].partition("?")[0]
    return unquote(path.replace("\\", "/").rstrip("/").rpartition("/")[2])


def _cleaned(name: str) -> str:
    """Return the end of a name, which has its suffix, of characters that can be seen."""
    kept = (" " if c in _UNFIT or c.isspace() else c for c in name if not _is_hidden(c))
    return " ".join("".join(kept).split())[-LONGEST_NAME:].strip(". ")


def _is_hidden(character: str) -> bool:
    """Whether a character is for control, or turns the direction of what follows."""
    return not character.isspace() and unicodedata.category(character)[0] == "C"
