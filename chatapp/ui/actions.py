"""THE table of commands: menus, shortcuts, buttons, the palette and the help read it."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import QT_TRANSLATE_NOOP
from chatapp.ui.icons import icon


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do.

    ``name`` is the QAction's object name; ``shortcut`` its keys at first, ``; `` between
    alternatives; ``menu`` where it is listed; ``icon`` a name of ``resources/icons``.
    """

    name: str
    label: str
    shortcut: str = ""
    icon: str = ""
    menu: str = ""
    checkable: bool = False


FILE = QT_TRANSLATE_NOOP("Menu", "&File")
EDIT = QT_TRANSLATE_NOOP("Menu", "&Edit")
VIEW = QT_TRANSLATE_NOOP("Menu", "&View")
CONVERSATION = QT_TRANSLATE_NOOP("Menu", "&Conversation")
HELP = QT_TRANSLATE_NOOP("Menu", "&Help")
MENUS = (FILE, EDIT, CONVERSATION, VIEW, HELP)

_ROWS = (
    Command(
        "newConversation",
        QT_TRANSLATE_NOOP("Command", "New conversation"),
        "Ctrl+N",
        "new",
        FILE,
    ),
    Command("newFolder", QT_TRANSLATE_NOOP("Command", "New folder…"), "", "folder", FILE),
    Command("importAction", QT_TRANSLATE_NOOP("Command", "Import…"), "", "", FILE),
    Command("exportAction", QT_TRANSLATE_NOOP("Command", "Export…"), "Ctrl+Shift+E", "", FILE),
    Command("backups", QT_TRANSLATE_NOOP("Command", "Backups…"), "", "", FILE),
    Command(
        "settingsAction", QT_TRANSLATE_NOOP("Command", "Settings…"), "Ctrl+,", "settings", FILE
    ),
    Command("quitAction", QT_TRANSLATE_NOOP("Command", "Quit"), "Ctrl+Q", "", FILE),
    Command("undoDelete", QT_TRANSLATE_NOOP("Command", "Undo"), "Ctrl+Z", "", EDIT),
    Command("findInConversation", QT_TRANSLATE_NOOP("Command", "Find…"), "Ctrl+F", "search", EDIT),
    Command(
        "searchConversations",
        QT_TRANSLATE_NOOP("Command", "Search all messages"),
        "Ctrl+Shift+F",
        "search",
        EDIT,
    ),
    Command("commandPalette", QT_TRANSLATE_NOOP("Command", "Command palette…"), "Ctrl+K", "", EDIT),
    Command(
        "attachFiles",
        QT_TRANSLATE_NOOP("Command", "Attach files…"),
        "Ctrl+Shift+A",
        "attach",
        CONVERSATION,
    ),
    Command(
        "quoteSelection",
        QT_TRANSLATE_NOOP("Command", "Quote the selection"),
        "Ctrl+Shift+.",
        "",
        CONVERSATION,
    ),
    Command(
        "promptLibrary",
        QT_TRANSLATE_NOOP("Command", "Prompts and personas…"),
        "Ctrl+Shift+L",
        "prompts",
        CONVERSATION,
    ),
    Command("choosePersona", QT_TRANSLATE_NOOP("Command", "Persona"), "", "persona"),
    Command(
        "savePersona",
        QT_TRANSLATE_NOOP("Command", "Save this setup as a persona…"),
        "",
        "",
        CONVERSATION,
    ),
    Command("send", QT_TRANSLATE_NOOP("Command", "Send"), "", "send", CONVERSATION),
    Command("stop", QT_TRANSLATE_NOOP("Command", "Stop"), "Esc", "stop", CONVERSATION),
    Command(
        "regenerate",
        QT_TRANSLATE_NOOP("Command", "Regenerate"),
        "Ctrl+R",
        "regenerate",
        CONVERSATION,
    ),
    Command(
        "compare",
        QT_TRANSLATE_NOOP("Command", "Side by side"),
        "Ctrl+Alt+B",
        "",
        CONVERSATION,
        checkable=True,
    ),
    Command("sweep", QT_TRANSLATE_NOOP("Command", "Sweep…"), "Ctrl+Shift+G", "", CONVERSATION),
    Command(
        "addMessage",
        QT_TRANSLATE_NOOP("Command", "Add a message without sending…"),
        "Ctrl+Shift+M",
        "",
        CONVERSATION,
    ),
    Command(
        "renameConversation", QT_TRANSLATE_NOOP("Command", "Rename"), "F2", "edit", CONVERSATION
    ),
    Command(
        "deleteConversation",
        QT_TRANSLATE_NOOP("Command", "Delete conversation"),
        "",
        "delete",
        CONVERSATION,
    ),
    Command(
        "archiveConversation",
        QT_TRANSLATE_NOOP("Command", "Archive conversation"),
        "",
        "archive",
        CONVERSATION,
    ),
    Command(
        "pinConversation",
        QT_TRANSLATE_NOOP("Command", "Pin conversation"),
        "",
        "pin",
        CONVERSATION,
    ),
    Command("writeTitle", QT_TRANSLATE_NOOP("Command", "Write a title"), "", "", CONVERSATION),
    Command(
        "titleModel",
        QT_TRANSLATE_NOOP("Command", "Write titles with this model"),
        "",
        "",
        CONVERSATION,
    ),
    Command(
        "branchMap",
        QT_TRANSLATE_NOOP("Command", "Branches…"),
        "Ctrl+Shift+B",
        "branches",
        CONVERSATION,
    ),
    Command("showBin", QT_TRANSLATE_NOOP("Command", "Show the bin"), "", "delete", CONVERSATION),
    Command(
        "nextConversation",
        QT_TRANSLATE_NOOP("Command", "Next conversation"),
        "Ctrl+PgDown",
        "",
        CONVERSATION,
    ),
    Command(
        "previousConversation",
        QT_TRANSLATE_NOOP("Command", "Previous conversation"),
        "Ctrl+PgUp",
        "",
        CONVERSATION,
    ),
    Command(
        "toggleSidebar",
        QT_TRANSLATE_NOOP("Command", "Conversation list"),
        "Ctrl+B",
        "sidebar",
        VIEW,
        checkable=True,
    ),
    Command(
        "toggleParameters",
        QT_TRANSLATE_NOOP("Command", "Parameters"),
        "Ctrl+P",
        "panel",
        VIEW,
        checkable=True,
    ),
    Command(
        "toggleLens",
        QT_TRANSLATE_NOOP("Command", "Sampling lens"),
        "Ctrl+Shift+P",
        "lens",
        VIEW,
        checkable=True,
    ),
    Command(
        "toggleInspector",
        QT_TRANSLATE_NOOP("Command", "Inspector"),
        "F12",
        "inspect",
        VIEW,
        checkable=True,
    ),
    Command("copyCurl", QT_TRANSLATE_NOOP("Command", "Copy request as cURL"), "", "copy", VIEW),
    Command(
        "exportHar", QT_TRANSLATE_NOOP("Command", "Export request as HAR…"), "", "download", VIEW
    ),
    Command("tools", QT_TRANSLATE_NOOP("Command", "Tools…"), "Ctrl+T", "tool", CONVERSATION),
    Command("usage", QT_TRANSLATE_NOOP("Command", "Usage and cost…"), "", "chart", VIEW),
    Command("zoomIn", QT_TRANSLATE_NOOP("Command", "Larger text"), "Ctrl++; Ctrl+=", "", VIEW),
    Command("zoomOut", QT_TRANSLATE_NOOP("Command", "Smaller text"), "Ctrl+-", "", VIEW),
    Command("zoomReset", QT_TRANSLATE_NOOP("Command", "Normal text"), "Ctrl+0", "", VIEW),
    Command("focusComposer", QT_TRANSLATE_NOOP("Command", "Write a message"), "Ctrl+L", "", VIEW),
    Command(
        "quickQuestion",
        QT_TRANSLATE_NOOP("Command", "Quick question…"),
        "Ctrl+Shift+Space",
        "",
        FILE,
    ),
    Command("help", QT_TRANSLATE_NOOP("Command", "Help"), "F1", "", HELP),
    Command(
        "keyboardShortcuts", QT_TRANSLATE_NOOP("Command", "Keyboard shortcuts…"), "Ctrl+/", "", HELP
    ),
    Command("about", QT_TRANSLATE_NOOP("Command", "About"), "", "", HELP),
)

