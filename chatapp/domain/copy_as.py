"""An exchange as something to run elsewhere: cURL, Python, raw HTTP. Keys are named, not told."""

import re
from collections.abc import Iterable
from pprint import pformat
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from chatapp.domain.exchanges import Exchange
from chatapp.domain.json_reading import read_json
from chatapp.domain.json_value import JsonValue, as_object, compact

MASK = "••••"
_DROPPED = frozenset({"host", "content-length", "connection"})
_LONGEST_ARGUMENT = 100_000
"""Linux takes at most 128 KiB in one argument; a longer body goes through a pipe."""

_SDK_FIELDS = frozenset(
    {
        "audio", "frequency_penalty", "function_call", "functions", "logit_bias", "logprobs",
        "max_completion_tokens", "max_tokens", "messages", "metadata", "modalities", "model", "n",
        "parallel_tool_calls", "prediction", "presence_penalty", "reasoning_effort",
        "response_format", "seed", "service_tier", "stop", "store", "stream", "stream_options",
        "temperature", "tool_choice", "tools", "top_logprobs", "top_p", "user",
        "web_search_options",
    }
)  # fmt: skip

_SDK_HEADERS = frozenset(
    {"accept", "accept-encoding", "authorization", "content-type", "user-agent"}
)


def variable_for(header: str) -> str:
    """Return the environment variable that a masked header is read from."""
    if header.lower() in ("authorization", "api-key", "x-api-key"):
        return "API_KEY"
    return re.sub(r"[^A-Z0-9]+", "_", header.upper()).strip("_")


_MASKED_FIELD = re.compile(rf"([^?&=/]+)=(?:{MASK}|{quote(MASK)})")
"""A field of an address whose value is not told; recorded addresses have the mask quoted."""


def _shell_url(url: str) -> str:
    """Quote an address for a POSIX shell; secrets in it come from variables."""
    if not _MASKED_FIELD.search(url):
        return _single(url)
    fixed = re.sub(r'([\\"$`])', r"\\\1", url)
    return '"' + _MASKED_FIELD.sub(lambda found: f"{found[1]}=${_variable_of(found)}", fixed) + '"'


def _python_url(url: str) -> str:
    """Return an address as Python writes it; secrets in it come from variables."""
    if not _MASKED_FIELD.search(url):
        return repr(url)
    fixed = re.sub(r'([\\"])', r"\\\1", url).replace("{", "{{").replace("}", "}}")
    filled = _MASKED_FIELD.sub(
        lambda found: f"{found[1]}={{os.environ['{_variable_of(found)}']}}", fixed
    )
    return f'f"{filled}"'


def _variable_of(found: re.Match[str]) -> str:
    return variable_for(unquote(found[1]))


def _sent_headers(exchange: Exchange) -> list[tuple[str, str]]:
    return [(n, v) for n, v in exchange.request_headers if n.lower() not in _DROPPED]


def _single(words: str) -> str:
    """Quote for a POSIX shell: nothing in it is looked at."""
    return "'" + words.replace("'", "'\\''") + "'"


def _double(name: str, value: str) -> str:
    """Quote a masked header so that its variable is filled in."""
    fixed = re.sub(r'([\\"$`])', r"\\\1", f"{name}: {value}")
    return '"' + fixed.replace(MASK, f"${variable_for(name)}") + '"'


def curl(exchange: Exchange, body: bytes) -> str:
    """Return a command for a POSIX shell that sends the same bytes; the key comes from the
    variable ``API_KEY``."""
    words = body.decode("utf-8", "replace")
    lines = [f"curl -sS -N -X {exchange.method} {_shell_url(exchange.url)}"]
    for name, value in _sent_headers(exchange):
        quoted = _double(name, value) if MASK in value else _single(f"{name}: {value}")
        lines.append(f"-H {quoted}")
    piped = len(body) > _LONGEST_ARGUMENT
    if piped:
        lines += ["-H 'Expect:'", "--data-binary @-"]
    elif body:
        lines.append(f"--data-raw {_single(words)}")
    command = " \\\n  ".join(lines)
    return f"printf %s {_single(words)} | {command}" if piped else command


