"""Telling what requests used that are no answers of a conversation: titles, sweeps, trials."""

import os
import time

from chatapp.domain.changes import RequestCounted
from chatapp.domain.messages import ConversationId, EndpointId
from chatapp.domain.replies import Reply
from chatapp.domain.usage import Purpose, spending_on
from chatapp.services.publishing import Publisher

NOBODY = ConversationId("")
"""Of what no conversation asked for."""


def tell_spent(
    publisher: Publisher,
    purpose: Purpose,
    reply: Reply,
    endpoint_id: EndpointId,
    model: str,
    conversation_id: ConversationId = NOBODY,
) -> None:
    """Publish what a reply used, if its endpoint said so."""
    own_id = f"{purpose.value} {os.urandom(12).hex()}"
    spending = spending_on(reply, own_id, conversation_id, endpoint_id, model, time.time(), purpose)
    if spending is not None:
        publisher.publish(RequestCounted(spending))