PRIMARY = frozenset({"send", "stop"})
"""Commands whose buttons are filled with the accent colour."""

COMMANDS: Mapping[str, Command] = MappingProxyType({row.name: row for row in _ROWS})
"""Every command by name."""


def build_actions(owner: QObject) -> dict[str, QAction]:
    """Return a QAction for every command, by name; ``owner`` keeps them alive."""
    return {name: _action(command, owner) for name, command in COMMANDS.items()}


def label_of(command: Command) -> str:
    """Return a command's words in the person's language, as a list shows them."""
    return QCoreApplication.translate("Command", command.label).rstrip("…")


def set_keys(action: QAction, keys: str) -> None:
    """Give an action its keys (portable text, ``; `` between alternatives), and say them."""
    action.setShortcuts(QKeySequence.listFromString(keys) if keys else [])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    label = action.text().rstrip("…")
    shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{label} ({shown})" if shown else label)


def _action(command: Command, owner: QObject) -> QAction:
    action = QAction(QCoreApplication.translate("Command", command.label), owner)
    action.setObjectName(command.name)
    action.setCheckable(command.checkable)
    set_keys(action, command.shortcut)
    if command.icon:
        action.setIcon(icon(command.icon, "on_accent" if command.name in PRIMARY else "text"))
    return action