def _python_pairs(pairs: Iterable[tuple[str, str]]) -> str:
    """Return pairs as a Python dictionary; masked values come from variables."""
    rows = []
    for name, value in pairs:
        shown = repr(value)
        if MASK in value:
            before, _, after = value.partition(MASK)
            parts = (before, f"{{os.environ['{variable_for(name)}']}}", after)
            shown = 'f"' + "".join(parts) + '"'
        rows.append(f"    {name!r}: {shown},\n")
    return "{\n" + "".join(rows) + "}"


def _literal(value: JsonValue) -> str:
    return pformat(value, indent=1, width=96, sort_dicts=False)


def _python_content(body: bytes) -> str:
    """Return lines that set ``content`` to exactly ``body``, readable where that is possible."""
    words = body.decode("utf-8", "replace")
    try:
        value = read_json(words)
        same = compact(value) == words
    except ValueError:
        same = False
    if not same:
        return f"content = {body!r}\n"
    return (
        f"body = {_literal(value)}\n"
        'content = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()\n'
    )


def python_httpx(exchange: Exchange, body: bytes) -> str:
    """Return a Python program that sends the same bytes through httpx."""
    return (
        "import json\nimport os\n\nimport httpx\n\n"
        f"headers = {_python_pairs(_sent_headers(exchange))}\n"
        + (_python_content(body) if body else 'content = b""\n')
        + f'with httpx.stream(\n    "{exchange.method}", {_python_url(exchange.url)},\n'
        "    headers=headers, content=content, timeout=None,\n"
        ") as response:\n"
        "    print(response.status_code)\n"
        "    for text in response.iter_text():\n"
        '        print(text, end="", flush=True)\n'
    )


def _sdk_extras(exchange: Exchange) -> str:
    """Return the arguments for what the SDK would not send by itself."""
    headers = [(n, v) for n, v in _sent_headers(exchange) if n.lower() not in _SDK_HEADERS]
    fields = parse_qsl(urlsplit(exchange.url).query, keep_blank_values=True)
    extras = ""
    if headers:
        extras += f", default_headers={_python_pairs(headers)}"
    if fields:
        extras += f", default_query={_python_pairs(fields)}"
    return extras


def python_openai(exchange: Exchange, body: bytes) -> str:
    """Return a Python program that asks the same through the openai SDK."""
    address = exchange.url.partition("?")[0]
    base = address.partition("/chat/completions")[0].removesuffix("/models")
    head = (
        "import os\n\nfrom openai import OpenAI\n\n"
        f'client = OpenAI(base_url={base!r}, api_key=os.environ.get("API_KEY", "none")'
        f"{_sdk_extras(exchange)})\n"
    )
    if urlsplit(exchange.url).path.endswith("/models"):
        return head + "for model in client.models.list():\n    print(model.id)\n"
    try:
        fields = as_object(read_json(body))
    except ValueError:
        fields = {}
    known = {name: value for name, value in fields.items() if name in _SDK_FIELDS}
    extra = {name: value for name, value in fields.items() if name not in _SDK_FIELDS}
    call = f"body = {_literal(known)}\n"
    arguments = "**body"
    if extra:
        call += f"extra_body = {_literal(extra)}\n"
        arguments += ", extra_body=extra_body"
    call += f"reply = client.chat.completions.create({arguments})\n"
    if fields.get("stream"):
        return head + call + "for chunk in reply:\n    print(chunk.model_dump_json())\n"
    return head + call + "print(reply.model_dump_json(indent=2))\n"


def raw_http(exchange: Exchange, body: bytes) -> str:
    """Return the request as it goes over the wire."""
    parts = urlsplit(exchange.url)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    lines = [f"{exchange.method} {target} {exchange.http_version}"]
    lines += [f"{name}: {value}" for name, value in exchange.request_headers]
    return "\r\n".join([*lines, "", ""]) + body.decode("utf-8", "replace")
