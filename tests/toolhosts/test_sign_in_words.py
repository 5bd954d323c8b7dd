"""What is quoted of the other side when signing in fails: what is for people, and nothing else."""

import pytest

from chatapp.domain.redaction import remember_secret
from chatapp.toolhosts.sign_in_words import LONGEST_QUOTE, denied, quoted, said_in


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            'Token exchange failed (400): {"error": "invalid_grant", "error_description": "old"}',
            "invalid_grant old",
        ),
        ('Token exchange failed (400): {"error": "invalid_grant"}', "invalid_grant"),
        ('Registration failed: 403 {"error_description": "ask first"}', "ask first"),
        ("Registration failed: 403 <html>no</html>", "HTTP 403"),
        ("Registration failed: 403 ", "HTTP 403"),
        ('Token exchange failed (502): {"access_token": "hush"', "HTTP 502"),
        ('Token exchange failed (400): {"error": {"message": "hush"}}', "HTTP 400"),
        ("Token exchange failed (400): " + '{"error":' * 60_000, "HTTP 400"),
        ("Token exchange failed (302) (redirected to https://x; not followed): ", "HTTP 302"),
        (
            "Invalid token response: 1 validation error\n [input_value={'refresh_token': 'hush'}]",
            "Invalid token response",
        ),
    ],
)
def test_only_what_is_for_people_is_quoted(words: str, said: str) -> None:
    assert said_in(RuntimeError(words)) == said


def test_what_is_quoted_is_short_visible_and_without_secrets() -> None:
    remember_secret("very-secret-token-1")
    words = quoted("see very-secret-token-1\u202e " + "x" * 1000)
    assert "very-secret" not in words
    assert "\u202e" not in words
    assert len(words) == LONGEST_QUOTE
    assert len(str(denied("name", "host", "y" * 5000))) < LONGEST_QUOTE + 100
