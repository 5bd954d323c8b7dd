"""Endpoints: where requests go and how, without any key."""

import re
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import urlsplit, urlunsplit

from chatapp.domain.json_value import JsonValue
from chatapp.domain.late_pattern import late_pattern
from chatapp.domain.messages import EndpointId
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text

LONGEST_IN_KEYRING = 1200
"""UTF-16 units of a secret that every system's keyring takes: Windows keeps at most 2,560 bytes
(``reliability.md`` section 2)."""


class ReasoningPolicy(StrEnum):
    """When an earlier answer's reasoning is sent back (``endpoint.md`` B2)."""

    NEVER = "never"
    TOOL_TURNS = "tool_turns"
    ALWAYS = "always"


class EndpointKind(StrEnum):
    """Servers whose habits we know; decides defaults and id forms, never whether to try."""

    CUSTOM = "custom"
    OPENAI = "openai"
    OPENROUTER = "openrouter"
    DEEPSEEK = "deepseek"
    GROQ = "groq"
    MISTRAL = "mistral"
    OLLAMA = "ollama"
    LM_STUDIO = "lm_studio"
    LLAMA_CPP = "llama_cpp"
    VLLM = "vllm"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds. ``first_event_s`` waits for the first data, ``idle_s`` between data."""

    connect_s: float = 10.0
    write_s: float = 60.0
    first_event_s: float = 600.0
    idle_s: float = 120.0


@dataclass(frozen=True, slots=True)
class SecretHeader:
    """A header whose value is not kept with the settings: ``reference`` names the environment
    variable in it (``Bearer ${GATEWAY_TOKEN}``); without one the value is in the keyring, or, if
    it is not stored there, in the memory of the run in which it was typed."""

    reference: str = ""
    is_stored: bool = False


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One server and how to talk to it. Its key lives in the keyring under ``id``.

    ``key_environment`` names an environment variable that holds the key instead;
    ``has_stored_key`` spares asking the keyring for keys that were never put there.
    ``key_header`` names the header that carries the key as it is (Azure's ``api-key``);
    without it the key is a bearer token. ``certificate_pem`` is the text of a CA file, or, with
    ``certificate_pinned``, the one certificate that the server may show.
    ``extra_headers`` may be read by anybody; of ``secret_headers`` only the names are kept here
    (``endpoint_headers`` says which is which).
    """

    id: EndpointId
    name: str
    base_url: str
    kind: EndpointKind = EndpointKind.CUSTOM
    default_model: str = ""
    key_environment: str = ""
    has_stored_key: bool = False
    key_header: str = ""
    extra_headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    secret_headers: Mapping[str, SecretHeader] = field(default_factory=dict)
    certificate_pem: str = ""
    certificate_pinned: bool = False
    proxy: str = field(default="", repr=False)
    timeouts: Timeouts = Timeouts()
    reasoning_policy: ReasoningPolicy = ReasoningPolicy.TOOL_TURNS
    inline_think: bool = True
    settings: Mapping[str, Setting] = field(default_factory=dict)
    position: int = 0
    deleted: bool = False
    """Removed, but its secrets may still be in the keyring."""
    unknown: Mapping[str, JsonValue] = field(default_factory=dict)

    @property
    def is_offline(self) -> bool:
        """Whether this is the built-in model, whose address is only known while it runs."""
        return self.kind is EndpointKind.OFFLINE


@dataclass(frozen=True, slots=True)
class EndpointPreset:
    """A well-known server: what the person need not look up."""

    kind: EndpointKind
    name: str
    base_url: str
    needs_key: bool
    reasoning_policy: ReasoningPolicy = ReasoningPolicy.TOOL_TURNS


PRESETS: tuple[EndpointPreset, ...] = (
    EndpointPreset(EndpointKind.OPENAI, "OpenAI", "https://api.openai.com/v1", needs_key=True),
    EndpointPreset(
        EndpointKind.OPENROUTER,
        "OpenRouter",
        "https://openrouter.ai/api/v1",
        needs_key=True,
        reasoning_policy=ReasoningPolicy.ALWAYS,
    ),
    EndpointPreset(
        EndpointKind.DEEPSEEK, "DeepSeek", "https://api.deepseek.com/v1", needs_key=True
    ),
    EndpointPreset(
        EndpointKind.GROQ,
        "Groq",
        "https://api.groq.com/openai/v1",
        needs_key=True,
        reasoning_policy=ReasoningPolicy.NEVER,
    ),
    EndpointPreset(
        EndpointKind.MISTRAL,
        "Mistral",
        "https://api.mistral.ai/v1",
        needs_key=True,
        reasoning_policy=ReasoningPolicy.NEVER,
    ),
    EndpointPreset(EndpointKind.OLLAMA, "Ollama", "http://127.0.0.1:11434/v1", needs_key=False),
    EndpointPreset(
        EndpointKind.LM_STUDIO, "LM Studio", "http://127.0.0.1:1234/v1", needs_key=False
    ),
    EndpointPreset(
        EndpointKind.LLAMA_CPP, "llama.cpp", "http://127.0.0.1:8080/v1", needs_key=False
    ),
    EndpointPreset(EndpointKind.VLLM, "vLLM", "http://127.0.0.1:8000/v1", needs_key=False),
    EndpointPreset(
        EndpointKind.CUSTOM, QT_TRANSLATE_NOOP("Endpoint", "Custom"), "", needs_key=False
    ),
)

