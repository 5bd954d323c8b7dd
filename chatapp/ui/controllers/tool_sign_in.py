"""Signing in to a tool server: the page is shown to the person first, then opened, then awaited."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from chatapp.domain.tool_servers import ServerPhase
from chatapp.domain.tool_sign_ins import PageWords
from chatapp.domain.visible_text import visible_text
from chatapp.services.tool_servers import ToolServerService
from chatapp.ui.links import agreed_link, hand_over

_ON_THE_WAY = (ServerPhase.STARTING, ServerPhase.SIGNING_IN)


def _say(words: str) -> str:
    return QCoreApplication.translate("ToolServers", words)


def page_words() -> PageWords:
    """Return what the browser shows when it comes back."""
    return PageWords(
        _say("You are signed in. You can close this page and go back to the app."),
        _say("You were not signed in. You can close this page; the app says why."),
        _say("This page belongs to no sign-in that the app waits for."),
    )


async def see_through(
    servers: ToolServerService, name: str, parent: QWidget, say: Callable[[str], None]
) -> None:
    """Have the page where one signs in opened, if the person agrees to it as it is; return when
    the server runs or does not. ``say`` is told what else she should know."""
    state = await servers.until_settled(name)
    if state.phase is not ServerPhase.SIGNING_IN:
        return
    why = _say("The page where you sign in to the tool server “{name}”:").format(name=name)
    url = await agreed_link(parent, state.sign_in_page, "", visible_text(why))
    if servers.state(name) != state:
        return  # given up meanwhile, or too late
    if url is None:
        await servers.give_up_sign_in(name)
        return
    if not hand_over(url):
        say(_say("No browser could be opened. Copy the address, and open it in one yourself."))
    state = await servers.until_settled(name, _ON_THE_WAY)
    server = servers.get(name)
    if server is None or state.phase is not ServerPhase.READY:
        return
    if not await servers.sign_ins.is_kept(server):
        words = _say(
            "The system's keyring did not take the sign-in to “{name}”; it holds until the app"
            " ends."
        )
        say(words.format(name=name))
