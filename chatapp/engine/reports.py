"""Reads what the child process prints: llama.cpp's own progress lines, and our ready line."""

import json

from chatapp.domain.quick_dataclass import dataclass

#: How llama.cpp's server marks the states it reports to its router (``server-models.cpp``).
_LLAMA_STATE = "cmd_child_to_router:state:"


@dataclass(frozen=True, slots=True)
class Loading:
    """The weights are being read; ``progress`` goes from 0 to 1."""

    progress: float


@dataclass(frozen=True, slots=True)
class Listening:
    """The server answers at ``address``, a URL without a path."""

    address: str


Report = Loading | Listening


def parse_report(line: str) -> Report | None:
    """Understand one line of standard output; ``None`` for anything that says nothing new.

    Libraries below us print there too, and a newer llama.cpp may word its lines otherwise:
    neither may stop the engine.
    """
    ours = _fields(line)
    if ours.get("state") == "ready" and isinstance(address := ours.get("address"), str):
        return Listening(address)
    payload = _fields(line.partition(_LLAMA_STATE)[2]).get("payload")
    value = payload.get("value") if isinstance(payload, dict) else None
    if isinstance(value, int | float):
        return Loading(min(1.0, max(0.0, float(value))))
    return None


def _fields(text: str) -> dict[str, object]:
    try:
        parsed = json.loads(text)
    except ValueError:
        return {}
    return parsed if isinstance(parsed, dict) else {}
