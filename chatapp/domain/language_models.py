"""Language models as an endpoint lists them (never called “model” alone: three things are)."""

from dataclasses import dataclass, field

from chatapp.domain.json_value import JsonObject


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """One entry of ``GET /v1/models``; ``context_length`` in tokens where the server says."""

    id: str
    owned_by: str = ""
    created: int | None = None
    context_length: int | None = None
    extra: JsonObject = field(default_factory=dict)
