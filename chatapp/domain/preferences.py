"""THE table of app settings: what each is, what it may be, and what it is at first."""

from collections.abc import Mapping
from types import MappingProxyType

from chatapp.domain.json_value import JsonValue
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Preference:
    """One setting. ``choices`` pairs a stored value with its label; without choices it is
    a switch. ``hidden`` settings are remembered but not in the dialog; the others stand there
    under the heading of their ``group``."""

    name: str
    label: str
    help: str
    initial: JsonValue
    choices: tuple[tuple[str, str], ...] = ()
    hidden: bool = False
    group: str = ""

    def accepts(self, value: JsonValue) -> bool:
        """Whether ``value`` may be stored."""
        if self.hidden:
            return True
        if self.choices:
            return any(value == stored for stored, _ in self.choices)
        return isinstance(value, bool)


_APPEARANCE = QT_TRANSLATE_NOOP("Preference", "Appearance")
_WRITING = QT_TRANSLATE_NOOP("Preference", "Writing")
_REQUESTS = QT_TRANSLATE_NOOP("Preference", "Requests")
_DESKTOP = QT_TRANSLATE_NOOP("Preference", "Desktop")
_CONVERSATIONS = QT_TRANSLATE_NOOP("Preference", "Conversations")

_ROWS = (
    Preference(
        "theme",
        QT_TRANSLATE_NOOP("Preference", "Theme"),
        QT_TRANSLATE_NOOP("Preference", "Light, dark, or as the system is."),
        "system",
        (
            ("system", QT_TRANSLATE_NOOP("Preference", "As the system")),
            ("light", QT_TRANSLATE_NOOP("Preference", "Light")),
            ("dark", QT_TRANSLATE_NOOP("Preference", "Dark")),
        ),
        group=_APPEARANCE,
    ),
    Preference(
        "language",
        QT_TRANSLATE_NOOP("Preference", "Language"),
        QT_TRANSLATE_NOOP("Preference", "Of menus, buttons and messages; changes at once."),
        "system",
        (
            ("system", QT_TRANSLATE_NOOP("Preference", "As the system")),
            ("en", "English"),
            ("ja", "日本語"),
            ("zh_CN", "简体中文"),
        ),
        group=_APPEARANCE,
    ),
    Preference(
        "text_size",
        QT_TRANSLATE_NOOP("Preference", "Text size"),
        QT_TRANSLATE_NOOP(
            "Preference",
            "Of the whole window, on top of the system's own setting. View → Larger text changes "
            "that of messages alone.",
        ),
        "100",
        (
            ("100", QT_TRANSLATE_NOOP("Preference", "As the system")),
            *((str(share), f"{share} %") for share in (110, 125, 150, 175, 200)),
        ),
        group=_APPEARANCE,
    ),
    Preference(
        "animations",
        QT_TRANSLATE_NOOP("Preference", "Animations"),
        QT_TRANSLATE_NOOP("Preference", "Without them nothing moves or blinks by itself."),
        "system",
        (
            ("system", QT_TRANSLATE_NOOP("Preference", "As the system")),
            ("on", QT_TRANSLATE_NOOP("Preference", "On")),
            ("off", QT_TRANSLATE_NOOP("Preference", "Off")),
        ),
        group=_APPEARANCE,
    ),
    Preference(
        "enter_key",
        QT_TRANSLATE_NOOP("Preference", "Enter key"),
        QT_TRANSLATE_NOOP("Preference", "What Enter does while you write a message."),
        "send",
        (
            ("send", QT_TRANSLATE_NOOP("Preference", "Enter sends, Shift+Enter breaks the line")),
            (
                "newline",
                QT_TRANSLATE_NOOP("Preference", "Enter breaks the line, Shift+Enter sends"),
            ),
        ),
        group=_WRITING,
    ),
    Preference(
        "spell_check",
        QT_TRANSLATE_NOOP("Preference", "Spell check"),
        QT_TRANSLATE_NOOP("Preference", "Underline words that no dictionary of this system knows."),
        initial=True,
        group=_WRITING,
    ),
    Preference(
        "precise_timing",
        QT_TRANSLATE_NOOP("Preference", "Precise timing"),
        QT_TRANSLATE_NOOP(
            "Preference",
            "Note the arrival of each event by itself. Costs more processor time while streaming.",
        ),
        initial=False,
        group=_REQUESTS,
    ),
    Preference(
        "record_exchanges",
        QT_TRANSLATE_NOOP("Preference", "Record requests"),
        QT_TRANSLATE_NOOP(
            "Preference",
            "Keep each request and its reply for the inspector, on this computer, without keys.",
        ),
        initial=True,
        group=_REQUESTS,
    ),
    Preference(
        "exchange_budget",
        QT_TRANSLATE_NOOP("Preference", "Disk space for recordings"),
        QT_TRANSLATE_NOOP(
            "Preference", "Beyond it the oldest bodies go; what is known of a request stays."
        ),
        "200",
        (
            ("20", QT_TRANSLATE_NOOP("Preference", "20 MB")),
            ("200", QT_TRANSLATE_NOOP("Preference", "200 MB")),
            ("2000", QT_TRANSLATE_NOOP("Preference", "2 GB")),
            ("0", QT_TRANSLATE_NOOP("Preference", "No limit")),
        ),
        group=_REQUESTS,
    ),
    Preference("inspector_split", "", "", "", hidden=True),
    Preference("inspector_open", "", "", initial=False, hidden=True),
    Preference(
        "notify",
        QT_TRANSLATE_NOOP("Preference", "Notify of answers"),
        QT_TRANSLATE_NOOP(
            "Preference", "When an answer is ready and the window is not in front of you."
        ),
        initial=True,
        group=_DESKTOP,
    ),
    Preference(
        "tray",
        QT_TRANSLATE_NOOP("Preference", "Stay in the tray"),
        QT_TRANSLATE_NOOP(
            "Preference", "Closing the window keeps the app running; quit it from the tray's menu."
        ),
        initial=False,
        group=_DESKTOP,
    ),
    Preference(
        "login_start",
        QT_TRANSLATE_NOOP("Preference", "Open at login"),
        QT_TRANSLATE_NOOP("Preference", "Start the app when you log in to this computer."),
        initial=False,
        group=_DESKTOP,
    ),
    Preference("guide_hidden", "", "", initial=False, hidden=True),
    Preference("shortcuts", "", "", (), hidden=True),
    Preference(
        "tool_rounds",
        QT_TRANSLATE_NOOP("Preference", "Tool rounds"),
        QT_TRANSLATE_NOOP(
            "Preference", "How often a model may call tools in a row before you are asked."
        ),
        "25",
        (("1", "1"), ("5", "5"), ("10", "10"), ("25", "25"), ("50", "50"), ("100", "100")),
        group=_CONVERSATIONS,
    ),
    Preference("folder_personas", "", "", {}, hidden=True),
    Preference("monthly_budget", "", "", 0.0, hidden=True),
    Preference("spelling_words", "", "", (), hidden=True),
    Preference("offline_model_path", "", "", "", hidden=True),
    Preference("last_conversation", "", "", "", hidden=True),
    Preference("window_geometry", "", "", "", hidden=True),
    Preference("window_state", "", "", "", hidden=True),
    Preference("hidden_parts", "", "", (), hidden=True),
    Preference("prices", "", "", (), hidden=True),
    Preference("presets", "", "", (), hidden=True),
    Preference("folded_parameters", "", "", (), hidden=True),
    Preference(
        "titles",
        QT_TRANSLATE_NOOP("Preference", "Titles of conversations"),
        QT_TRANSLATE_NOOP(
            "Preference",
            "Who names a conversation after its first answer. A model is asked with a request of "
            "its own; “Conversation → Write titles with this model” chooses which.",
        ),
        "words",
        (
            ("words", QT_TRANSLATE_NOOP("Preference", "The first words; nothing is sent")),
            ("own", QT_TRANSLATE_NOOP("Preference", "The conversation's own model")),
            ("chosen", QT_TRANSLATE_NOOP("Preference", "One model for all titles")),
        ),
        group=_CONVERSATIONS,
    ),
    Preference("title_model", "", "", "", hidden=True),
    Preference("list_sort", "", "", "changed", hidden=True),
    Preference("zoom", "", "", 1.0, hidden=True),
)

PREFERENCES: Mapping[str, Preference] = MappingProxyType({row.name: row for row in _ROWS})
"""Every app setting by name."""
