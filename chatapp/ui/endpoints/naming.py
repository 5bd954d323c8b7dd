"""What an endpoint is called in the window: as the person named it, or in their language."""

from PySide6.QtCore import QCoreApplication

from chatapp.domain.endpoints import OFFLINE_NAME, Endpoint, EndpointKind


def endpoint_name(endpoint: Endpoint) -> str:
    """Return a name to show; the built-in model keeps its own only until it is renamed."""
    if endpoint.kind is EndpointKind.OFFLINE and endpoint.name == OFFLINE_NAME:
        return QCoreApplication.translate("Endpoint", OFFLINE_NAME)
    return endpoint.name
