"""What a row of the table of request fields says."""

from enum import Enum

from chatapp.domain.json_value import JsonValue
from chatapp.domain.parameter_kinds import Kind
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import QT_TRANSLATE_NOOP


class Group(Enum):
    """Sections of the panel, in their order."""

    SAMPLING = QT_TRANSLATE_NOOP("ParameterGroup", "Sampling")
    LENGTH = QT_TRANSLATE_NOOP("ParameterGroup", "Length")
    REASONING = QT_TRANSLATE_NOOP("ParameterGroup", "Reasoning")
    TOOLS = QT_TRANSLATE_NOOP("ParameterGroup", "Tools and format")
    STREAM = QT_TRANSLATE_NOOP("ParameterGroup", "Stream")
    AUDIO = QT_TRANSLATE_NOOP("ParameterGroup", "Audio")
    PROVIDER = QT_TRANSLATE_NOOP("ParameterGroup", "Provider")


@dataclass(frozen=True, slots=True)
class Needs:
    """A field is left out unless ``field`` is sent with ``value`` (any value if ``None``)."""

    field: str
    value: JsonValue = None
    contains: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One request field.

    ``name`` is the wire name, dots for nesting; ``initial`` is what its editor shows when it
    is first switched on; ``usual`` is the server's own default in words.
    """

    name: str
    label: str
    help: str
    kind: Kind
    group: Group
    initial: JsonValue
    usual: str = ""
    needs: Needs | None = None
    common: bool = False

    @property
    def path(self) -> tuple[str, ...]:
        """Where the value goes in the request body."""
        return tuple(self.name.split("."))
