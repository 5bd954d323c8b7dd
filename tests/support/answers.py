"""How the answers in the window have ended."""

from chatapp.app import App
from chatapp.domain.messages import MessageStatus, Role


def statuses(app: App) -> list[MessageStatus]:
    """Return the statuses of the answers on the shown path."""
    shown = app.conversation.shown
    assert shown is not None
    path = app.services.conversations.path(shown)
    return [m.status for m in path if m.role is Role.ASSISTANT]