OFFLINE_NAME = QT_TRANSLATE_NOOP("Endpoint", "Offline model")
"""What the built-in model is called until somebody renames it."""

_PASTED_PATHS = ("/chat/completions", "/models")


def continues_exactly(kind: EndpointKind) -> bool:
    """Whether a server of this kind goes on from the beginning of an answer, to the character."""
    return kind in {EndpointKind.OFFLINE, EndpointKind.LLAMA_CPP}


def needs_key(endpoint: Endpoint) -> bool:
    """Whether this kind of server is known to answer nobody without a key."""
    return any(p.kind is endpoint.kind and p.needs_key for p in PRESETS)


_BARE_HOST = late_pattern(r"(\[[0-9a-fA-F:.]+\]|[\w.-]+)(:\d+)?(/\S*)?", re.ASCII)


def _with_scheme(typed: str) -> str:
    """Return an address; what is clearly a host is this machine over http, others over https."""
    typed = typed.strip()
    bare = _BARE_HOST.fullmatch(typed)
    if bare is None:
        return typed
    if is_loopback(f"http://{typed}"):
        return f"http://{typed}"
    return f"https://{typed}" if bare[2] or "." in bare[1] else typed


def normalised_base_url(typed: str) -> str:
    """Return the base that paths are appended to, from what a person typed or pasted.

    Without a scheme it is ``http`` for this machine and ``https`` for others. An empty path
    gets ``/v1``; any other path is kept; a pasted ``/chat/completions`` or ``/models`` is cut; a
    query string stays (``endpoint.md`` B0).
    """
    parts = urlsplit(_with_scheme(typed))
    path = parts.path.rstrip("/")
    for pasted in _PASTED_PATHS:
        path = path.removesuffix(pasted).rstrip("/")
    return urlunsplit((parts.scheme, parts.netloc, path or "/v1", parts.query, ""))


def resolved_url(base_url: str, path: str) -> str:
    """Return the address of ``path`` (such as ``/models``) under a normalised base."""
    parts = urlsplit(base_url)
    return urlunsplit((parts.scheme, parts.netloc, parts.path + path, parts.query, ""))


def base_url_problem(typed: str) -> Text | None:
    """Say why ``typed`` cannot be a base URL."""
    try:
        parts = urlsplit(_with_scheme(typed))
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not host or re.search(r"\s", typed.strip()):
        return text(
            "Endpoint",
            QT_TRANSLATE_NOOP("Endpoint", "Write an address such as https://example.com/v1."),
        )
    if parts.username is not None or parts.password is not None:
        return text(
            "Endpoint",
            QT_TRANSLATE_NOOP("Endpoint", "Leave user and password out of the address."),
        )
    return None


def cleaned_key(typed: str) -> str:
    """Strip what people paste around a key: white space, quotes, a leading “Bearer”."""
    key, before = typed, ""
    while key != before:
        before = key
        key = key.strip().strip("\"'").strip()
        if key[:7].lower() == "bearer ":
            key = key[7:]
    return key


def fits_keyring(secret: str) -> bool:
    """Whether every system's keyring takes a secret."""
    return len(secret.encode("utf-16-le", "replace")) // 2 <= LONGEST_IN_KEYRING


def key_problem(key: str) -> Text | None:
    """Say why ``key`` cannot be sent; the words never contain it (``endpoint.md`` B0)."""
    if not re.fullmatch(r"[\x21-\x7e]*", key):
        return text(
            "Endpoint",
            QT_TRANSLATE_NOOP(
                "Endpoint", "A key has only plain letters, digits and signs, and no spaces."
            ),
        )
    if not fits_keyring(key):
        return text(
            "Endpoint",
            QT_TRANSLATE_NOOP("Endpoint", "This is too long for a key (at most {count} signs)."),
            count=LONGEST_IN_KEYRING,
        )
    return None


_HEADER_NAME = late_pattern(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")


def header_name_problem(name: str) -> Text | None:
    """Say why no header can be called ``name`` (RFC 9110, section 5.6.2)."""
    if not _HEADER_NAME.fullmatch(name):
        return text(
            "Endpoint", QT_TRANSLATE_NOOP("Endpoint", "“{name}” is no header name."), name=name
        )
    return None


def key_header_problem(name: str) -> Text | None:
    """Say why ``name`` cannot be the header that carries the key; empty is the usual one."""
    return header_name_problem(name) if name else None


def is_loopback(base_url: str) -> bool:
    """Whether the endpoint runs on this machine."""
    host = (urlsplit(base_url).hostname or "").lower()
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def sends_key_in_clear(base_url: str) -> bool:
    """Whether a key would cross a network unencrypted."""
    return urlsplit(base_url).scheme == "http" and not is_loopback(base_url)
