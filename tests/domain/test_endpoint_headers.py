"""Extra headers: which of them are secret, which come from the environment, which are refused."""

import pytest

from chatapp.domain.endpoint_headers import (
    HeaderEdit,
    Secrecy,
    exposed,
    filled,
    header_problem,
    secrecy,
    variable_in,
    without_scheme,
)
from chatapp.domain.endpoints import Endpoint, SecretHeader
from chatapp.domain.messages import EndpointId

KEY = "sk-canary0123456789"
GATEWAYS = [
    "cf-aig-authorization",
    "api-key",
    "Helicone-Auth",
    "x-portkey-api-key",
    "CF-Access-Client-Secret",
    "Ocp-Apim-Subscription-Key",
    "Authorization",
    "X-Tenant-Key",
]


@pytest.mark.parametrize("name", GATEWAYS)
def test_the_headers_of_gateways_that_open_something_are_always_secret(name: str) -> None:
    assert secrecy(name) is Secrecy.ALWAYS
    assert header_problem(name, "a") is None, "they are kept, not refused"


@pytest.mark.parametrize("name", ["X-Org", "X-Title", "HTTP-Referer"])
def test_a_value_in_the_form_of_a_key_is_always_secret(name: str) -> None:
    assert secrecy(name, KEY) is Secrecy.ALWAYS
    assert secrecy(name, f"Bearer {KEY}") is Secrecy.ALWAYS


@pytest.mark.parametrize("name", ["X-Team", "CF-Access-Client-Id", "X-Session", "X-Whatever"])
def test_a_header_that_nobody_knows_is_secret_unless_the_person_says_otherwise(name: str) -> None:
    assert secrecy(name, "blue") is Secrecy.UNLESS_SAID


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OpenAI-Organization", "org-AbCdEf0123456789GhIjKlMn"),
        ("openai-project", "proj_AbCdEf0123456789GhIjKlMn"),
        ("HTTP-Referer", "https://example.org/app"),
        ("X-Title", "Chat"),
        ("Idempotency-Key", "b9d4a1c2-0001"),
    ],
)
def test_a_header_that_only_says_who_asks_is_plain(name: str, value: str) -> None:
    assert secrecy(name, value) is Secrecy.IF_SAID
    assert header_problem(name, value) is None


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("Bad Name", "x", "no header name"),
        ("", "x", "no header name"),
        ("Content-Length", "5", "app itself"),
        ("X-Org", "caf\u00e9", "cannot be sent"),
        ("X-Org", "a\r\nX-Evil: b", "cannot be sent"),
        ("x-TITLE", "a", "already"),
    ],
)
def test_what_cannot_be_sent_is_said_without_its_value(name: str, value: str, said: str) -> None:
    problem = header_problem(name, value, ["X-Title"])
    assert problem is not None
    assert said in str(problem)
    assert "caf" not in str(problem)
    assert "Evil" not in str(problem)


@pytest.mark.parametrize(
    ("value", "variable", "made"),
    [
        ("${GATEWAY}", "GATEWAY", "s3cret"),
        ("Bearer ${GATEWAY}", "GATEWAY", "Bearer s3cret"),
        ("Basic ${MISSING}", "MISSING", None),
        ("${EMPTY}", "EMPTY", None),
        ("costs ${5}", "", "costs ${5}"),
        ("a ${X} b", "", "a ${X} b"),
        ("plain", "", "plain"),
    ],
)
def test_a_value_can_come_from_the_environment(value: str, variable: str, made: str | None) -> None:
    assert variable_in(value) == variable
    assert filled(value, {"GATEWAY": " s3cret\n", "EMPTY": " "}) == made


def test_what_is_secret_of_a_value_with_a_scheme_is_what_follows_it() -> None:
    assert without_scheme("Bearer abc def") == "abc def"
    assert without_scheme("abc") == "abc"
    assert without_scheme("a1 b2") == "a1 b2"


def test_secrets_that_an_earlier_version_kept_in_clear_are_found() -> None:
    headers = {
        "X-Title": "Chat",
        "X-Org": "blue",
        "OpenAI-Organization": "org-AbCdEf0123456789GhIjKlMn",
        "CF-Access-Client-Id": "0123456789abcdef0123456789abcdef",
        "Helicone-Auth": "Bearer abc",
        "X-Api-Key": "${OWN_KEY}",
        "X-Other": KEY,
    }
    endpoint = Endpoint(EndpointId("e"), "e", "", extra_headers=headers)
    assert exposed(endpoint) == ["CF-Access-Client-Id", "Helicone-Auth", "X-Other"]


def test_no_value_is_in_a_repr() -> None:
    edit = HeaderEdit("", "X-Org", KEY, secret=True)
    endpoint = Endpoint(
        EndpointId("e"), "e", "", extra_headers={"X": KEY}, secret_headers={"Y": SecretHeader()}
    )
    assert KEY not in repr(edit) + repr(endpoint)
