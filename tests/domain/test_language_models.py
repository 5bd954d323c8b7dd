"""What endpoints say about their models."""

import pytest

from chatapp.domain.attachments import AttachmentKind
from chatapp.domain.json_value import JsonObject
from chatapp.domain.language_models import LanguageModel

OPEN_ROUTER: JsonObject = {"architecture": {"input_modalities": ["text", "image"]}}


@pytest.mark.parametrize(
    ("extra", "image", "audio"),
    [
        ({}, None, None),
        (OPEN_ROUTER, True, False),
        ({"capabilities": ["completion", "multimodal"]}, True, True),
        ({"capabilities": ["completion"]}, False, False),
        ({"capabilities": {"vision": False}}, False, None),
        ({"capabilities": {"vision": "yes"}}, None, None),
    ],
)
def test_what_a_model_takes_is_known_only_where_its_endpoint_says(
    extra: JsonObject, image: bool | None, audio: bool | None
) -> None:
    model = LanguageModel("m", extra=extra)
    assert model.takes(AttachmentKind.IMAGE) is image
    assert model.takes(AttachmentKind.AUDIO) is audio
    assert model.takes(AttachmentKind.TEXT) is True
