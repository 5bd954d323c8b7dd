"""Keys are cut from every text, by value and by pattern."""

import pytest

from chatapp.domain.redaction import (
    is_secret_name,
    masked_bytes,
    redacted,
    remember_named,
    remember_secret,
)


@pytest.mark.parametrize(
    ("words", "secret"),
    [
        ("Illegal header value b'Bearer abc123def'", "abc123def"),
        ("the key sk-proj-AbC_123 was refused", "AbC_123"),
        ("{'api-key': 'q1w2e3r4'}", "q1w2e3r4"),
        ("X-Api-Key: q1w2e3r4", "q1w2e3r4"),
    ],
)
def test_what_looks_like_a_key_is_cut(words: str, secret: str) -> None:
    assert secret not in redacted(words)


def test_a_known_key_is_cut_whatever_it_looks_like() -> None:
    remember_secret("plain-looking-value")
    assert redacted("it was plain-looking-value, no?") == "it was …, no?"


def test_ordinary_words_stay() -> None:
    words = "The bearer of this task-force keyboard asked: why?"
    assert redacted("The task-force keyboard asked: why?") == "The task-force keyboard asked: why?"
    assert redacted(words).startswith("The bearer")


def test_very_short_values_are_not_cut_out_of_words() -> None:
    remember_secret("abc")
    assert redacted("abcdef") == "abcdef"


@pytest.mark.parametrize(
    "echoed",
    [
        "q/9+z=secret-one",
        "q\\/9+z=secret-one",
        "q/9\\u002Bz=secret-one",
        "q/9\\u002bz=secret-one",
        "q%2F9%2Bz%3Dsecret-one",
    ],
)
def test_a_known_key_is_cut_in_every_spelling_of_servers(echoed: str) -> None:
    remember_secret("q/9+z=secret-one")
    assert redacted(f"[{echoed}]") == "[…]"
    assert masked_bytes(f"[{echoed}]".encode()) == b"[" + b"*" * len(echoed) + b"]"


def test_nothing_is_left_of_a_key_that_begins_like_another() -> None:
    remember_secret("tok-short1")
    remember_secret("tok-short1-and-its-tail")
    remember_secret("tok-short1")
    assert redacted("tok-short1-and-its-tail") == "…"
    assert masked_bytes(b"tok-short1-and-its-tail") == b"*" * 23


def test_half_a_character_in_a_key_breaks_nothing() -> None:
    remember_secret("half-\ud800-character")
    assert masked_bytes(b"words") == b"words"


def test_a_value_is_secret_by_its_name_if_it_is_long_enough_for_one() -> None:
    remember_named("X-Tenant-Key", "tenant-key-0001")
    remember_named("Authorization", "Custom custom-key-0001")
    remember_named("X-Key-Mode", "extended")
    remember_named("User-Agent", "some-program/1.0")
    assert redacted("tenant-key-0001 custom-key-0001") == "… …"
    assert redacted("extended some-program/1.0") == "extended some-program/1.0"


SECRET_NAMES = [
    "Authorization",
    "Proxy-Authorization",
    "cf-aig-authorization",
    "api-key",
    "x-api-key",
    "X-Portkey-Api-Key",
    "Helicone-Auth",
    "CF-Access-Client-Secret",
    "X-Amz-Security-Token",
    "X-Amz-Signature",
    "X-Amz-Credential",
    "X-Goog-Iap-Jwt-Assertion",
    "x-hub-signature-256",
    "Cookie",
    "Set-Cookie",
    "X-Tenant-Key",
    "X-Org-Secret",
    "Ocp-Apim-Subscription-Key",
    "X-Client-Credential",
    "X-Gateway-Auth",
    "X-Auth-Token",
    "XApiKey",
    "accessToken",
    "apiKey",
    "APIKEY",
    "OPENAI_API_KEY",
    "MYAPIKEY",
    "GITHUB_TOKEN",
    "GITHUB_PAT",
    "PGPASSWORD",
    "DB_PASSWD",
    "password",
    "sig",
    "key",
    "KEY_1",
    "TOKEN2",
    "id_token",
    "authtoken",
    "client_secret",
    "AWS_SECRET_ACCESS_KEY",
    "SSH_KEYS",
    "jwt",
]
PLAIN_NAMES = [
    "Idempotency-Key",
    "X-Author",
    "x-ratelimit-remaining-tokens",
    "x-ratelimit-reset-tokens",
    "X-Max-Tokens",
    "X-Token-Count",
    "X-Auth-Mode",
    "Surrogate-Key",
    "Access-Control-Allow-Credentials",
    "WWW-Authenticate",
    "X-Authenticated-User",
    "X-Keyboard",
    "X-Monkey",
    "Tokenizer",
    "X-Title",
    "OpenAI-Organization",
    "HTTP-Referer",
    "Content-Type",
    "User-Agent",
    "signed-in",
    "dispatch",
    "EDITOR",
    "PATH",
    "authority",
]


@pytest.mark.parametrize("name", SECRET_NAMES)
def test_a_name_made_for_a_secret_is_known_by_its_words(name: str) -> None:
    assert is_secret_name(name)
    assert is_secret_name(name.upper())


@pytest.mark.parametrize("name", PLAIN_NAMES)
def test_a_name_that_only_contains_such_letters_is_not_taken_for_a_secret(name: str) -> None:
    assert not is_secret_name(name)
    assert not is_secret_name(name.lower())
