"""A process that asks a keyring which does not answer, says so and ends."""

import asyncio

from chatapp.domain.endpoints import Endpoint
from chatapp.domain.errors import KeyringError
from chatapp.domain.messages import EndpointId
from chatapp.store.secrets import Secrets


async def main() -> None:
    """Ask once."""
    endpoint = Endpoint(EndpointId("e"), "e", "http://h/v1", has_stored_key=True)
    try:
        await Secrets().find(endpoint)
    except KeyringError as error:
        print(type(error).__name__, flush=True)


asyncio.run(main())
