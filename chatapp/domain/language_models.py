"""Language models as an endpoint lists them (never called “model” alone: three things are)."""

from dataclasses import field

from chatapp.domain.attachments import AttachmentKind
from chatapp.domain.json_value import JsonObject, as_list, as_object
from chatapp.domain.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """One entry of ``GET /v1/models``; ``context_length`` in tokens where the server says."""

    id: str
    owned_by: str = ""
    created: int | None = None
    context_length: int | None = None
    extra: JsonObject = field(default_factory=dict)

    def takes(self, kind: AttachmentKind) -> bool | None:
        """Whether the model takes pictures or sounds, as far as its endpoint says; text goes
        into every model."""
        if kind is AttachmentKind.TEXT:
            return True
        modalities = as_list(as_object(self.extra.get("architecture")).get("input_modalities"))
        if modalities:
            return kind.value in modalities
        capabilities = self.extra.get("capabilities")
        if isinstance(capabilities, dict) and kind is AttachmentKind.IMAGE:  # Mistral
            vision = capabilities.get("vision")
            return vision if isinstance(vision, bool) else None
        if isinstance(capabilities, list) and "completion" in capabilities:  # llama.cpp
            return "multimodal" in capabilities
        return None
