"""What is kept of a sign-in, as one text; and the SDK's storage of tokens over it.

Kept are the tokens with the time when they end, the registration of the app, and where both
belong: of the metadata only what renewing needs. The text is for the keyring alone.
"""

import json
from collections.abc import Callable

from mcp.client.auth.oauth2 import OAuthContext
from mcp.shared.auth import (
    OAuthClientInformationFull,
    OAuthMetadata,
    OAuthToken,
    ProtectedResourceMetadata,
)

from chatapp.domain.json_reading import read_object
from chatapp.domain.json_value import as_text
from chatapp.domain.redaction import remember_secret
from chatapp.domain.tool_servers import ToolServer

_METADATA = {"issuer", "authorization_endpoint", "token_endpoint", "registration_endpoint"}
_RESOURCE = {"resource", "authorization_servers"}
_CLIENT = {"client_id", "client_secret", "token_endpoint_auth_method", "redirect_uris", "issuer"}


class Record:
    """The SDK's ``TokenStorage``: what was kept comes in at ``load``, what is new goes to
    ``keep``, which returns at once."""

    def __init__(self, server: ToolServer, kept: str, keep: Callable[[str], None]) -> None:
        self._server = server
        self._keep = keep
        self._context: OAuthContext | None = None
        self._client: OAuthClientInformationFull | None = None
        self._tokens: OAuthToken | None = None
        self._kept = read_object(kept)
        if as_text(self._kept.get("url")) != server.url:
            self._kept = {}
        self.wanted = as_text(self._kept.get("wanted"))
        """What a sign-in has to allow, as the server said when the one there was did not."""

    def bind(self, context: OAuthContext) -> None:
        """Know the SDK's ``context``, for what is kept with tokens."""
        self._context = context

    def load(self, context: OAuthContext) -> None:
        """Fill the SDK's ``context``, whose own loading forgets when tokens end and where they
        are renewed. Tokens that belong to another address or app are passed over."""
        kept = self._kept
        try:
            client = OAuthClientInformationFull.model_validate(kept.get("client"))
            tokens = OAuthToken.model_validate(kept.get("tokens"))
            metadata = OAuthMetadata.model_validate(kept.get("metadata"))
            resource = kept.get("resource")
            found = ProtectedResourceMetadata.model_validate(resource) if resource else None
        except ValueError:
            return
        if self._server.client_id not in ("", client.client_id):
            return
        self._client, self._tokens = client, tokens
        _remember(tokens, client)
        context.oauth_metadata, context.protected_resource_metadata = metadata, found
        context.auth_server_url = str(found.authorization_servers[0]) if found else None
        expires_at = kept.get("expires_at")
        context.token_expiry_time = expires_at if isinstance(expires_at, (int, float)) else None
        context.current_tokens, context.client_info = tokens, client

    def forget(self) -> None:
        """Forget the tokens: the other side takes them no longer."""
        self._tokens = None
        if self._context is not None:
            self._context.clear_tokens()
        self._keep("")

    def want(self, scope: str) -> None:
        """Note what the next sign-in has to allow; the tokens there are stay."""
        self.wanted = scope
        self._keep_all()

    def register(self, client: OAuthClientInformationFull) -> None:
        """Take the app that the person has registered."""
        self._client = client
        if client.client_secret:
            remember_secret(client.client_secret)

    # What the SDK asks for

    async def get_tokens(self) -> OAuthToken | None:
        """Return the tokens there are."""
        return self._tokens

    async def set_tokens(self, tokens: OAuthToken) -> None:
        """Keep new tokens."""
        self._tokens, self.wanted = tokens, ""
        _remember(tokens, self._client)
        self._keep_all()

    async def get_client_info(self) -> OAuthClientInformationFull | None:
        """Return the registration of the app."""
        return self._client

    async def set_client_info(self, client_info: OAuthClientInformationFull) -> None:
        """Know a registration; it is kept with the tokens that it leads to."""
        self.register(client_info)

    def _keep_all(self) -> None:
        context, tokens, client = self._context, self._tokens, self._client
        if context is not None and tokens is not None and client is not None:
            self._keep(self._text(context, tokens, client))

    def _text(
        self, context: OAuthContext, tokens: OAuthToken, client: OAuthClientInformationFull
    ) -> str:
        metadata, resource = context.oauth_metadata, context.protected_resource_metadata
        kept = {
            "url": self._server.url,
            "tokens": tokens.model_dump(mode="json", exclude_none=True),
            "expires_at": context.token_expiry_time,
            "wanted": self.wanted,
            "client": client.model_dump(mode="json", include=_CLIENT, exclude_none=True),
            "metadata": metadata
            and metadata.model_dump(mode="json", include=_METADATA, exclude_none=True),
            "resource": resource
            and resource.model_dump(mode="json", include=_RESOURCE, exclude_none=True),
        }
        return json.dumps(kept, separators=(",", ":"))


def _remember(tokens: OAuthToken, client: OAuthClientInformationFull | None) -> None:
    """Have what opens something cut from every text of this run."""
    for secret in (tokens.access_token, tokens.refresh_token, client and client.client_secret):
        remember_secret(secret or "")
