"""Whether an answer can begin at all: said in words before anything is written down."""

from chatapp.domain.conversation import Conversation
from chatapp.domain.endpoints import Endpoint
from chatapp.domain.errors import InvalidRequest, WayOut
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.services.endpoints import EndpointService
from chatapp.services.requests import Answerer, conversation_parameters


def checked_endpoint(
    endpoints: EndpointService, conversation: Conversation, answerer: Answerer
) -> Endpoint:
    """Return the endpoint that is to answer; ``InvalidRequest`` if there is none, or if a
    request field has a value that cannot be sent."""
    endpoint = existing_endpoint(endpoints, conversation, answerer)
    from chatapp.wire.adaptations import Learned

    joined = conversation_parameters(conversation, endpoint, answerer.settings, Learned())
    for field, problem in joined.problems.items():
        raise InvalidRequest(
            text(
                "Failure",
                QT_TRANSLATE_NOOP("Failure", "“{field}” cannot be sent: {problem}"),
                field=field,
                problem=problem,
            ),
            hint=text("Failure", QT_TRANSLATE_NOOP("Failure", "Change it in the side panel.")),
        )
    return endpoint


def existing_endpoint(
    endpoints: EndpointService, conversation: Conversation, answerer: Answerer
) -> Endpoint:
    """Return the answerer's own endpoint, else the conversation's; ``InvalidRequest`` if there
    is none."""
    own = answerer.endpoint_id
    endpoint = endpoints.of(conversation) if own is None else endpoints.get(own)
    if endpoint is None:
        raise InvalidRequest(
            text("Failure", QT_TRANSLATE_NOOP("Failure", "There is no endpoint to send to.")),
            hint=text(
                "Failure",
                QT_TRANSLATE_NOOP("Failure", "Add one in the settings, or use the offline model."),
            ),
            ways_out=(WayOut.OPEN_SETTINGS,),
        )
    return endpoint


def still_answering() -> InvalidRequest:
    """Return the refusal of a second answer while the first is still being made."""
    return InvalidRequest(
        text("Failure", QT_TRANSLATE_NOOP("Failure", "An answer is still being written.")),
        hint=text("Failure", QT_TRANSLATE_NOOP("Failure", "Wait for it, or stop it.")),
    )
