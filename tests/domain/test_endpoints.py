"""Addresses and keys as people paste them (``endpoint.md`` B0)."""

import pytest

from chatapp.domain.endpoints import (
    LONGEST_IN_KEYRING,
    PRESETS,
    base_url_problem,
    cleaned_key,
    is_loopback,
    key_problem,
    normalised_base_url,
    resolved_url,
    sends_key_in_clear,
)


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ("https://h", "https://h/v1"),
        ("https://h/", "https://h/v1"),
        (" https://h/v1 \n", "https://h/v1"),
        ("https://h/v1/", "https://h/v1"),
        ("https://h/v1//", "https://h/v1"),
        ("https://h/v1/chat/completions", "https://h/v1"),
        ("https://h/v1/chat/completions/", "https://h/v1"),
        ("https://h/v1/models", "https://h/v1"),
        ("https://h/chat/completions", "https://h/v1"),
        ("https://h/api/v1", "https://h/api/v1"),
        ("https://h/api/paas/v4", "https://h/api/paas/v4"),
        ("https://h/v1beta/openai/", "https://h/v1beta/openai"),
        ("https://h/openai/v1", "https://h/openai/v1"),
        ("https://h/compatible-mode/v1", "https://h/compatible-mode/v1"),
        ("http://[::1]:8080", "http://[::1]:8080/v1"),
        (
            "https://h/openai/deployments/d/chat/completions?api-version=1",
            "https://h/openai/deployments/d?api-version=1",
        ),
        ("https://h/v1#part", "https://h/v1"),
        ("localhost:8080", "http://localhost:8080/v1"),
        ("localhost", "http://localhost/v1"),
        ("127.0.0.1:11434/v1/", "http://127.0.0.1:11434/v1"),
        ("[::1]:8080", "http://[::1]:8080/v1"),
        ("api.example.com", "https://api.example.com/v1"),
        ("gpu-box:8000/v1/chat/completions", "https://gpu-box:8000/v1"),
    ],
)
def test_what_is_pasted_becomes_the_base(typed: str, base: str) -> None:
    assert normalised_base_url(typed) == base
    assert normalised_base_url(base) == base


def test_paths_are_appended_and_a_query_stays_at_the_end() -> None:
    assert resolved_url("https://h/a/v4", "/models") == "https://h/a/v4/models"
    assert resolved_url("https://h/d?api-version=1", "/x") == "https://h/d/x?api-version=1"


@pytest.mark.parametrize(
    "typed",
    [
        "", "h", "not-an-address", "javascript:alert(1)", "h:port", "ftp://h", "file:///etc",
        "https://", "https:///v1",
        "http://h:port", "http://h:99999", "http://a b/v1", "http://me:secret@h/v1",
        "http://me@h", "http://[::1",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_in_words(typed: str) -> None:
    problem = base_url_problem(typed)
    assert problem is not None
    assert "secret" not in str(problem)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_every_preset_is_a_base_already(preset: object) -> None:
    base = getattr(preset, "base_url", "")
    assert not base or (base_url_problem(base) is None and normalised_base_url(base) == base)


@pytest.mark.parametrize(
    "typed",
    ["sk-1", " sk-1\n", "Bearer sk-1", "bearer  sk-1", '"sk-1"', "'Bearer sk-1'", 'Bearer "sk-1"'],
)
def test_what_people_paste_around_a_key_is_taken_off(typed: str) -> None:
    assert cleaned_key(typed) == "sk-1"


@pytest.mark.parametrize(
    "key", ["a b", "a\nb", "a\tb", "ké", "\x7f", "x" * (LONGEST_IN_KEYRING + 1)]
)
def test_a_key_that_cannot_be_sent_or_kept_is_refused_without_quoting_it(key: str) -> None:
    problem = key_problem(key)
    assert problem is not None
    assert key not in str(problem)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.9.9.9", "[::1]", "x.localhost"])
def test_this_machine_is_known(host: str) -> None:
    assert is_loopback(f"http://{host}:1/v1")
    assert not sends_key_in_clear(f"http://{host}:1/v1")


@pytest.mark.parametrize("host", ["h", "127.example.com", "localhost.example.com", "10.0.0.1"])
def test_another_machine_is_not_taken_for_this_one(host: str) -> None:
    assert not is_loopback(f"http://{host}/v1")
    assert sends_key_in_clear(f"http://{host}/v1")
    assert not sends_key_in_clear(f"https://{host}/v1")
